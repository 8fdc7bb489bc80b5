/** What holds for any paragraph in any measure. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BreakStyle,
  breakParagraph,
  type Line,
} from '../../scripts/typeset/break-paragraph.ts'
import { hangAtEnd } from '../../scripts/typeset/hanging.ts'
import { loadHyphenator } from '../../scripts/typeset/hyphenate.ts'
import { giveOf, type Item } from '../../scripts/typeset/item.ts'
import type { GlyphPiece } from '../../scripts/typeset/mark.ts'
import { makeItems } from '../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../scripts/typeset/set-line.ts'
import { makeElement } from '../../scripts/typeset/structure.ts'
import { makeSpan } from '../../scripts/typeset/text-span.ts'

const SIZE_PT = 10
const TAG = makeElement('P', undefined)
fc.configureGlobal({ seed: 7, numRuns: 200 })
const hyphenate = await loadHyphenator('en')

const WORDS =
  'a of the and India–Russia (2024) 39.1 rare-earth partnership international Representatives “quoted” office, – · 85–95% US$ हिन्दी विद्यार्थी, और अंतरराष्ट्रीय पूर्वोत्तर में CSIR-IMMT Atmanirbhar characterisation'.split(
    ' ',
  )

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-zA-Z]{1,30}$/) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(120), 'अ'.repeat(80)) },
)
const span = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 40 }),
  weight: fc.constantFrom(400 as const, 700 as const),
  isRaised: fc.boolean(),
})
const paragraph = fc.record({
  spans: fc.array(span, { minLength: 1, maxLength: 4 }),
  widthPt: fc.integer({ min: 60, max: 500 }),
  style: fc.constantFrom<BreakStyle>('justified', 'ragged'),
})
type Paragraph = typeof paragraph extends fc.Arbitrary<infer Value> ? Value : never

function set({ spans, widthPt, style }: Paragraph): {
  readonly items: readonly Item[]
  readonly lines: readonly Line[]
} {
  const measure = widthPt / SIZE_PT
  const items = makeItems(
    spans.map(({ words, weight, isRaised }) =>
      makeSpan(
        `${words.join(' ')} `,
        { style: { stack: 'serif', weight, isItalic: false }, color: '#000000' },
        isRaised && words.length < 3 ? { scale: 0.6, riseEm: 0.36 } : {},
      ),
    ),
    { hyphenate, longWordEm: measure / 2 },
  )
  return { items, lines: breakParagraph(items, measure, style) }
}

function piecesOf(items: readonly Item[], line: Line): readonly GlyphPiece[] {
  return setLine(items, line, { x: 0, y: 0, sizePt: SIZE_PT, tag: TAG }).flatMap((mark) =>
    mark.kind === 'text'
      ? mark.pieces.flatMap((piece) => (piece.kind === 'glyphs' ? [piece] : []))
      : [],
  )
}

/** In em, from the left edge of the measure to the right edge of what does not hang. */
function rightEdge(items: readonly Item[], line: Line, style: BreakStyle): number {
  const end = items[line.to]
  const hyphen = end?.type === 'penalty' ? end.hyphen : undefined
  const last = hyphen ?? items[line.to - 1]
  let width = 0
  for (const item of [...items.slice(line.from, line.to), ...(hyphen ? [hyphen] : [])]) {
    if (item.type === 'penalty') continue
    width += item.width + line.letterStretch * giveOf(item)
    if (item.type === 'glue') width += line.extraGap
  }
  const hang = style === 'justified' && last?.type === 'box' ? hangAtEnd(last) : 0
  return width - line.hang - hang
}

describe('any paragraph', () => {
  it('stays inside its measure', () => {
    fc.assert(
      fc.property(paragraph, (given) => {
        const { items, lines } = set(given)
        for (const line of lines)
          expect(rightEdge(items, line, given.style)).toBeLessThanOrEqual(
            given.widthPt / SIZE_PT + 0.01,
          )
      }),
    )
  })

  it('keeps all its text in order', () => {
    fc.assert(
      fc.property(paragraph, (given) => {
        const { items, lines } = set(given)
        const printed = lines
          .flatMap((line) => {
            const pieces = piecesOf(items, line)
            return line.endsWithHyphen ? pieces.slice(0, -1) : pieces
          })
          .map(({ run, from, to }) => run.text.slice(run.ends[from - 1] ?? 0, run.ends[to - 1]))
        const written = given.spans.flatMap(({ words }) => words)
        expect(printed.join('')).toBe(written.join('').normalize('NFC'))
      }),
    )
  })

  it('is broken the same way twice', () => {
    fc.assert(
      fc.property(paragraph, (given) => {
        expect(set(given).lines).toEqual(set(given).lines)
      }),
    )
  })

  it('moves letters by at most 1.2 % of their size and stretches them by at most 2 %, Devanagari never', () => {
    fc.assert(
      fc.property(paragraph, (given) => {
        const { items, lines } = set(given)
        for (const { run, trackingPt, sizePt, widthScale } of lines.flatMap((line) =>
          piecesOf(items, line),
        )) {
          expect(Math.abs(trackingPt) / sizePt).toBeLessThanOrEqual(run.isDevanagari ? 0 : 0.0121)
          expect(Math.abs(widthScale - 1)).toBeLessThanOrEqual(run.isDevanagari ? 0 : 0.0201)
        }
      }),
    )
  })

  it('has no three hyphens in a row where the measure holds four words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS.filter((one) => /^[a-z]+$/.test(one))), {
          minLength: 40,
          maxLength: 90,
        }),
        fc.integer({ min: 200, max: 400 }),
        (words, widthPt) => {
          const spans = [{ words, weight: 400 as const, isRaised: false }]
          const { lines } = set({ spans, widthPt, style: 'justified' })
          const ends = lines.map((line) => (line.endsWithHyphen ? '-' : '.')).join('')
          expect(ends).not.toContain('---')
        },
      ),
    )
  })
})

describe('a hostile paragraph', () => {
  it.each(['अ'.repeat(5000), 'x'.repeat(5000), 'ab '.repeat(3000)])(
    'of 5,000 characters and more is broken',
    (text) => {
      const words = text.trim().split(' ')
      const spans = [{ words, weight: 400 as const, isRaised: false }]
      const { items, lines } = set({ spans, widthPt: 240, style: 'justified' })
      expect(lines.length).toBeGreaterThan(50)
      for (const line of lines)
        expect(rightEdge(items, line, 'justified')).toBeLessThanOrEqual(24.01)
    },
  )
})
