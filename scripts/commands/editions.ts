/** The two editions of one topic, `oil.md` and `oil.hi.md`, for outputs that are made of both. */
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, type Where } from '../diagnostics/make-diagnostic.ts'
import type { ReadTopicResult } from '../topic/read-topic.ts'
import type { Bilingual, Topic } from '../topic/topic.ts'
import type { Input } from './fingerprints.ts'

/** What a topic's outputs take from its other edition; nothing of it is there when none was asked for. */
export type Sibling = {
  readonly topic: Topic | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Its files, also one that was looked for and is not there. */
  readonly inputs: readonly Input[]
}

export const NO_SIBLING: Sibling = { topic: undefined, diagnostics: [], inputs: [] }

const EDITION_RE = /\.hi\.md$/i

/** The page of both editions is an output of the original; an edition makes none, unless it stands alone. */
export function wantsSibling(topic: Topic, flag: Bilingual | undefined, hasOriginal: boolean) {
  const layout = flag ?? topic.bilingual.layout
  return layout !== 'none' && !(EDITION_RE.test(topic.file) && hasOriginal)
}

export function originalOf(file: string): string | undefined {
  return EDITION_RE.test(file) ? file.replace(EDITION_RE, '.md') : undefined
}

export function siblingFile(file: string): string {
  return originalOf(file) ?? join(dirname(file), basename(file).replace(/\.md$/i, '.hi.md'))
}

/** @param read undefined when there is no such file */
export function toSibling(
  topic: Topic,
  path: string,
  { read, file }: { readonly read: ReadTopicResult | undefined; readonly file: string },
): Sibling {
  const { place } = topic.bilingual
  const where: Where = { file: topic.file, ...(place === undefined ? {} : { place }) }
  if (read === undefined) {
    const inputs = [{ path, sha256: '' }]
    return { topic: undefined, diagnostics: [editionMissing(where, topic, file)], inputs }
  }
  if (read.topic === undefined) {
    const errors = read.diagnostics.filter(({ severity }) => severity === 'error')
    const diagnostics = [...errors, editionHasErrors(where, file)]
    return { topic: undefined, diagnostics, inputs: read.inputs }
  }
  if (read.topic.lang === topic.lang) {
    const diagnostics = [sameLanguage(where, topic, file)]
    return { topic: undefined, diagnostics, inputs: read.inputs }
  }
  return { topic: read.topic, diagnostics: [], inputs: read.inputs }
}

/** For the back of a page, which stays blank without it: the renderer says so, not the reader. */
export function toBack(topic: Topic, path: string, read: ReadTopicResult | undefined): Sibling {
  if (read === undefined)
    return { topic: undefined, diagnostics: [], inputs: [{ path, sha256: '' }] }
  const isOther = read.topic !== undefined && read.topic.lang !== topic.lang
  return { topic: isOther ? read.topic : undefined, diagnostics: [], inputs: read.inputs }
}

const OR_NONE = 'or write `bilingual: none`'

function editionMissing(where: Where, topic: Topic, file: string): Diagnostic {
  const begin = file.endsWith('.hi.md')
    ? `\`lectern new ${topic.slug} --lang hi\` begins it`
    : `\`lectern new ${topic.slug.replace(/\.hi$/i, '')}\` begins it`
  return makeDiagnostic('edition-missing', where, {
    message: `The page in two languages is made of two editions, and there is no ${file}`,
    hint: `${begin}, ${OR_NONE}`,
  })
}

function sameLanguage(where: Where, topic: Topic, file: string): Diagnostic {
  return makeDiagnostic('edition-missing', where, {
    message: `The page in two languages is made of two editions, and ${file} has the same \`lang: ${topic.lang}\``,
    hint: `give one of the two another \`lang\`, ${OR_NONE}`,
  })
}

function editionHasErrors(where: Where, file: string): Diagnostic {
  return makeDiagnostic('edition-has-errors', where, {
    message: `The page in two languages needs ${file}, which has errors`,
    hint: `mend ${file} first, ${OR_NONE}`,
  })
}
