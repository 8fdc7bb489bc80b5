/** The options of a build, complete: after this nothing asks whether a flag was given. */
import { nearest } from '../diagnostics/nearest.ts'
import { FORMATS, type Format } from '../pipeline.ts'
import type { Preset } from '../topic/topic.ts'
import { type Invocation, UsageError } from './command.ts'

export type BuildOptions = {
  readonly formats: readonly Format[]
  /** As the user gave it: absolute or relative to the project. */
  readonly output: string
  readonly template: string | undefined
  readonly preset: Preset | undefined
  readonly isForced: boolean
  readonly isStrict: boolean
  readonly isHtmlTrusted: boolean
  /** `YYYY-MM-DD` of SOURCE_DATE_EPOCH; empty when it is not set. */
  readonly creationDate: string
}

const PRESETS: readonly Preset[] = ['dense', 'standard', 'clear-print']

export function readBuildOptions({ flags, sourceDateEpoch }: Invocation): BuildOptions {
  return {
    formats: readFormats(flags['to']),
    output: textFlag(flags['output']) ?? 'out',
    template: textFlag(flags['template']),
    preset: readPreset(flags['preset']),
    isForced: flags['force'] === true,
    isStrict: flags['strict'] === true,
    isHtmlTrusted: flags['trust-html'] === true,
    creationDate:
      sourceDateEpoch === undefined
        ? ''
        : new Date(sourceDateEpoch * 1000).toISOString().slice(0, 10),
  }
}

function readFormats(value: string | boolean | undefined): readonly Format[] {
  if (typeof value !== 'string') return FORMATS
  const words = value.split(',').map((word) => word.trim())
  return words.map((word) => {
    const format = FORMATS.find((candidate) => candidate === word)
    if (format !== undefined) return format
    const near = nearest(word, FORMATS)
    throw new UsageError(
      `There is no format \`${word}\``,
      near === undefined ? `formats: ${FORMATS.join(', ')}` : `did you mean \`${near}\`?`,
    )
  })
}

function readPreset(value: string | boolean | undefined): Preset | undefined {
  if (value === undefined) return undefined
  const preset = PRESETS.find((candidate) => candidate === value)
  if (preset !== undefined) return preset
  const near = nearest(String(value), PRESETS)
  throw new UsageError(
    `There is no preset \`${String(value)}\``,
    near === undefined ? `presets: ${PRESETS.join(', ')}` : `did you mean \`${near}\`?`,
  )
}

function textFlag(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
