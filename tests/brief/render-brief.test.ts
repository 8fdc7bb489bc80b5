import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseBrief } from '../../scripts/brief/parse-brief.ts'
import { type BriefInput, type BriefResult, renderBrief } from '../../scripts/brief/render-brief.ts'
import { textOfObjects } from '../typeset/pdf-objects.ts'
import { hasTool, readPdf, runTool, wordsOf } from '../typeset/pdf-text.ts'
import { placesIn } from './pdf-places.ts'
import { makeInput, pageOf, readFixture, section } from './sample-input.ts'
import { wordsOfMarkdown } from './words-of-markdown.ts'

async function renderOk(input: BriefInput): Promise<Extract<BriefResult, { ok: true }>> {
  const result = await renderBrief(input)
  if (!result.ok) throw new Error(`over by ${result.report.overflowLines} lines`)
  return result
}

const sentence =
  'Both countries want a supply of critical minerals that does not run through any third port. '
const point = (count: number): string => `- ${sentence.repeat(count)}\n`

describe('the sample topic', () => {
  const cases = [
    ['partnership.md', 'en'],
    ['partnership.hi.md', 'hi'],
  ] as const

  it.each(cases)('%s is one page and holds every word, by pdf.js', async (name, lang) => {
    const markdown = readFixture(name)
    const { pdf, report } = await renderOk(makeInput(markdown, { lang }))
    const { pageCount, text, links } = await readPdf(pdf)
    expect(pageCount).toBe(1)
    expect(report.fill).toBeGreaterThan(0.9)
    expect(Math.abs((report.columnFill[0] ?? 0) - (report.columnFill[1] ?? 0))).toBeLessThan(0.05)
    const printed = wordsOf(text)
    for (const word of wordsOfMarkdown(markdown)) expect(printed).toContain(word)
    expect(links).toContain('https://example.org/topics/india-russia')
  })

  it.skipIf(!hasTool('pdftotext')).each(cases)('%s: the same by poppler', async (name, lang) => {
    const markdown = readFixture(name)
    const { pdf } = await renderOk(makeInput(markdown, { lang }))
    const printed = wordsOf(runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? '')
    for (const word of wordsOfMarkdown(markdown)) expect(printed).toContain(word)
  })

  it.skipIf(!hasTool('mutool')).each(cases)('%s: the same by MuPDF', async (name, lang) => {
    const markdown = readFixture(name)
    const { pdf } = await renderOk(makeInput(markdown, { lang }))
    const printed = wordsOf(runTool('mutool', ['draw', '-F', 'txt', 'FILE'], pdf) ?? '')
    for (const word of wordsOfMarkdown(markdown)) expect(printed).toContain(word)
  })

  it.skipIf(!hasTool('qpdf')).each(cases)('%s: qpdf finds no fault', async (name, lang) => {
    const { pdf } = await renderOk(makeInput(readFixture(name), { lang }))
    expect(runTool('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
  })

  it('numbers the sections itself and leaves boxes without a number', async () => {
    const { pdf } = await renderOk(makeInput(readFixture('partnership.md')))
    const { text } = await readPdf(pdf)
    expect(text).toMatch(/7\s+Objectives/u)
    expect(text).not.toMatch(/8\s+Practice/u)
  })
})

describe('the fit', () => {
  it('fills the page from a third to a whole page of text, or says by how much it is too much', async () => {
    for (let count = 2; count <= 14; count++) {
      const sections = Array.from({ length: 6 }, (_, index) =>
        section(`s${index}`, point(1) + point(2).repeat(Math.ceil(count / 4)) + point(count % 3)),
      )
      const result = await renderBrief(makeInput(pageOf(...sections)))
      const { report } = result
      if (!result.ok) {
        expect(report.overflowLines).toBeGreaterThan(0)
        continue
      }
      expect((await readPdf(result.pdf)).pageCount).toBe(1)
      expect(report.fill).toBeLessThanOrEqual(1)
      if (report.sizePt < 11.5) expect(Math.min(...report.columnFill)).toBeGreaterThan(0.9)
    }
  })

  it('says by how many lines, which section is largest and what is cheapest to cut', async () => {
    const markdown = pageOf(
      section('long', point(3).repeat(13)),
      section('short', point(3).repeat(3), 3),
      section('middle', point(3).repeat(8)),
    )
    const { ok, report } = await renderBrief(makeInput(markdown))
    expect(ok).toBe(false)
    expect(report.largestSection).toBe('long')
    expect(report.overflowLines).toBeGreaterThan(0)
    expect(report.overflowLines).toBeLessThan(80)
    expect(report.cheapestCut).toMatch(/leave out “short” \(\d+ lines\).*“(?:long|middle)”/u)
    expect(report.sections.map(({ id }) => id)).toEqual(['long', 'short', 'middle'])
  })

  it.each([
    [[40], /^shorten “s0” by \d+ lines$/u],
    [[12, 6, 8], /^leave out “s\d” \(\d+ lines\) or shorten “s0” by \d+ lines$/u],
    [
      [9, 9, 9, 9, 9, 9, 9, 9, 9],
      /^leave out (?:“s\d” \(\d+ lines\)(?:, )?){3} and \d more, or shorten them by \d+ lines together$/u,
    ],
  ])('names what can be cut, and never more of it than there is: %j', async (counts, told) => {
    const sections = counts.map((count, index) => section(`s${index}`, point(3).repeat(count)))
    const { report } = await renderBrief(makeInput(pageOf(...sections)))
    expect(report.cheapestCut).toMatch(told)
    const lines = Math.max(...report.sections.map((each) => each.lines))
    const shorten = /shorten “s\d” by (\d+)/u.exec(report.cheapestCut)?.[1] ?? '0'
    expect(Number(shorten)).toBeLessThan(lines)
  })

  it('says when the sections alone are not what is too long', async () => {
    const summary = `# Title\n\n> ${sentence.repeat(60)}`
    const markdown = `::: masthead\n${summary}\n:::\n${section('a', '- b')}`
    const { ok, report } = await renderBrief(makeInput(markdown))
    expect(ok).toBe(false)
    expect(report.cheapestCut).toBe('shorten what stands above and below the sections')
  })

  it('never goes below the floor of its preset', async () => {
    const markdown = pageOf(
      ...Array.from({ length: 8 }, (_, index) => section(`s${index}`, point(2).repeat(3))),
    )
    const dense = await renderBrief(makeInput(markdown, { preset: 'dense' }))
    const standard = await renderBrief(makeInput(markdown, { preset: 'standard' }))
    const clear = await renderBrief(makeInput(markdown, { preset: 'clear-print' }))
    expect(dense.report.sizePt).toBeGreaterThanOrEqual(9)
    expect(standard.report.sizePt).toBeGreaterThanOrEqual(10)
    expect(clear.report.sizePt).toBeGreaterThanOrEqual(12)
    expect(clear.report.xHeightMm).toBeGreaterThanOrEqual(2)
    expect(clear.ok).toBe(false)
  })
})

describe('the header', () => {
  const words = 'State PSC Paper III, unit 4 '
  it.each([
    ['', words.repeat(5), ''],
    [words.repeat(2), words.repeat(4), ''],
    [words, words, words.repeat(5)],
    [words.repeat(6), words.repeat(6), '1 June 2025'],
  ])('%j, %j, %j: stays between the margins', async (...texts) => {
    const header = ['::: header', ...texts.map((text) => `- ${text}`), ':::'].join('\n')
    const { pdf } = await renderOk(makeInput(`${header}\n${pageOf(section('a', '- b'))}`))
    const places = await placesIn(pdf)
    expect(places.map(({ text }) => text).join('')).toContain('unit 4')
    for (const { x, width } of places) {
      expect(x).toBeGreaterThan(42)
      expect(x + width).toBeLessThan(553.5)
    }
  })
})

describe('numbered items', () => {
  const items = Array.from(
    { length: 15 },
    (_, index) =>
      `1. Question number ${index} asks which of these is true?\n\n   (A) one\n\n   (B) two\n\n   (C) three\n\n   (D) four\n`,
  ).join('\n')

  it('leave room beside the widest number', async () => {
    const { pdf } = await renderOk(makeInput(pageOf(section('q', items))))
    const places = await placesIn(pdf)
    const numbers = places.filter(({ text }) => /^\d+\.$/u.test(text))
    expect(numbers).toHaveLength(15)
    for (const { x, y, width } of numbers) {
      const text = places.find(
        (place) => Math.abs(place.y - y) < 2 && place.x > x && place.x < x + 40,
      )
      expect((text?.x ?? 0) - (x + width)).toBeGreaterThan(2)
    }
  })

  it('keep what belongs to them in their column', async () => {
    for (const before of ['', '- one\n', '- one\n- two\n', '- one\n- two\n- three\n']) {
      const markdown = pageOf(section('a', `- x\n${before}`), section('q', items))
      const { pdf, report } = await renderOk(makeInput(markdown))
      expect(report.columns).toBe(2)
      const options = (await placesIn(pdf)).filter(({ text }) => /^\([AC]\)/u.test(text))
      for (let index = 0; index < options.length; index += 2)
        expect(options[index]?.x).toBeCloseTo(options[index + 1]?.x ?? 0, 0)
    }
  })
})

describe('pictures', () => {
  /** 2 × 1 pixels, red and blue. */
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==',
    'base64',
  )

  it('sets a photograph under its caption, never larger than its pixels allow', async () => {
    const file = { mime: 'image/png', bytes: png, widthPx: 2, heightPx: 1 } as const
    const pictures = new Map([['images/a.png', { kind: 'image', file } as const]])
    const markdown = pageOf(section('a', 'The caption\n\n![alt](images/a.png)'))
    const { pdf } = await renderOk(makeInput(markdown, { pictures }))
    expect((await readPdf(pdf)).text).toContain('The caption')
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Subtype /Image')
  })

  it('names the line of a picture nobody gave', async () => {
    const markdown = pageOf(section('a', '![alt](charts/none.svg)'))
    await expect(renderBrief(makeInput(markdown))).rejects.toThrow('line 7: no picture')
  })
})

describe('naughty input', () => {
  const oneOf = async (content: string): Promise<BriefResult> => {
    const result = await renderBrief(makeInput(pageOf(section('only', content))))
    if (result.ok) expect((await readPdf(result.pdf)).pageCount).toBe(1)
    return result
  }

  it('sets a word of 300 letters', async () => {
    const result = await oneOf(`- ${'x'.repeat(300)}`)
    expect(result.ok).toBe(true)
  })

  it('reports 5,000 letters अ without a space', async () => {
    const result = await oneOf('अ'.repeat(5000))
    expect(result.ok).toBe(false)
    expect(result.report.overflowLines).toBeGreaterThan(10)
  })

  it('reports a table of 60 rows or sets it whole', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| Row ${row} | ${row}.5 |`).join('\n')
    const result = await oneOf(`| Name | Value |\n| --- | --: |\n${rows}`)
    if (!result.ok) {
      expect(result.report.overflowLines).toBeGreaterThan(0)
      return
    }
    const { text } = await readPdf(result.pdf)
    for (let row = 0; row < 60; row++) expect(text).toContain(`Row ${row}`)
  })

  it('sets 40 short sections', async () => {
    const sections = Array.from({ length: 40 }, (_, index) => section(`s${index}`, 'One line.'))
    const result = await renderBrief(makeInput(pageOf(...sections), { preset: 'dense' }))
    if (result.ok) expect((await readPdf(result.pdf)).text).toContain('s39')
    else expect(result.report.overflowLines).toBeGreaterThan(0)
  })

  it('sets an empty section, and a page of nothing', async () => {
    expect((await oneOf('')).ok).toBe(true)
    expect((await renderBrief(makeInput(''))).ok).toBe(true)
  })

  it('sets one section alone', async () => {
    const { report } = await oneOf(point(2).repeat(5))
    expect(report.fill).toBeGreaterThan(0)
  })

  it('sets nested lists, quotations, subheadings, numbers and wide tables', async () => {
    const result = await oneOf(
      [
        '### Sub',
        '1. one',
        '2. two',
        '   - deeper',
        '     - deepest',
        '',
        '> said',
        '>',
        '> — who',
        '',
        '| A | B | C | D | E |',
        '| --- | --: | --: | --- | --- |',
        '| incomprehensibilities | 1.25 | 85–95 | responsibility | x |',
        '| b | 10.5 | 3 | y | z |',
      ].join('\n'),
    )
    expect(result.ok).toBe(true)
  })

  it('keeps metadata as it is', async () => {
    const title = 'A & B < C > (D) \\ \n अ'
    const { pdf } = await renderOk(makeInput(pageOf(section('a', 'b')), { title }))
    expect((await readPdf(pdf)).pageCount).toBe(1)
  })
})

describe('broken Markdown is the template’s fault and has a line', () => {
  it.each([
    ['::: section {"id":"a"}\n## A', 1, 'never closed'],
    ['::: masthead\n# A\n::: foot\n:::', 3, 'still open'],
    ['\n::: sektion\n:::', 2, 'unknown block'],
    ['::: section {id:1}\n:::', 1, 'needs {"id"'],
    ['::: section {"id":""}\n:::', 1, 'no "id"'],
    ['hello', 1, 'outside any'],
    [':::', 1, 'closes nothing'],
    ['::: foot\n:::\n::: foot\n:::', 3, 'a second'],
    ['::: section {"id":"a"}\n## A\n\n***\n:::', 4, 'no meaning'],
    ['::: section {"id":"a"}\n\n<script>x</script>\n:::', 3, 'raw HTML'],
  ])('%j', (markdown, line, message) => {
    expect(() => parseBrief(markdown)).toThrow(`line ${line}: `)
    expect(() => parseBrief(markdown)).toThrow(message)
  })
})

describe('same bytes for same input', () => {
  const digest = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex')

  it('twice in one process', async () => {
    const input = makeInput(readFixture('partnership.hi.md'), { lang: 'hi' })
    const first = await renderOk(input)
    expect(digest((await renderOk(input)).pdf)).toBe(digest(first.pdf))
  })

  it('whatever page came before, the time zone and the locale', async () => {
    const script = fileURLToPath(new URL('./print-digest.ts', import.meta.url))
    const run = (TZ: string, LANG: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      })
    const here = await renderOk(makeInput(readFixture('partnership.md')))
    expect(run('Asia/Kolkata', 'hi_IN.UTF-8')).toBe(digest(here.pdf))
    expect(run('America/Los_Angeles', 'C')).toBe(digest(here.pdf))
  })

  it('names no date when none is given', async () => {
    const { pdf } = await renderOk(makeInput(pageOf(section('a', 'b')), { date: '' }))
    expect(textOfObjects(pdf)).not.toMatch(/CreationDate|ModDate|CreateDate/u)
    expect(textOfObjects(pdf)).toContain('/Producer')
  })
})
