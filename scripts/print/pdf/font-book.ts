/** The fonts of a printed file, each opened once. */
import type { Draft } from './draft.ts'
import { type Entries, readEntries, readItems, refOf } from './entries.ts'
import { FontText } from './font-text.ts'
import { unpackText } from './pack-text.ts'
import { type PrintedFile, refIn } from './printed-file.ts'

/** Fonts of a page by the names that its content uses; those whose codes have one byte are left out. */
export type PageFonts = ReadonlyMap<string, FontText>

export class FontBook {
  readonly #file: PrintedFile
  readonly #fonts = new Map<number, FontText | undefined>()

  constructor(file: PrintedFile) {
    this.#file = file
  }

  /** @param page entries of a page */
  fontsOf(page: Entries): PageFonts {
    const resources = this.#resolve(page.get('Resources'))
    const named = this.#resolve(resources?.get('Font'))
    const fonts = new Map<string, FontText>()
    for (const [name, reference] of named ?? []) {
      const font = this.#open(refOf(reference))
      if (font !== undefined) fonts.set(name, font)
    }
    return fonts
  }

  /** Returns whether every code that was looked at stands for a text. */
  write(draft: Draft): boolean {
    const fonts = [...this.#fonts.values()]
    for (const font of fonts) font?.write(draft)
    return fonts.every((font) => font !== undefined && !font.hasUnknown)
  }

  #open(id: number | undefined): FontText | undefined {
    if (id === undefined) return undefined
    if (!this.#fonts.has(id)) this.#fonts.set(id, this.#read(id))
    return this.#fonts.get(id)
  }

  #read(id: number): FontText | undefined {
    const file = this.#file
    const font = file.entries(id)
    const descendantId = refOf(readItems(font.get('DescendantFonts'))[0])
    const isWide = font.get('Encoding') === '/Identity-H'
    if (!isWide || descendantId === undefined || !font.has('ToUnicode')) return undefined
    const toUnicodeId = refIn(font, 'ToUnicode')
    return new FontText({
      descendantId,
      toUnicodeId,
      descendant: file.entries(descendantId),
      cmap: unpackText(file, toUnicodeId),
    })
  }

  #resolve(source: string | undefined): Entries | undefined {
    if (source === undefined) return undefined
    const id = refOf(source)
    return id === undefined ? readEntries(source) : this.#file.entries(id)
  }
}
