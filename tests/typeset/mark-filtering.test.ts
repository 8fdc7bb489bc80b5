/** The fields of fontkit that mark-filtering.ts leans on: without them, these words take the wrong form. */
import { expect, it } from 'vitest'
import { openFace } from '../../scripts/typeset/open-face.ts'
import { shapeRun } from '../../scripts/typeset/shape-run.ts'

const REGULAR = { family: 'Noto Sans Devanagari', weight: 400, isItalic: false } as const
const BOLD = { ...REGULAR, weight: 700 } as const

it('a lookup sees the marks of its set only: ि joins the dot across the र below', () => {
  const [alone] = shapeRun(REGULAR, 'ट्रि').glyphs
  const [dotted] = shapeRun(REGULAR, 'ट्रिं').glyphs
  expect(dotted?.parts.map(({ id }) => id)).toContain(alone?.parts[1]?.id)
  expect(dotted?.parts[0]?.id).not.toBe(alone?.parts[0]?.id)
})

it('bold ड stands closer to half ज, whatever sign it bears', () => {
  const widthOf = (text: string): number => shapeRun(BOLD, text).width
  expect(widthOf('डज्नी') - widthOf('ड') - widthOf('ज्नी')).toBeCloseTo(-0.049, 6)
  expect(widthOf('डुज्नी') - widthOf('डु') - widthOf('ज्नी')).toBeCloseTo(-0.049, 6)
})

it('fontkit keeps a processor for each table, and the lookup as parent of its flags', () => {
  const font = openFace(REGULAR)
  font.layout('ट्रिं')
  const engine = Reflect.get(Reflect.get(font, '_layoutEngine'), 'engine')
  const iterator = Reflect.get(engine.GSUBProcessor, 'glyphIterator')
  expect(typeof iterator.shouldIgnore).toBe('function')
  expect(iterator.options.parent.flags).toBe(iterator.options)
  expect(Reflect.get(font, 'GDEF').markGlyphSetsDef.coverage.length).toBeGreaterThan(3)
})
