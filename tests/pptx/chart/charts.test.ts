/** Charts of every kind and of odd figures, as the program writes them: the judge, the validator and LibreOffice look. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { judgePptx, sayFindings } from '../judge/judge-pptx.ts'
import { childAt, find, numberOf, textOf } from '../judge/read-xml.ts'
import { type MadeFile, makeFiles } from '../made-files.ts'
import { lettersOf, unescapeXml } from '../office/letters.ts'
import { hasOffice, toPdf } from '../office/open-office.ts'
import { readPdfPages } from '../office/pdf-pages.ts'
import { hasValidator, validate } from '../open-xml-sdk.ts'
import { type ChartPart, cachedTexts, readCharts } from './chart-parts.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

const FILES = {
  'content/charts.md': read('../../chart/gallery/charts.md'),
  'content/charts.hi.md': read('../../chart/gallery/charts.hi.md'),
  'content/odd.md': read('odd-charts.md'),
}

const isOffice = hasOffice()
const isValidated = hasValidator()

let made: readonly MadeFile[]
let narrow: readonly MadeFile[]

beforeAll(async () => {
  made = await makeFiles({ files: FILES })
  narrow = await makeFiles({ files: FILES, size: '4:3' })
}, 120_000)

function fileOf(slug: string): MadeFile {
  const file = made.find(({ name }) => name === slug)
  if (file === undefined) throw new Error(`no ${slug}`)
  return file
}

function chartTitled(title: string, slug = 'odd'): ChartPart {
  const chart = readCharts(fileOf(slug).bytes).find((one) => one.title.startsWith(title))
  if (chart === undefined) throw new Error(`no chart on ${title}`)
  return chart
}

describe('a chart', () => {
  it('is right in the eyes of the judge, in both languages and sizes', () => {
    for (const { name, bytes } of [...made, ...narrow]) {
      expect(readCharts(bytes).length, name).toBeGreaterThan(10)
      expect(sayFindings(judgePptx(bytes)), name).toEqual([])
    }
  })

  it.skipIf(!isValidated)('is valid by the schemas of Office', async () => {
    expect(await validate([...made, ...narrow].map(({ path }) => path))).toEqual([])
  })

  it('stands in the placeholder of its layout, with words for those who cannot see it', () => {
    for (const { placeholder, alt, title } of made.flatMap(({ bytes }) => readCharts(bytes))) {
      expect(placeholder, title).toBe('1')
      expect(alt, title).not.toBe('')
    }
  })

  it('adds less than 12 kB to the file, with its workbook', async () => {
    const topic = (chart: string): string =>
      `---\ntitle: Weight\nsections:\n  - {title: A, points: [b]}\n${chart}---\n`
    const row = (i: number): string => `["A name of a district ${i}", ${(i * 37) % 91}.5]`
    const rows = Array.from({ length: 12 }, (_, i) => row(i)).join(', ')
    const [, bare] = [0, await makeFiles({ files: { 'content/a.md': topic('') } })]
    const section = `  - {title: B, chart: {data: [${rows}], caption: C}}\n`
    const more = await makeFiles({ files: { 'content/a.md': topic(section) } })
    const added = (more[0]?.bytes.length ?? 0) - (bare[0]?.bytes.length ?? 0)
    expect(added).toBeGreaterThan(3000)
    expect(added).toBeLessThan(12_000)
  })

  it('is counted by the file, not by the run', () => {
    for (const { bytes } of made)
      expect(readCharts(bytes).map(({ path }) => path)).toEqual(
        readCharts(bytes).map((_, index) => `ppt/charts/chart${index + 1}.xml`),
      )
  })

  it('has no letter under 24 px', () => {
    for (const { xml, title } of made.flatMap(({ bytes }) => readCharts(bytes)))
      for (const name of ['a:defRPr', 'a:rPr'])
        for (const look of find(xml, name))
          expect(numberOf(look, 'sz'), title).toBeGreaterThanOrEqual(1800)
  })

  it('takes its colours and fonts from the theme of the file', () => {
    const { xml } = chartTitled('Six series')
    const fills = find(xml, 'c:ser').map((one) => childAt(one, 'c:spPr/a:solidFill/a:schemeClr'))
    expect(fills.map((fill) => fill?.attributes.get('val')).filter(Boolean).length).toBe(6)
    const fonts = new Set(find(xml, 'a:cs').map(({ attributes }) => attributes.get('typeface')))
    expect([...fonts]).toEqual(['+mn-cs'])
  })
})

describe('what a chart shows', () => {
  it('leaves a gap where no figure is known, and never a zero', () => {
    const { xml } = chartTitled('Lines with gaps')
    const [exports] = find(xml, 'c:val')
    const points = find(exports, 'c:pt').map((point) => numberOf(point, 'idx'))
    expect(points).toEqual([0, 2, 3])
    expect(childAt(xml, 'c:chart/c:dispBlanksAs')?.attributes.get('val')).toBe('gap')
  })

  it('has ranges at their middle, and writes both ends', () => {
    const chart = chartTitled('Ranges and missing')
    expect(cachedTexts(chart, 'c:val')[0]?.[0]).toBe('90')
    expect(find(chart.xml, 'a:fld').map(textOf)).toContain('85–95')
    expect(textOf(chart.xml)).toContain('85–95')
  })

  it('goes on over several slides on one scale', () => {
    const parts = readCharts(fileOf('charts').bytes).filter(({ title }) =>
      title.startsWith('A long ranking'),
    )
    expect(parts.length).toBe(3)
    const ends = parts.map(({ xml }) =>
      ['c:max', 'c:min'].map((name) => numberOf(find(xml, name)[0], 'val')).join(),
    )
    expect(new Set(ends).size).toBe(1)
    const rows = parts.flatMap((part) => cachedTexts(part, 'c:cat')[0] ?? [])
    expect(rows).toEqual(rows.map((_, index) => `District ${index + 1}`))
  })

  it('gives the highlighted bar the colour to notice', () => {
    const { xml } = chartTitled('Negative values')
    const points = find(xml, 'c:dPt').map((point) => [
      numberOf(childAt(point, 'c:idx'), 'val'),
      find(point, 'a:schemeClr')[0]?.attributes.get('val'),
    ])
    expect(points).toEqual([[2, 'accent2']])
  })

  it('has its categories from top to bottom, and no rule or grid that the drawing has not', () => {
    const { xml } = chartTitled('Twelve bars')
    const [category] = find(xml, 'c:catAx')
    expect(find(category, 'c:orientation')[0]?.attributes.get('val')).toBe('maxMin')
    expect(find(xml, 'c:majorGridlines')).toEqual([])
    expect(find(xml, 'c:legend')).toEqual([])
  })

  it('stands on a time axis where years are not evenly apart', () => {
    const { xml } = chartTitled('Lines with gaps')
    expect(find(xml, 'c:dateAx')).toHaveLength(1)
    expect(find(chartTitled('Six lines').xml, 'c:dateAx')).toEqual([])
  })
})

/** Times that a time axis labels at steps of its own, or that stand slanted, letter by letter. */
const TIME = /^(?:\p{L}{3} |FY )?\d{4}(?:-\d{2})?$/u

/** Letters of the drawings of each HTML slide. */
function drawnTexts(html: string): readonly (readonly string[])[] {
  return html
    .split('<section')
    .slice(1)
    .map((slide) =>
      [...slide.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
        .map(([, text = '']) => unescapeXml(text))
        .filter((text) => text !== '–' && !TIME.test(text)),
    )
}

describe.skipIf(!isOffice)('LibreOffice', () => {
  it('draws every figure and name of the drawing on the page', () => {
    const pdfs = toPdf(made.map(({ path }) => path))
    const lost = made.flatMap(({ name, html }, index) => {
      const pages = readPdfPages(pdfs[index] ?? '')
      return drawnTexts(html).flatMap((texts, at) => {
        const letters = lettersOf((pages[at]?.words ?? []).map(({ text }) => text).join(''))
        return texts
          .filter((text) => !letters.includes(lettersOf(text)))
          .map((text) => `${name} ${at + 1}: ${text}`)
      })
    })
    expect(lost).toEqual([])
  }, 120_000)
})
