/** One type scale for all sets, and nothing that students read as body below 24 pt. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { themeOfSet } from '../../scripts/render/set-theme.ts'
import { readTemplateSet } from '../../scripts/template/template-set.ts'
import type { DeckSizes } from '../../scripts/theme/deck-tokens.ts'
import { ROOMY_STEPS } from '../../scripts/theme/roomy-deck.ts'
import { rootDir } from '../run-lectern.ts'

const folder = { path: join(rootDir, 'templates'), displayPath: 'templates' }

/** A slide is 7.5 in and 720 px high, so that a px is 0.75 pt. */
const LEAST_BODY_PX = 32

/** What nobody must read to follow: who, when, where from, and the foot line; and programs whose lines would else break. */
const SMALL_PRINT: readonly (keyof DeckSizes)[] = [
  'meta',
  'caption',
  'credit',
  'quoteBy',
  'sources',
  'denseCode',
  'foot',
]

/** Each step 1.21 times the one before. */
const SCALE = [18, 22, 27, 33, 40, 48, 58, 70, 84, 102]

const decks = readdirSync(folder.path).flatMap((name) => {
  const set = readTemplateSet(name, [folder])
  if (set === undefined) throw new Error(`no set ${name}`)
  const { deck, deck43 } = themeOfSet(set).theme
  return [
    [`${name} 16:9`, deck],
    [`${name} 4:3`, deck43],
    [`${name} 16:9 roomy`, ROOMY_STEPS.roomy(deck)],
    [`${name} 4:3 roomy`, ROOMY_STEPS.roomy(deck43)],
  ] as const
})

describe.each(decks)('%s', (_, deck) => {
  const sizes = Object.entries(deck.sizes)

  it('sets body at 24 pt or more', () => {
    const small = sizes
      .filter(([name, { sizePx }]) => sizePx < LEAST_BODY_PX && !isSmallPrint(name))
      .map(([name]) => name)
    expect(small).toEqual([])
  })

  it('takes every size from the scale', () => {
    expect(sizes.filter(([, { sizePx }]) => !SCALE.includes(sizePx))).toEqual([])
  })

  it('gives every line more height than its letters', () => {
    for (const [, { sizePx, linePx }] of sizes) expect(linePx).toBeGreaterThan(sizePx)
  })

  it('leaves the foot line below the content and the logo above it', () => {
    expect(deck.marginBottomPx).toBeGreaterThanOrEqual(24 + deck.sizes.foot.linePx + 16)
    expect(deck.logoTopPx + deck.logoPx + 12).toBeLessThanOrEqual(deck.marginTopPx)
  })
})

function isSmallPrint(name: string): boolean {
  return SMALL_PRINT.some((small) => small === name)
}

it('the scale has one ratio', () => {
  for (const [index, size] of SCALE.slice(1).entries())
    expect(size / (SCALE[index] ?? 0)).toBeCloseTo(1.21, 1)
})

it('a roomy slide has nothing smaller, closer or narrower', () => {
  const [[, usual] = []] = decks
  if (usual === undefined) throw new Error('no deck')
  const roomy = ROOMY_STEPS.roomy(usual)
  for (const [name, { sizePx, linePx }] of Object.entries(usual.sizes)) {
    const larger = Object.entries(roomy.sizes).find(([other]) => other === name)?.[1]
    expect(larger?.sizePx).toBeGreaterThanOrEqual(sizePx)
    expect(larger?.linePx).toBeGreaterThanOrEqual(linePx)
  }
  expect(roomy.marginXPx).toBe(usual.marginXPx)
})
