/** Runs the content streams of a file (ISO 32000-1, 7.8), within bounds. */
import { Buffer } from 'node:buffer'
import type { ClauseId } from '../clauses.ts'
import type { Collected, ContentHost, Place, Source } from './content-host.ts'
import { dictIn, valueIn } from './entries.ts'
import { readInlineImage } from './inline-image.ts'
import type { PdfFile } from './open-pdf.ts'
import { OPERATORS } from './operators.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { EMPTY_DICT, isKind, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts'
import { isKeyword, Scanner } from './scanner.ts'
import { StreamRun } from './stream-run.ts'

/** Forms that draw forms; no page needs more, and a form that draws itself would never end. */
const MAX_FORMS = 12
/** Operators of one file; a form drawn by a form drawn by a form … multiplies. */
const MAX_OPERATORS = 2_000_000

export class ContentReader implements ContentHost {
  readonly found: Collected = {
    painted: [],
    texts: [],
    marks: [],
    forms: [],
    images: [],
    inlineImages: [],
    graphicsStates: [],
    shadings: [],
    intents: [],
    notes: [],
  }
  readonly #file: PdfFile
  readonly #patterns = new Set<PdfValue>()
  #operatorCount = 0
  #formDepth = 0

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** The content streams of a page run as one (ISO 32000-1, 7.8.2). */
  readPage(page: PdfDict, resources: PdfDict, where: string): void {
    const contents = valueIn(this.#file, page, 'Contents')
    const parts = isKind(contents, 'array') ? contents.items : [contents]
    const streams = parts
      .map((part) => this.#file.resolve(part))
      .filter((part) => isKind(part, 'stream'))
    const data = streams.map((stream) => this.#file.decode(stream))
    if (data.some((part) => part === undefined))
      this.#note('ISO 32000-1, 7.4', 'a content stream cannot be decoded', where)
    this.#run(join(data), { owner: page, resources, where, outer: undefined, isBorrowing: false })
  }

  /** An appearance stream, a form or a pattern. */
  readStream(stream: PdfStream, source: Place, inherited: PdfDict): void {
    if (this.#formDepth >= MAX_FORMS) return
    const data = this.#file.decode(stream)
    if (data === undefined) {
      this.#note('ISO 32000-1, 7.4', 'a content stream cannot be decoded', source.where)
      return
    }
    this.#formDepth++
    const own = dictIn(this.#file, stream.dict, 'Resources')
    const resources = own ?? inherited
    this.#run(data, { ...source, owner: stream, resources, isBorrowing: own === undefined })
    this.#formDepth--
  }

  #note(clause: ClauseId, message: string, where: string): void {
    this.found.notes.push({ clause, message, where })
  }

  #run(data: Uint8Array, source: Source): void {
    const scanner = new Scanner(data, 0, false)
    const run = new StreamRun(this, this.#file, source)
    let operands: PdfValue[] = []
    try {
      for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
        if (!isKeyword(token)) {
          operands.push(token)
          continue
        }
        if (++this.#operatorCount > MAX_OPERATORS) {
          this.#note('Lectern, not judged', 'the file has too many operators', source.where)
          return
        }
        run.step()
        const operator = OPERATORS[token.word]
        if (token.word === 'BI') run.inlineImage(readInlineImage(scanner))
        else if (operator === undefined) run.unknown(token.word)
        else operator(run, operands)
        operands = []
      }
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error
      this.#note(
        'ISO 32000-1, 7.8.2',
        `a content stream cannot be read: ${error.message}`,
        source.where,
      )
    }
    run.end()
    for (const note of scanner.notes) this.found.notes.push({ ...note, where: source.where })
  }

  readPattern(pattern: PdfStream, source: Place): void {
    if (this.#patterns.has(pattern)) return
    this.#patterns.add(pattern)
    this.readStream(pattern, source, EMPTY_DICT)
  }
}

function join(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  // A line end between two parts: no word spans them.
  return Buffer.concat(
    parts.flatMap((part) => (part === undefined ? [] : [part, Buffer.from('\n')])),
  )
}
