/** Strings that broke other programs, on slides and as notes: the sheets stay ours, and nothing is fetched. */
import { afterAll, describe, expect, it } from 'vitest'
import { drawSlides } from '../../../scripts/deck/draw-slides.ts'
import { findFetches } from '../../../scripts/deck/find-fetches.ts'
import { readElements } from '../../../scripts/deck/html-elements.ts'
import { paginateDeck } from '../../../scripts/deck/paginate-deck.ts'
import { printHandout } from '../../../scripts/print/handout/print-handout.ts'
import type { SheetLayout } from '../../../scripts/print/handout/sheet-grid.ts'
import type { Printer } from '../../../scripts/print/printer.ts'
import { escapeMarkdown, noteComment } from '../../../scripts/template/escape-markdown.ts'
import { naughtyStrings } from '../../corpora.ts'
import { deckOf, sampleTheme, slideOf } from '../../deck/sample-deck.ts'
import { openTestPrinter } from '../../own-browser.ts'
import { readSheets } from './read-sheets.ts'

const own = [
  '$$\n\\href{javascript:alert(1)}{x}\n$$',
  '$\\url{https://example.org}$ and $\\includegraphics{x}$',
  '| a | b |\n|---|---|\n| </td></table><script>x</script> | c |',
  '[x](javascript:alert(1)) <https://example.org/a"onclick=x> ![x](file:///etc/passwd)',
  '</div></div><style>*{display:none}</style>',
  '<lectern-formula 0> \u0000 &lt;lectern-formula 0&gt; \r\n x \u2028 y',
  '- '.repeat(200),
  '> '.repeat(100),
  `${'*'.repeat(300)}a${'*'.repeat(300)}`,
  '<svg data-marpit-svg><script>x</script></svg>',
]

const printer = openTestPrinter()
const pages: string[] = []
const watched: Printer = {
  run: (task) => {
    pages.push(task.html)
    return printer.run(task)
  },
}

afterAll(() => printer.close())

const strings = [...naughtyStrings(), ...own]

async function print(layout: SheetLayout): Promise<Uint8Array> {
  const theme = sampleTheme('lecture')
  const slides = strings.map((text) =>
    slideOf(
      'points',
      `## ${escapeMarkdown(text)}\n\n- ${escapeMarkdown(text)}\n\n${noteComment(text)}`,
    ),
  )
  const deck = await drawSlides({
    markdown: paginateDeck(deckOf(slides), theme),
    pictures: new Map(),
    theme,
    hasNotes: false,
  })
  const lists = strings.slice(0, 3).map((text) => `- ${escapeMarkdown(text)}`)
  const { pdf } = await printHandout(
    {
      deck,
      theme,
      layout,
      markdown: `::: header\n${lists.join('\n')}\n- {page}\n:::\n`,
      info: { title: 'T', author: 'A', subject: '', keywords: [], lang: 'en', date: '' },
      margins: { leftMm: 14, rightMm: 14 },
      isMirrored: false,
      inkCall: undefined,
    },
    watched,
  )
  return pdf
}

describe.each(['notes', '6'] as const)('naughty strings in layout %s', (layout) => {
  it('stay text on sheets of ours', { timeout: 240_000 }, async () => {
    pages.length = 0
    const sheets = await readSheets(await print(layout))
    expect(sheets.length).toBeGreaterThanOrEqual(strings.length / 6)
    for (const html of pages) {
      expect(findFetches(html)).toEqual([])
      const elements = [...readElements(html)]
      const names = new Set(elements.map(({ name }) => name))
      for (const name of ['script', 'iframe', 'img', 'object', 'link', 'form', 'lectern-formula'])
        expect(names, name).not.toContain(name)
      for (const { attributes } of elements)
        for (const [name] of attributes) expect(name).not.toMatch(/^(?:on|style$)/)
      expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1)
      expect(html).toContain("default-src 'none'; script-src 'none'; style-src 'sha256-")
    }
    for (const { words, widthMm } of sheets)
      for (const { left, right } of words.filter(({ text }) => text.trim() !== '')) {
        expect(left).toBeGreaterThan(8)
        expect(right).toBeLessThan(widthMm - 8)
      }
  })
})
