import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import {
  type BilingualInput,
  type BilingualResult,
  renderBilingual,
} from '../../scripts/brief/render-bilingual.ts'
import { pngOf } from '../topic/png.ts'
import { findAll, readStructure } from '../typeset/pdf-structure.ts'
import { hasTool, readPdf, runTool, wordsOf } from '../typeset/pdf-text.ts'
import { placesIn, type TextPlace } from './pdf-places.ts'
import { makeInput, PICTURES, pageOf, readFixture, section } from './sample-input.ts'
import { wordsOfMarkdown } from './words-of-markdown.ts'

type Layout = BilingualInput['layout']

const LAYOUTS: readonly Layout[] = ['side-by-side', 'stacked']
const STANDARD = ['English is standard.', 'अंग्रेज़ी मानक है।'] as const

function bilingual(
  first: string,
  second: string,
  given: Partial<BilingualInput> = {},
): BilingualInput {
  const { theme, title, author, subject, date, preset, profile } = makeInput('')
  const source = undefined
  const info = { theme, title, author, subject, date, preset, profile, watermark: '', source }
  const pictures = PICTURES
  return {
    ...info,
    editions: [
      { markdown: first, pictures, lang: 'en', standardLine: STANDARD[0] },
      { markdown: second, pictures, lang: 'hi', standardLine: STANDARD[1] },
    ],
    layout: 'side-by-side',
    hasOneFoot: false,
    ...given,
  }
}

async function renderOk(
  input: BilingualInput,
): Promise<BilingualResult & { readonly pdf: Uint8Array }> {
  const { pdf, ...rest } = await renderBilingual(input)
  if (pdf === undefined) throw new Error(`over by ${rest.report.overflowLines} lines`)
  return { ...rest, pdf }
}

/** The text of a page as one string without spaces: where words are divided does not matter. */
async function textOf(pdf: Uint8Array): Promise<string> {
  return wordsOf((await readPdf(pdf)).text).join('')
}

/** Points from the top of the page at which the lines of a column begin that hold the pattern. */
function topsOf(places: readonly TextPlace[], pattern: RegExp, column: 0 | 1): readonly number[] {
  return places
    .filter(({ text, x }) => pattern.test(text) && (x > 290 ? 1 : 0) === column)
    .map(({ y }) => y)
}

const point = (text: string, count = 1): string => `- ${text.repeat(count)}\n`
const english = 'Both countries want a supply of minerals that does not run through a third port. '
const hindi = 'दोनों देश खनिजों की ऐसी आपूर्ति चाहते हैं जो किसी तीसरे बंदरगाह से न गुज़रे। '

describe.each(LAYOUTS)('the sample topic %s', (layout) => {
  const editions = [readFixture('partnership.md'), readFixture('partnership.hi.md')] as const
  const input = bilingual(...editions, { layout, preset: 'dense' })

  it('is one page and holds every word of what it keeps in both languages, by pdf.js', async () => {
    const { pdf, dropped } = await renderOk(input)
    const { pageCount, text } = await readPdf(pdf)
    expect(pageCount).toBe(1)
    const printed = wordsOf(text).join('')
    for (const edition of editions)
      for (const word of wordsOfMarkdown(withoutBlocks(edition, dropped)))
        expect(printed).toContain(word)
    for (const line of STANDARD) expect(printed).toContain(line.replaceAll(' ', ''))
  })

  it.skipIf(!hasTool('pdftotext'))('holds the same words by poppler', async () => {
    const { pdf, dropped } = await renderOk(input)
    const printed = wordsOf(runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? '').join('')
    for (const edition of editions)
      for (const word of wordsOfMarkdown(withoutBlocks(edition, dropped)))
        expect(printed).toContain(word)
  })

  it.skipIf(!hasTool('qpdf'))('is a file in which qpdf finds no fault', async () => {
    expect(runTool('qpdf', ['--check', 'FILE'], (await renderOk(input)).pdf)).toContain('No syntax')
  })

  it('prints the code once and is the same bytes every time', async () => {
    const { pdf } = await renderOk(input)
    const { links } = await readPdf(pdf)
    expect(links.filter((link) => link === 'https://example.org/topics/india-russia')).toHaveLength(
      1,
    )
    const again = await renderOk(input)
    const [one, two] = [pdf, again.pdf].map((bytes) => createHash('sha256').update(bytes).digest())
    expect(one).toEqual(two)
  })

  it('fills the page, and reports its lines as the brief does', async () => {
    const { report } = await renderOk(input)
    expect(report.fill).toBeGreaterThan(0.94)
    expect(report.widestGapPt).toBeGreaterThan(1)
    expect(report.hyphens).toBeGreaterThan(0)
    expect(report.rung).toBe('dropped')
  })
})

describe.each(LAYOUTS)('any amount of text %s', (layout) => {
  it('is one page, filled as far as the largest size goes, or an error that says by how much', async () => {
    for (let count = 1; count <= 12; count++) {
      const page = (text: string): string =>
        pageOf(
          ...Array.from({ length: 1 + (count % 4) }, (_, index) =>
            section(`s${index}`, point(text, 1 + ((count + index) % 3)).repeat(count)),
          ),
        )
      const result = await renderBilingual(bilingual(page(english), page(hindi), { layout }))
      if (result.pdf === undefined) {
        expect(result.report.overflowLines).toBeGreaterThan(0)
        expect(result.report.cheapestCut).not.toBe('')
        continue
      }
      expect((await readPdf(result.pdf)).pageCount).toBe(1)
      expect(result.report.fill).toBeLessThanOrEqual(1)
      if (result.report.sizePt < 11.5) expect(result.report.fill).toBeGreaterThan(0.9)
    }
  })

  it.each(['::: masthead\n# T\n:::', '::: foot\nX\n:::', section('one', '')])(
    'is a page also of a brief that is nearly empty: %s',
    async (markdown) => {
      const { pdf } = await renderOk(bilingual(markdown, markdown, { layout }))
      expect((await readPdf(pdf)).pageCount).toBe(1)
      const other = await renderOk(
        bilingual(markdown, pageOf(section('one', point(hindi))), { layout }),
      )
      expect((await readPdf(other.pdf)).text).toContain('दोनों')
    },
  )
})

describe('a photograph with a caption in each language', () => {
  const bytes = pngOf(40, 20)
  const file = { mime: 'image/png', bytes, widthPx: 40, heightPx: 20 } as const
  const pictures = new Map([...PICTURES]).set('images/a.png', { kind: 'image', file })
  const page = (caption: string): string =>
    pageOf(section('one', `${caption}\n\n![A square](images/a.png)`))

  it.each([
    ['stacked', 1],
    ['side-by-side', 2],
  ] as const)('is printed %s %i time(s), and each caption once', async (layout, times) => {
    const input = bilingual(page('Caption'), page('चित्र'), { layout })
    const [first, second] = input.editions
    const editions = [
      { ...first, pictures },
      { ...second, pictures },
    ] as const
    const { pdf } = await renderOk({ ...input, editions })
    const printed = await textOf(pdf)
    expect(printed.split('Caption')).toHaveLength(2)
    expect(printed.split('चित्र')).toHaveLength(2)
    const figures = JSON.stringify(await readStructure(pdf)).match(/A square/gu)
    expect(figures).toHaveLength(times)
  })
})

describe.each(LAYOUTS)('what an edition only inherits, %s', (layout) => {
  it('is printed once, in the original', async () => {
    const head = ['::: header', '- Left', '- Middle', '- Right', ':::']
    const figures = ['::: figures', '- **3** %', '  - label', ':::']
    const foot = '::: foot\nSources\n\nInstitute\n:::'
    const page = (title: string, text: string): string =>
      [
        ...head,
        '::: masthead',
        `# ${title}`,
        '## Subtitle',
        '> Summary',
        ':::',
        ...figures,
        section('same', '- inherited'),
        section('other', point(text)),
        foot,
      ].join('\n')
    const input = bilingual(page('Title', english), page('शीर्षक', hindi), { layout })
    const printed = await textOf((await renderOk({ ...input, hasOneFoot: true })).pdf)
    for (const word of ['Left', 'Right', 'Subtitle', 'Summary', 'label', 'inherited', 'Sources'])
      expect([word, printed.split(word).length - 1]).toEqual([word, 1])
    expect(printed).toContain('शीर्षक')
    expect(printed.split('Institute').length - 1).toBe(1)
  })

  it('is printed once under a heading that is translated', async () => {
    const table = (heading: string): string =>
      section('rows', '| City | Rain |\n|---|---|\n| Kochi | 3005 |').replace(
        '## rows',
        `## ${heading}`,
      )
    const page = (heading: string, text: string): string =>
      pageOf(table(heading), section('other', point(text)))
    const input = bilingual(page('Towns', english), page('नगर', hindi), { layout })
    const printed = await textOf((await renderOk(input)).pdf)
    for (const word of ['Towns', 'नगर', 'Kochi', '3005'])
      expect([word, printed.split(word).length - 1]).toEqual([word, 1])
  })

  it('is not a chart whose labels are translated', async () => {
    const chart = section('trade', '![x](charts/trade.svg)')
    const picture = PICTURES.get('charts/trade.svg')
    if (picture?.kind !== 'chart') throw new Error('no chart')
    const categories = picture.chart.categories.map(() => [{ kind: 'text', text: 'चीन' }] as const)
    const translated = new Map([...PICTURES]).set('charts/trade.svg', {
      kind: 'chart',
      chart: { ...picture.chart, categories },
    })
    const input = bilingual(pageOf(chart), pageOf(chart), { layout })
    const [first, second] = input.editions
    const same = await renderOk(input)
    expect((await textOf(same.pdf)).split('62.6').length - 1).toBe(1)
    const editions = [first, { ...second, pictures: translated }] as const
    expect((await textOf((await renderOk({ ...input, editions })).pdf)).split('62.6')).toHaveLength(
      3,
    )
  })
})

describe.each(LAYOUTS)('the structure of a page %s', (layout) => {
  it('passes our audit of PDF/UA-1 and PDF/A-2a', async () => {
    const editions = [readFixture('partnership.md'), readFixture('partnership.hi.md')] as const
    const { pdf } = await renderOk(bilingual(...editions, { layout }))
    expect(auditPdf(pdf)).toEqual([])
  })

  it('is read section by section, each in the first language and then in the second', async () => {
    const left = pageOf(section('one', point(english)), section('two', point(english)))
    const right = pageOf(section('one', point(hindi)), section('two', point(hindi)))
    const { pdf } = await renderOk(bilingual(left, right, { layout }))
    const printed = await textOf(pdf)
    expect(printed.match(/Both|दोनों/gu)).toEqual(['Both', 'दोनों', 'Both', 'दोनों'])
    const [tree] = await readStructure(pdf)
    if (tree === undefined) throw new Error('no structure')
    const sections = findAll(tree, 'Sect').filter((each) => findAll(each, 'H2').length > 0)
    // The language of the document is that of the first edition, and is not said again.
    expect(sections.map(({ lang }) => lang)).toEqual(['', 'hi', '', 'hi'])
    expect(sections.map(({ text }) => /Both/u.test(text))).toEqual([true, false, true, false])
  })
})

function withoutBlocks(markdown: string, ids: readonly string[]): string {
  return ids.reduce(
    (text, id) => text.replace(new RegExp(`^::: \\w+ \\{"id":"${id}"[^]*?^:::$`, 'mu'), ''),
    markdown,
  )
}

describe('side by side', () => {
  const ids = ['one', 'two', 'three']
  const left = pageOf(...ids.map((id, index) => section(id, point(english, index + 1).repeat(3))))
  const right = pageOf(
    ...ids.map((id, index) => section(id, point(hindi, 3 - index).repeat(3))).toReversed(),
  )

  it('begins every section at the same height in both columns, also in another order', async () => {
    const { pdf } = await renderOk(bilingual(left, right))
    const places = await placesIn(pdf)
    for (const number of ['1', '2', '3']) {
      const heading = new RegExp(`^${number}(?: |$)`, 'u')
      const [first, second] = [topsOf(places, heading, 0), topsOf(places, heading, 1)]
      expect([first.length, second.length]).toEqual([1, 1])
      expect(Math.abs((first[0] ?? 0) - (second[0] ?? 99))).toBeLessThan(0.5)
    }
  })

  it('sets the lines of a pair of points on one grid', async () => {
    const { pdf } = await renderOk(bilingual(left, right))
    const places = await placesIn(pdf)
    const starts = (pattern: RegExp, column: 0 | 1) => topsOf(places, pattern, column)
    const first = starts(/^Both/u, 0)
    const second = starts(/^दोनों/u, 1)
    // Also where the sentence begins again inside a point, a line of the one is a line of the other.
    const lines = new Set(starts(/./u, 0).map((y) => y.toFixed(1)))
    expect(first.length).toBeGreaterThan(6)
    expect(second.length).toBeGreaterThan(6)
    const [firstOfPage] = second
    expect([...lines]).toContain(firstOfPage?.toFixed(1))
  })

  it('sets the rows of a table at the same heights, however many lines they have', async () => {
    const table = (first: string): string =>
      pageOf(section('one', `| A | B |\n| --- | --- |\n| ${first} | x |\n| last | y |\n`))
    const input = bilingual(table(english.repeat(3)), table('छोटा'))
    const places = await placesIn((await renderOk(input)).pdf)
    const [left, right] = [topsOf(places, /^last/u, 0), topsOf(places, /^last/u, 1)]
    expect([left.length, right.length]).toEqual([1, 1])
    expect(Math.abs((left[0] ?? 0) - (right[0] ?? 99))).toBeLessThan(0.5)
  })

  it('leaves the place of a section that one edition does not have empty', async () => {
    const more = `${right}\n${section('extra', point(hindi))}`
    const { pdf } = await renderOk(bilingual(left, more))
    const places = await placesIn(pdf)
    expect(topsOf(places, /extra$/u, 0)).toHaveLength(0)
    expect(topsOf(places, /extra$/u, 1)).toHaveLength(1)
    const numbers = ['1', '2', '3', '4'].map((number) => [
      topsOf(places, new RegExp(`^${number}(?: |$)`, 'u'), 0).length,
      topsOf(places, new RegExp(`^${number}(?: |$)`, 'u'), 1).length,
    ])
    // It follows the section it follows in its own edition.
    expect(numbers).toEqual([
      [1, 1],
      [0, 1],
      [1, 1],
      [1, 1],
    ])
  })
})

describe.each(LAYOUTS)('a page %s with too much text', (layout) => {
  const stay = (text: string): string => section('stay', point(text, 3).repeat(6))
  const edition = (text: string, priority: number): string =>
    pageOf(
      stay(text),
      section('go', point(text, 3).repeat(4), priority),
      section('short', point(text), 2),
    )

  it('loses the least important sections in both languages', async () => {
    const input = bilingual(edition(english, 3), edition(hindi, 3), { layout })
    const { pdf, dropped, report } = await renderOk(input)
    expect(dropped).toEqual(['go'])
    expect(report.rung).toBe('dropped')
    expect(await textOf(pdf)).not.toContain('go')
    expect(await textOf(pdf)).toContain('short')
  })

  it('loses with a section what means nothing without it', async () => {
    const foot = '::: foot\nSources<span data-of="go">, Key (A)</span>\n:::'
    const withFoot = (text: string): string => `${edition(text, 3)}\n${foot}`
    const { pdf } = await renderOk(bilingual(withFoot(english), withFoot(hindi), { layout }))
    const printed = await textOf(pdf)
    expect(printed).toContain('Sources')
    expect(printed).not.toContain('Key')
    const kept = bilingual(withFoot('Short. '), withFoot('छोटा। '), { layout })
    expect(await textOf((await renderOk(kept)).pdf)).toContain('Key(A)')
  })

  it('keeps what one of the editions calls most important, and then says by how much it is over', async () => {
    const long = (text: string): string =>
      pageOf(stay(text), section('go', point(text, 3).repeat(9)))
    const input = bilingual(long(english), long(hindi).replace('"priority":1', '"priority":4'), {
      layout,
    })
    const { pdf, report, dropped } = await renderBilingual(input)
    expect([pdf, dropped]).toEqual([undefined, []])
    expect(report.overflowLines).toBeGreaterThan(0)
    expect(report.cheapestCut).toContain('leave out “stay”')
    expect(report.sections.map(({ id }) => id)).toEqual(['stay', 'go'])
  })

  it('never goes below the floor of its preset', async () => {
    for (const [preset, floor] of [
      ['dense', 9],
      ['standard', 10],
      ['clear-print', 12],
    ] as const) {
      const input = bilingual(edition(english, 2), edition(hindi, 2), { layout, preset })
      const { report } = await renderBilingual(input)
      expect(report.sizePt).toBeGreaterThanOrEqual(floor)
    }
  })
})
