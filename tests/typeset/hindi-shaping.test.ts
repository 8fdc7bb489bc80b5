/** Hindi that is drawn right: glyphs and their places against HarfBuzz, word for word. */
import { expect, it } from 'vitest'
import { hasHindiWords, readHindiWords } from './hindi-list.ts'
import { hasTool } from './pdf-text.ts'
import { shapedUnlikeHarfBuzz } from './shape-by-harfbuzz.ts'

it.skipIf(!hasHindiWords() || !hasTool('hb-shape')).each([400, 600, 700] as const)(
  'shapes every word of hunspell-hi as HarfBuzz does, in weight %i',
  (weight) => {
    expect(shapedUnlikeHarfBuzz(readHindiWords(), weight)).toEqual([])
  },
)
