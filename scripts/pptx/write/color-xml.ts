/** Colours as references to the theme of the file, so that another colour scheme changes them. */
import type { Color, Outline } from '../presentation.ts'
import { element, emu } from './xml.ts'

export type Palette = {
  schemeOf(color: Color): string | undefined
  hexOf(color: Color): string
}

export function colorXml(color: Color, palette: Palette): string {
  const slot = palette.schemeOf(color)
  if (slot !== undefined) return element('a:schemeClr', { val: slot })
  return element('a:srgbClr', { val: palette.hexOf(color).slice(1).toUpperCase() })
}

export function fillXml(color: Color | undefined, palette: Palette): string {
  return color === undefined ? '<a:noFill/>' : element('a:solidFill', {}, colorXml(color, palette))
}

const DASHES = { dash: 'dash', dot: 'sysDot' } as const

export function outlineXml(outline: Outline | undefined, palette: Palette): string {
  if (outline === undefined) return '<a:ln><a:noFill/></a:ln>'
  return element(
    'a:ln',
    { w: emu(outline.widthPx) },
    fillXml(outline.color, palette),
    dashXml(outline),
    '<a:round/>',
  )
}

/** Lengths of one's own are shares of the width of the line, in thousandths of a percent. */
function dashXml({ dash, widthPx }: Outline): string {
  if (dash === undefined) return ''
  if (typeof dash === 'string') return element('a:prstDash', { val: DASHES[dash] })
  const share = (px: number): number => Math.round((px / widthPx) * 100_000)
  return `<a:custDash>${element('a:ds', { d: share(dash.strokePx), sp: share(dash.gapPx) })}</a:custDash>`
}
