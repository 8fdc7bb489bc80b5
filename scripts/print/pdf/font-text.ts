/**
 * What the codes of a font stand for. A glyph may stand for more than one text: the sign of a short i is drawn before
 * the consonant that it follows in writing. Such a glyph gets further codes (ISO 32000-1, 9.7.4.2: CIDToGIDMap), one
 * for each text, so that every reader copies what was written, also one that knows nothing of ActualText.
 */
import type { Draft } from './draft.ts'
import { type Entries, readItems, writeEntries } from './entries.ts'
import { packText } from './pack-text.ts'
import { readToUnicode, writeToUnicode } from './to-unicode.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

export type FontSource = {
  /** Numbers of the CIDFont below it and of its map to text. */
  readonly descendantId: number
  readonly toUnicodeId: number
  readonly descendant: Entries
  readonly cmap: string
}

const DEVANAGARI = /\p{Script=Devanagari}/u
/** New codes begin at a multiple of this: glyphs of the usual width and without a letter are listed nowhere. */
const NEW_CODES = 0x1000
const LAST_CODE = 0xffff

export class FontText {
  /** Whether letters are drawn in another order than they are written. */
  readonly isDevanagari: boolean
  /** The code of a space; undefined: it draws none. */
  readonly space: number | undefined
  readonly #source: FontSource
  readonly #texts: Map<number, string>
  readonly #widths: ReadonlyMap<number, number>
  readonly #defaultWidth: number
  readonly #used = new Set<number>()
  readonly #aliases = new Map<string, number>()
  /** Glyph of each new code. */
  readonly #glyphs = new Map<number, number>()
  readonly #firstNew: number
  #next: number

  constructor(source: FontSource) {
    this.#source = source
    this.#texts = readToUnicode(source.cmap)
    this.#widths = readWidths(readItems(source.descendant.get('W')))
    this.#defaultWidth = Number(source.descendant.get('DW') ?? 1000)
    const texts = [...this.#texts]
    this.isDevanagari = texts.some(([, text]) => DEVANAGARI.test(text))
    this.space = texts.find(([, text]) => text === ' ')?.[0]
    const last = Math.max(0, ...this.#texts.keys(), ...this.#widths.keys())
    this.#firstNew = NEW_CODES * Math.ceil((last + 1) / NEW_CODES)
    this.#next = this.#firstNew
  }

  textOf(code: number): string | undefined {
    return this.#texts.get(code)
  }

  /** In thousandths of the size. */
  widthOf(code: number): number {
    return this.#widths.get(this.#glyphs.get(code) ?? code) ?? this.#defaultWidth
  }

  use(code: number): void {
    if (code >= this.#firstNew && !this.#glyphs.has(code))
      throw new UnexpectedPdf(`a font shows the glyph ${code}, which it does not list`)
    this.#used.add(code)
  }

  /** Codes that a text shows in a way that is not looked into. */
  useAll(source: string): void {
    for (const [, codes = ''] of source.matchAll(/<(?!FEFF)([\dA-F]+)>/g))
      for (let at = 0; at + 4 <= codes.length; at += 4)
        this.use(Number.parseInt(codes.slice(at, at + 4), 16))
  }

  /** Whether a text was shown of which nobody knows what it says. */
  get hasUnknown(): boolean {
    return [...this.#used].some((code) => !this.#texts.has(code))
  }

  /** A code that draws what `code` draws and stands for `text`; undefined when there is none left. */
  codeFor(code: number, text: string): number | undefined {
    if (this.#texts.get(code) === text) return code
    const key = `${code} ${text}`
    const known = this.#aliases.get(key)
    if (known !== undefined) return known
    if (!this.#texts.has(code)) {
      this.#texts.set(code, text)
      return code
    }
    const isPlain = this.#source.descendant.get('CIDToGIDMap') === '/Identity'
    // Of other fonts it is not known which codes the pages use.
    if (!isPlain || !this.isDevanagari || this.#next > LAST_CODE) return undefined
    const alias = this.#next++
    this.#aliases.set(key, alias)
    this.#glyphs.set(alias, code)
    this.#texts.set(alias, text)
    return alias
  }

  /** Puts the font into the file as it is now. */
  write(draft: Draft): void {
    const { descendantId, toUnicodeId, descendant } = this.#source
    const cmap = packText(writeToUnicode(this.#texts))
    draft.put(toUnicodeId, cmap.dictionary, cmap.data)
    if (this.#glyphs.size === 0) return
    const map = packText(this.#glyphMap())
    const entries = new Map(descendant)
    const widths = [...this.#glyphs].map(([code]) => `${code} [${this.widthOf(code)}]`)
    entries.set('W', `[${readItems(descendant.get('W')).join(' ')} ${widths.join(' ')}]`)
    entries.set('CIDToGIDMap', `${draft.add(map.dictionary, map.data)} 0 R`)
    draft.put(descendantId, writeEntries(entries))
  }

  /** Two bytes for every code; 0 for those that are not used. */
  #glyphMap(): string {
    const bytes = Buffer.alloc(2 * this.#next)
    for (const code of this.#used) bytes.writeUInt16BE(this.#glyphs.get(code) ?? code, 2 * code)
    return bytes.toString('latin1')
  }
}

/** `1 [600 500]` and `4 9 300` (ISO 32000-1, 9.7.4.3). */
function readWidths(items: readonly string[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; at + 1 < items.length; ) {
    const first = Number(items[at])
    const second = items[at + 1] ?? ''
    if (second.startsWith('[')) {
      readItems(second).forEach((width, index) => {
        widths.set(first + index, Number(width))
      })
      at += 2
    } else {
      for (let code = first; code <= Number(second); code++) widths.set(code, Number(items[at + 2]))
      at += 3
    }
  }
  return widths
}
