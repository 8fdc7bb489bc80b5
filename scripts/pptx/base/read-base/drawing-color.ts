/** Colours as DrawingML writes them, resolved to `#rrggbb` (ECMA-376 Part 1 §20.1.2.3). */
import { mix } from '../../../color/legible.ts'
import { child, numberOf, type XmlNode } from './xml-tree.ts'

export type Colors = {
  /** `dk1` … `folHlink` → `#rrggbb` */
  readonly slots: ReadonlyMap<string, string>
  /** `bg1` → `lt1` */
  readonly map: Readonly<Record<string, string>>
}

/** As Office has them when a theme leaves one out. */
const USUAL: readonly (readonly [string, string])[] = [
  ['dk1', '#000000'],
  ['lt1', '#ffffff'],
  ['dk2', '#44546a'],
  ['lt2', '#e7e6e6'],
  ['accent1', '#4472c4'],
  ['accent2', '#ed7d31'],
  ['accent3', '#a5a5a5'],
  ['accent4', '#ffc000'],
  ['accent5', '#5b9bd5'],
  ['accent6', '#70ad47'],
  ['hlink', '#0563c1'],
  ['folHlink', '#954f72'],
]

export const USUAL_MAP: Readonly<Record<string, string>> = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
}

export function readColors(theme: XmlNode, master: XmlNode): Colors {
  const scheme = child(theme, 'a:themeElements', 'a:clrScheme')
  const slots = new Map(
    USUAL.map(([slot, usual]) => [slot, plainColor(child(scheme, `a:${slot}`)) ?? usual]),
  )
  return { slots, map: { ...USUAL_MAP, ...child(master, 'p:clrMap')?.attributes } }
}

/** Of a scheme colour by its name in shapes: `tx1`, `accent2`. */
export function schemeColor({ slots, map }: Colors, name: string): string | undefined {
  return slots.get(map[name] ?? name)
}

function plainColor(holder: XmlNode | undefined): string | undefined {
  const rgb = child(holder, 'a:srgbClr')?.attributes['val']
  const system = child(holder, 'a:sysClr')
  return (
    hexOf(rgb) ?? hexOf(system?.attributes['lastClr']) ?? SYSTEM[system?.attributes['val'] ?? '']
  )
}

const SYSTEM: Readonly<Record<string, string>> = { window: '#ffffff', windowText: '#000000' }
const PRESET: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' }

function hexOf(digits: string | undefined): string | undefined {
  return /^[0-9a-f]{6}$/i.test(digits ?? '') ? `#${digits?.toLowerCase()}` : undefined
}

export type Resolved = {
  readonly hex: string
  /** When it is one of the scheme as it is: whoever changes the scheme changes it. */
  readonly scheme?: string
}

/**
 * What stands in `<a:solidFill>` or `<p:bgRef>`; undefined when it is no colour that we know.
 * @param own of the placeholder in a theme's fills, `phClr`
 */
export function resolveColor(holder: XmlNode | undefined, colors: Colors): Resolved | undefined {
  const scheme = child(holder, 'a:schemeClr')
  const name = scheme?.attributes['val'] ?? ''
  const node = scheme ?? child(holder, 'a:srgbClr') ?? child(holder, 'a:sysClr')
  const preset = child(holder, 'a:prstClr')
  const base =
    scheme === undefined
      ? (plainColor(holder) ?? PRESET[preset?.attributes['val'] ?? ''])
      : schemeColor(colors, name)
  if (base === undefined) return undefined
  const changes = (node ?? preset)?.children ?? []
  if (changes.length === 0)
    return scheme === undefined ? { hex: base } : { hex: base, scheme: name }
  return { hex: changes.reduce(changed, base) }
}

/** Near enough to say what can be read on it; `alpha` and the rest leave the colour. */
function changed(hex: string, change: XmlNode): string {
  const share = (numberOf(change, 'val') ?? 100_000) / 100_000
  const rest = Math.min(1, Math.max(0, 1 - share))
  switch (change.name) {
    case 'a:lumMod':
    case 'a:shade':
      return mix(hex, '#000000', rest)
    case 'a:lumOff':
      return mix(hex, '#ffffff', Math.min(1, Math.max(0, share)))
    case 'a:tint':
      return mix(hex, '#ffffff', rest)
    default:
      return hex
  }
}
