/** Words of slides as Marp shows them, and as a PowerPoint file holds them. */
import { createRequire } from 'node:module'
import type { Marp as MarpClass } from '@marp-team/marp-core'
import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'

const require = createRequire(import.meta.url)
const { unescapeAll } = new MarkdownIt().utils

/** Tags inside a line; every other parts words. */
const INLINE_RE =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|time|u|var|wbr)\b/i

/** By Marp itself, with the math plugin and without what it would show of programs; formulas are no words. */
export function marpWords(markdown: string, html?: true): readonly (readonly string[])[] {
  const { Marp } = require('@marp-team/marp-core') as { readonly Marp: typeof MarpClass }
  const { katexMarpCorePlugin } = require('@marp-team/marp-core/plugins/katex')
  const marp = new Marp({ script: false, ...(html && { html }) })
  marp.use(katexMarpCorePlugin())
  marp.markdown.renderer.rules['marp_math_inline'] = () => ' '
  marp.markdown.renderer.rules['marp_math_block'] = () => ' '
  const { html: slides } = marp.render(markdown, { htmlAsArray: true })
  return slides.map((slide) => wordsOfHtml(slide))
}

export function marpNotes(markdown: string): readonly (readonly string[])[] {
  const { Marp } = require('@marp-team/marp-core') as { readonly Marp: typeof MarpClass }
  return new Marp().render(markdown).comments.map((comments) => comments.flatMap(wordsOf))
}

function wordsOfHtml(html: string): readonly string[] {
  const shown = html
    // The layer of background pictures holds their descriptions, which nobody sees.
    .replace(/<figcaption>[^<]*<\/figcaption><\/figure>/g, '')
    .replace(/(?:<|&lt;)(script|style)\b[\s\S]*?(?:<|&lt;)\/\1\s*(?:>|&gt;)/gi, ' ')
    .replace(/<[^>]*>/g, (tag) => (INLINE_RE.test(tag) ? '' : ' '))
  return wordsOf(shown.replace(/&nbsp(?!;)/g, ' ').replace(/&(?:#\w+|\w+);/g, unescapeAll))
}

export type PptxSlide = {
  readonly words: readonly string[]
  readonly notes: readonly string[]
  readonly xml: string
}

/** Slides by their number, text in the order of the shapes. */
export function pptxSlides(bytes: Uint8Array): readonly PptxSlide[] {
  const files = unzipSync(bytes)
  const textOf = (path: string): string => {
    const file = files[path]
    return file === undefined ? '' : strFromU8(file)
  }
  const count = Object.keys(files).filter((path) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(path),
  ).length
  return Array.from({ length: count }, (_, index) => {
    const xml = textOf(`ppt/slides/slide${index + 1}.xml`)
    const notes = textOf(`ppt/notesSlides/notesSlide${index + 1}.xml`)
    return { xml, words: wordsOfXml(xml), notes: wordsOfXml(notes) }
  })
}

function wordsOfXml(xml: string): readonly string[] {
  const text = xml
    .replace(/<a:br\b[\s\S]*?(?:\/>|<\/a:br>)|<\/a:p>/g, ' \u0000')
    .replace(/<a:t>|<\/a:t>/g, '\u0001')
    .split('\u0001')
    .map((part, index) => (index % 2 === 1 ? part : part.includes('\u0000') ? ' ' : ''))
    .join('')
  return wordsOf(text.replace(/&(?:#\w+|\w+);/g, (reference) => unescapeAll(reference)))
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/**
 * The first of `words` that `all` does not hold behind the ones before it; undefined: all are there, in order. A word may
 * stand inside another: a formula or an emoji beside it belongs to no word of Marp's.
 */
export function firstMissing(words: readonly string[], all: readonly string[]): string | undefined {
  const text = all.join(' ')
  let at = 0
  for (const word of words) {
    const found = text.indexOf(word, at)
    if (found < 0) return word
    at = found + word.length
  }
  return undefined
}
