import { describe, expect, it } from 'vitest'
import { breakParagraph, type Line } from '../../scripts/typeset/break-paragraph.ts'
import { splitClusters } from '../../scripts/typeset/grapheme-cluster.ts'
import { hangAtEnd } from '../../scripts/typeset/hanging.ts'
import { loadHyphenator, neverHyphenate } from '../../scripts/typeset/hyphenate.ts'
import { giveOf, type Item } from '../../scripts/typeset/item.ts'
import type { Mark } from '../../scripts/typeset/mark.ts'
import { openFace } from '../../scripts/typeset/open-face.ts'
import { makeItems } from '../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../scripts/typeset/set-line.ts'
import { shapeRun } from '../../scripts/typeset/shape-run.ts'
import { MissingGlyphError, splitRuns } from '../../scripts/typeset/split-runs.ts'
import { makeElement } from '../../scripts/typeset/structure.ts'
import { makeSpan, type SpanOptions, type TextSpan } from '../../scripts/typeset/text-span.ts'
import { writePdf } from '../../scripts/typeset/write-pdf.ts'
import { hasTool, readPdf, runTool, wordsOf } from './pdf-text.ts'

const SERIF = { stack: 'serif', weight: 400, isItalic: false } as const
const SANS = { ...SERIF, stack: 'sans' } as const
const BOLD = { ...SERIF, weight: 700 } as const
const TAG = makeElement('P', undefined)

const ENGLISH =
  'Delhi and Moscow have put industry at the centre of the partnership: critical minerals first, then aerospace, metals and transport. The turn comes under American pressure over Russian oil, although the European Union alone bought goods worth 39.1 billion dollars from Russia in 2024. Washington spares China, whose gallium, germanium, graphite and rare earths its own defence industry needs.'
const HINDI =
  'दिल्ली और मॉस्को ने उद्योग को साझेदारी के केंद्र में रखा है: पहले महत्वपूर्ण खनिज, फिर पूर्वोत्तर की संस्थाएँ, एयरोस्पेस, धातु और परिवहन (2024 में 39.1 अरब डॉलर)। हिन्दी विद्यार्थी, कर्मचारी, ट्रैक्टर और CSIR-IMMT ऐसी सूची में हैं।'

const span = (
  text: string,
  options: SpanOptions = {},
  style: TextSpan['style'] = SERIF,
): TextSpan => makeSpan(text, { style, color: '#14181f' }, options)

async function itemsOf(...spans: readonly TextSpan[]): Promise<readonly Item[]> {
  return makeItems(spans, { hyphenate: await loadHyphenator('en'), longWordEm: 14 })
}

/** Width as drawn; what hangs out of the measure counts. */
function drawnWidth(items: readonly Item[], line: Line): number {
  let width = 0
  for (const item of items.slice(line.from, line.to)) {
    if (item.type === 'box') width += item.width + line.letterStretch * giveOf(item)
    if (item.type === 'glue')
      width += item.width + line.extraGap + line.letterStretch * giveOf(item)
  }
  const end = items[line.to]
  const hyphen = end?.type === 'penalty' ? end.hyphen : undefined
  return width + (hyphen === undefined ? 0 : hyphen.width + line.letterStretch * giveOf(hyphen))
}

/** Right of the left edge of the measure, without what hangs over the right one. */
function rightEdge(items: readonly Item[], line: Line): number {
  const end = items[line.to]
  const last = end?.type === 'penalty' ? (end.hyphen ?? items[line.to - 1]) : items[line.to - 1]
  const hang = last?.type === 'box' ? hangAtEnd(last) : 0
  return drawnWidth(items, line) - line.hang - hang
}

async function pdfOf(items: readonly Item[], lines: readonly Line[]): Promise<Uint8Array> {
  const marks: Mark[] = lines.flatMap((line, index) =>
    setLine(items, line, { x: 40, y: 60 + index * 18, sizePt: 10, tag: TAG }),
  )
  return writePdf([{ widthPt: 400, heightPt: 120 + lines.length * 18, marks }], {
    title: 'A & B <c>',
    author: '',
    subject: '(x)\n',
    lang: 'hi',
    date: '',
  })
}

describe('runs', () => {
  it('gives Devanagari to its font and digits, brackets and Latin beside it to the Latin one', () => {
    const runs = splitRuns('(2024में)CSIR।', SERIF)
    expect(runs.map((run) => [run.face.family, run.text])).toEqual([
      ['Noto Serif', '(2024'],
      ['Noto Sans Devanagari', 'में'],
      ['Noto Serif', ')CSIR'],
      ['Noto Sans Devanagari', '।'],
    ])
  })

  it('takes a character the first font lacks from the next', () => {
    const families = splitRuns('a→✓', SERIF).map((run) => run.face.family)
    expect(families[0]).toBe('Noto Serif')
    expect(families.length).toBeGreaterThan(1)
  })

  it('names the character no font has', () => {
    expect(() => splitRuns('x😀', SERIF)).toThrow(MissingGlyphError)
    expect(() => splitRuns('x😀', SERIF)).toThrow('U+1F600')
  })

  it('drops invisible characters but keeps joiners between Devanagari letters', () => {
    expect(splitRuns('a\u200b\ufeffb\u00ad', SERIF).map((run) => run.text)).toEqual(['ab'])
    expect(splitRuns('क्\u200dष', SERIF).map((run) => run.text)).toEqual(['क्\u200dष'])
  })
})

describe('shaping', () => {
  it('joins a conjunct with all its signs into one cluster', () => {
    expect(splitClusters('पूर्वोत्तर')).toEqual(['पू', 'र्वो', 'त्त', 'र'])
    expect(splitClusters('राष्ट्रीय')).toEqual(['रा', 'ष्ट्री', 'य'])
  })

  it('spells a cluster in the order of writing', () => {
    const { glyphs } = shapeRun(
      { family: 'Noto Sans Devanagari', weight: 400, isItalic: false },
      'हि',
    )
    expect(glyphs.flatMap((glyph) => glyph.codePoints)).toEqual([0x939, 0x93f])
    expect(glyphs.map((glyph) => glyph.parts.length)).toEqual([2, 0])
  })
})

describe('shaping of plain words', () => {
  const odd = 'AVATAR WAVE, “To” (1947–8) don’t office afflict fjord Tfi ffiV fi( 1/2 f’s 85–95 %'
  const kerned = [...'AFLPTVWYfkrtvwy.,-’”']
  const words = [
    ...new Set(`${ENGLISH} ${odd}`.split(' ')),
    ...kerned.flatMap((left) => kerned.map((right) => left + right)),
    ' ',
    '\u00a0',
  ]
  const faces = (['Noto Serif', 'Noto Sans'] as const).flatMap((family) =>
    ([400, 600, 700] as const).flatMap((weight) =>
      [true, false].map((isItalic) => ({ family, weight, isItalic })),
    ),
  )

  it.each(faces)('gives what fontkit gives: %o', (face) => {
    for (const word of words) {
      const { glyphs, positions } = openFace(face).layout(word, { mark: false, mkmk: false })
      const advances = positions.map(({ xAdvance }) => (xAdvance / 1000).toFixed(6))
      const run = shapeRun(face, word)
      const plainOf = ({ id, codePoints }: { id: number; codePoints: readonly number[] }): string =>
        `${id} spells ${codePoints.join()}`
      expect(run.glyphs.map(plainOf)).toEqual(glyphs.map(plainOf))
      expect(run.glyphs.map(({ advance }) => advance.toFixed(6))).toEqual(advances)
    }
  })
})

/** Of Noto Sans. */
const SPACE_EM = 0.26

describe('breaking', () => {
  const widths = [16, 20, 24, 30]

  it.each(widths)('sets every line but the last to a measure of %i em', async (measure) => {
    const items = await itemsOf(span(ENGLISH))
    const lines = breakParagraph(items, measure, 'justified')
    for (const line of lines.slice(0, -1)) expect(rightEdge(items, line)).toBeCloseTo(measure, 6)
    expect(rightEdge(items, lines.at(-1) ?? fail())).toBeLessThanOrEqual(measure)
  })

  it('justifies two scripts, bold and superscripts in one paragraph', async () => {
    const items = await itemsOf(
      span(ENGLISH.slice(0, 132)),
      span(HINDI),
      span('1,2', { scale: 0.6, riseEm: 0.36 }),
      span(' '),
      span(ENGLISH.slice(132), {}, BOLD),
    )
    const lines = breakParagraph(items, 24, 'justified')
    for (const line of lines.slice(0, -1)) expect(rightEdge(items, line)).toBeCloseTo(24, 6)
  })

  it('never leaves a short word alone on the last line', async () => {
    const words = ENGLISH.split(' ')
    for (let count = 12; count < words.length; count++) {
      const items = await itemsOf(span(`${words.slice(0, count).join(' ')} it.`))
      const lines = breakParagraph(items, 24, 'justified')
      expect(lines.at(-1)?.width, `${count} words`).toBeGreaterThan(3)
    }
  })

  it('leaves no ragged line less than half full where the next word fits', () => {
    // As the label of a figure card, where “US” once stood alone.
    const label =
      'US imports from Russia, mainly strategic materials, 2024 Possible fall in exports'
    const words = label.split(' ')
    for (let from = 0; from < words.length - 3; from++) {
      for (let to = from + 3; to <= words.length; to++) {
        const text = span(words.slice(from, to).join(' '), {}, SANS)
        const items = makeItems([text], { hyphenate: neverHyphenate, longWordEm: 15 })
        for (let measure = 8; measure < 24; measure += 0.25) {
          const lines = breakParagraph(items, measure, 'ragged')
          for (const [index, line] of lines.slice(0, -1).entries()) {
            if (line.width >= measure / 2) continue
            const next = items[lines[index + 1]?.from ?? -1]
            const more = next?.type === 'box' ? next.width + SPACE_EM : 0
            expect(line.width + more, `${measure} em: ${words.slice(from, to)}`).toBeGreaterThan(
              measure,
            )
          }
        }
      }
    }
  })

  it('divides a word of 300 letters between any two and stays inside the measure', async () => {
    const items = await itemsOf(span(`so ${'x'.repeat(300)} it ends here`))
    for (const style of ['justified', 'ragged'] as const) {
      const lines = breakParagraph(items, 20, style)
      expect(lines.length).toBeGreaterThan(7)
      for (const line of lines) expect(rightEdge(items, line)).toBeLessThanOrEqual(20.01)
    }
  })

  it('hyphenates no Devanagari, no abbreviation and no word with a dash of its own', async () => {
    const hyphenate = await loadHyphenator('en')
    expect(hyphenate('partnership')).toEqual([4, 7])
    expect(hyphenate('GIREDMET')).toEqual([])
    const items = await itemsOf(span('India–Russia अंतरराष्ट्रीय'))
    expect(items.filter((item) => item.type === 'penalty' && item.hyphen !== undefined)).toEqual([])
  })

  it('makes no line of nothing', async () => {
    expect(breakParagraph(await itemsOf(span('  ')), 20, 'justified')).toEqual([])
    expect(
      breakParagraph(makeItems([], { hyphenate: neverHyphenate, longWordEm: 9 }), 20, 'ragged'),
    ).toEqual([])
  })
})

describe('the text that comes out', () => {
  const paragraph = `${ENGLISH} ${HINDI} efficient office “flow” – 85–95 % US$ rare-earth`

  it('equals the text that went in, by pdf.js', async () => {
    const items = await itemsOf(span(paragraph))
    const pdf = await pdfOf(items, breakParagraph(items, 24, 'justified'))
    const { text } = await readPdf(pdf)
    expect(wordsOf(text)).toEqual(wordsOf(paragraph))
    expect(text).not.toContain('\u00ad')
  })

  it.skipIf(!hasTool('pdftotext'))('equals it by poppler', async () => {
    const items = await itemsOf(span(paragraph))
    const pdf = await pdfOf(items, breakParagraph(items, 24, 'justified'))
    const text = runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? ''
    expect(wordsOf(text)).toEqual(wordsOf(paragraph))
  })

  it.skipIf(!hasTool('mutool'))('equals it by MuPDF', async () => {
    const items = await itemsOf(span(paragraph))
    const pdf = await pdfOf(items, breakParagraph(items, 24, 'justified'))
    const text = runTool('mutool', ['draw', '-F', 'txt', 'FILE'], pdf) ?? ''
    expect(wordsOf(text)).toEqual(wordsOf(paragraph))
  })

  it.skipIf(!hasTool('qpdf'))('is a file qpdf finds no fault with', async () => {
    const items = await itemsOf(span(paragraph))
    const pdf = await pdfOf(items, breakParagraph(items, 24, 'justified'))
    expect(runTool('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
  })

  it('holds the link areas of a line', async () => {
    const items = await itemsOf(span('see '), span('this page', { link: 'https://example.org/a' }))
    const pdf = await pdfOf(items, breakParagraph(items, 24, 'ragged'))
    expect((await readPdf(pdf)).links).toEqual(['https://example.org/a'])
  })
})

function fail(): never {
  throw new Error('no line')
}
