import type { Diagnostic } from './diagnostic.ts'
import { reportGithub } from './report-github.ts'
import { reportHuman } from './report-human.ts'
import { reportJson } from './report-json.ts'
import { reportShort } from './report-short.ts'

export type ReportOptions = { readonly isColored: boolean }

/** @param sources text of the files named in the diagnostics, by Diagnostic.file, for code frames */
export type Reporter = (
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: ReportOptions,
) => string

export type ReportFormat = 'human' | 'short' | 'json' | 'github'

export const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = {
  human: reportHuman,
  short: reportShort,
  json: reportJson,
  github: reportGithub,
}
