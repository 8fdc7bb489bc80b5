import { checkGlyphs } from './check-glyphs.ts'
import { cleanTex, readFormula } from './formula-span.ts'
import { type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, plainOf, type Reading, requireKey } from './reading.ts'
import type { FormulaData } from './schema.ts'
import { child, textAt, whereText } from './source-document.ts'
import type { Formula } from './topic.ts'

/** An edition translates `alt` and `caption`; the TeX may stay with the original. */
export function resolveFormula(reading: Reading, given: Layers<string | FormulaData>): Formula {
  const layers = given.flatMap(({ value, at }) =>
    typeof value === 'string' ? [] : [{ value, at }],
  )
  const [written] = given.flatMap(({ value, at }) => {
    if (typeof value === 'string') return [{ value, at }]
    return value.tex === undefined ? [] : [{ value: value.tex, at: child(at, 'tex') }]
  })
  if (written === undefined) {
    requireKey(reading, layers, { key: 'tex', of: 'A formula' })
    return { tex: '', alt: '', caption: [] }
  }
  const tex = readTex(reading, written)
  return {
    tex,
    alt: plainOf(reading, pick(layers, 'alt')),
    caption: inlineOf(reading, pick(layers, 'caption')),
  }
}

function readTex({ report }: Reading, { at }: Layer<string>): string {
  const written = textAt(at)
  checkGlyphs(written, at, report)
  const { tex, offset } = withoutDollars(written)
  const where = (start: number, end: number) => whereText(at, start + offset, end + offset)
  const text = readFormula(tex, { isDisplay: true, where, report })
  return text === undefined ? '' : cleanTex(tex)
}

/** `formula: $$x^2$$` says the same as `formula: x^2`. */
function withoutDollars(written: string): { readonly tex: string; readonly offset: number } {
  const [, lead = '', tex = ''] =
    /^(\s*(?:\$\$|\$|\\\[)?)([\s\S]*?)(?:\$\$|(?<!\\)\$|\\\])?\s*$/.exec(written) ?? []
  return { tex, offset: lead.length }
}
