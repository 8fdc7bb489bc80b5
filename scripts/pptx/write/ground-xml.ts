/** The ground of a slide that is not its layout's, and the colours that follow it. */
import type { Color, Ground } from '../presentation.ts'
import { fillXml, type Palette } from './color-xml.ts'
import { element } from './xml.ts'

export function groundXml(ground: Ground | undefined, palette: Palette): string {
  const color = ground?.color ?? (ground?.isSwapped === true ? 'paper' : undefined)
  if (color === undefined) return ''
  return backgroundXml(color, palette)
}

export function backgroundXml(color: Color, palette: Palette): string {
  return element('p:bg', {}, element('p:bgPr', {}, fillXml(color, palette), '<a:effectLst/>'))
}

/** Colours by name as the master has them. */
export const MASTER_COLORS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'

const ACCENTS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`]),
)
const PALE_LINKS = { hlink: 'lt2', folHlink: 'lt2' }

/** ECMA-376 Part 1 §20.1.6.8 `overrideClrMapping`: every colour by name follows. */
export function colorMapXml(ground: Ground | undefined): string {
  if (ground?.isSwapped !== true && ground?.hasPaleLinks !== true) return MASTER_COLORS
  const [paper, ink] = ground.isSwapped === true ? ['dk', 'lt'] : ['lt', 'dk']
  const map = { bg1: `${paper}1`, tx1: `${ink}1`, bg2: `${paper}2`, tx2: `${ink}2` }
  const all = element('a:overrideClrMapping', { ...map, ...ACCENTS, ...PALE_LINKS })
  return element('p:clrMapOvr', {}, all)
}
