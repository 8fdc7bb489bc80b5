/** Masters, layouts and themes as the built-in sets make them. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contrast } from '../../../scripts/color/contrast.ts'
import { themeAtSize } from '../../../scripts/deck/slide-size.ts'
import type { Base } from '../../../scripts/pptx/base/base.ts'
import { makeOwnBase } from '../../../scripts/pptx/base/own-base.ts'
import { LAYOUT_NAMES } from '../../../scripts/pptx/presentation.ts'
import { openWorkshop } from '../../../scripts/render/workshop.ts'
import type { Theme } from '../../../scripts/theme/theme.ts'
import { SETS } from '../../deck/odd-topics.ts'
import { rootDir } from '../../run-lectern.ts'

const workshop = openWorkshop([{ path: join(rootDir, 'templates'), displayPath: 'templates' }])
const looks = SETS.flatMap((set) =>
  (['16:9', '4:3'] as const).flatMap((size) =>
    (['en', 'hi'] as const).map((lang) => ({ set, size, lang })),
  ),
)
const FOOT = { footer: 'Rare <earths> & oil', date: '8 August 2025' }

describe.each(looks)('the base of $set at $size in $lang', ({ set, size, lang }) => {
  let theme: Theme
  let base: Base
  let part: (end: string) => string

  beforeAll(async () => {
    const prepared = await workshop.templatesOf(set)
    theme = themeAtSize(prepared.theme, new Map([['size', size]]))
    base = makeOwnBase({ theme, lang, paperColors: prepared.theme.colors, foot: FOOT })
    part = (end) => String(base.parts.find(({ path }) => path.endsWith(end))?.content)
  })

  it('has six accents of which no two are alike', () => {
    const accents = [...part('theme1.xml').matchAll(/<a:accent\d><a:srgbClr val="(\w+)"/g)]
    expect(new Set(accents.map(([, color]) => color)).size).toBe(6)
  })

  it('has links, and letters on new shapes, that can be read', () => {
    const colorOf = (slot: string): string =>
      `#${new RegExp(`<a:${slot}><a:srgbClr val="(\\w+)"`).exec(part('theme1.xml'))?.[1]}`
    const slotOf = (name: string): string =>
      new RegExp(`<p:clrMap[^>]* ${name}="(\\w+)"`).exec(part('slideMaster1.xml'))?.[1] ?? ''
    const ground = colorOf(slotOf('bg1'))
    expect(contrast(colorOf('hlink'), ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colorOf(slotOf('tx1')), ground)).toBeGreaterThanOrEqual(7)
    const letters = /<a:spDef>.*<a:fontRef idx="minor"><a:schemeClr val="(\w+)"/.exec(
      part('theme1.xml'),
    )?.[1]
    expect(contrast(colorOf(slotOf(letters ?? '')), colorOf('accent1'))).toBeGreaterThanOrEqual(4.5)
  })

  it('prints notes dark on light', () => {
    const colorOf = (slot: string): string =>
      `#${new RegExp(`<a:${slot}><a:srgbClr val="(\\w+)"`).exec(part('theme2.xml'))?.[1]}`
    expect(colorOf('lt1').toLowerCase()).toBe('#ffffff')
    expect(part('notesMaster1.xml')).toContain('bg1="lt1" tx1="dk1"')
  })

  it('has nine levels of text in bodies, in text boxes and in notes', () => {
    for (const style of ['bodyStyle', 'otherStyle'])
      expect(levelsIn(part('slideMaster1.xml'), style)).toBe(9)
    expect(levelsIn(part('notesMaster1.xml'), 'notesStyle')).toBe(9)
    expect(levelsIn(base.defaultTextStyle, 'defaultTextStyle')).toBe(9)
  })

  it('lets layouts stand where the master has their title and content', () => {
    const layout = part('slideLayout3.xml')
    expect(layout).toContain('type="title"/></p:nvPr></p:nvSpPr><p:spPr/>')
    expect(layout).toContain('<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>')
  })

  it('has the foot texts of the deck in every layout, for slides that are added', () => {
    for (const number of LAYOUT_NAMES.keys()) {
      const layout = part(`slideLayout${number + 1}.xml`)
      expect(layout).toContain('Rare &lt;earths&gt; &amp; oil')
      expect(layout).toContain('8 August 2025')
      expect(layout).not.toMatch(/[\uE000-\uF8FF]/)
    }
  })

  it('keeps every place on the slide, and those of the foot line apart', () => {
    for (const { placeholders } of Object.values(base.layouts)) {
      for (const { box } of placeholders) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.width).toBeGreaterThan(0)
        expect(box.height).toBeGreaterThan(0)
        expect(box.x + box.width).toBeLessThanOrEqual(theme.deck.widthPx)
        expect(box.y + box.height).toBeLessThanOrEqual(theme.deck.heightPx)
      }
      for (const one of placeholders)
        for (const other of placeholders)
          if (one !== other) expect(isApart(one.box, other.box)).toBe(true)
    }
  })

  it('is in the language of the deck, its foot line in that of its words', () => {
    const foot = /<a:rPr lang="en-IN"\/><a:t>(?:Rare &lt;earths&gt; &amp; oil|8 August 2025)</g
    for (const number of LAYOUT_NAMES.keys())
      expect(part(`slideLayout${number + 1}.xml`).match(foot)).not.toBeNull()
    const langs = base.parts.flatMap(({ content }) =>
      typeof content === 'string' ? (content.replace(foot, '').match(/lang="[^"]*"/g) ?? []) : [],
    )
    expect(new Set(langs)).toEqual(new Set([`lang="${lang}-IN"`]))
    expect(/[\u0900-\u097F]/.test(part('slideMaster1.xml'))).toBe(lang === 'hi')
  })
})

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function isApart(one: Box, other: Box): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  )
}

function levelsIn(xml: string, style: string): number {
  const inner = new RegExp(`<p:${style}>.*</p:${style}>`).exec(xml)?.[0] ?? ''
  return (inner.match(/<a:lvl\dpPr/g) ?? []).length
}
