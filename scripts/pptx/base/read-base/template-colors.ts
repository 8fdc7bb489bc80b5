/**
 * Our colours by name in those of an institute: the text as its master sets it, on the ground of its slides, its own
 * accents; what cannot be read on that ground is drawn in the nearest colour that can.
 */
import { contrast, LEAST_CONTRAST } from '../../../color/contrast.ts'
import { mix } from '../../../color/legible.ts'
import { isDark, makePalette } from '../../../theme/palette.ts'
import type { ThemeColors } from '../../../theme/theme.ts'
import type { Color } from '../../presentation.ts'
import { type Colors, type Resolved, resolveColor, schemeColor } from './drawing-color.ts'
import type { TemplateLayout } from './read-layouts.ts'
import { levelStyles, type StyleChain } from './text-style.ts'
import { child, childrenOf, type XmlNode } from './xml-tree.ts'

export type TemplateColors = {
  readonly colors: ThemeColors
  schemeOf(color: Color): string | undefined
  hexOf(color: Color): string
}

/** @param layout that most slides stand on */
export function templateColors(
  { root, master, fields }: Pick<TemplateLayout, 'root' | 'master' | 'fields'>,
  scheme: Colors,
  usual: ThemeColors,
): TemplateColors {
  const chainOf = (types: readonly string[]): StyleChain =>
    fields.find(({ type }) => types.includes(type))?.chain ?? {
      shapes: [],
      master,
      type: types[0] ?? '',
    }
  const ink = textColor(chainOf(['', 'body']), scheme) ?? named('tx1', scheme)
  const paper = paperOf([root, master], { ink, scheme })
  const title = textColor(chainOf(['title', 'ctrTitle']), scheme)
  const accents = paper.isUnknown === true ? [] : ACCENTS.map((name) => named(name, scheme))
  const candidates = [...(title ? [title] : []), ...accents]
  const primary = candidates.find((one) => isReadable(one, paper) && one.hex !== ink.hex) ?? ink
  const accent =
    ['accent2', 'accent1']
      .map((name) => named(name, scheme))
      .filter(() => paper.isUnknown !== true)
      .find((one) => isReadable(one, paper) && one.hex !== primary.hex) ?? primary
  const given: Readonly<Partial<Record<keyof ThemeColors, Resolved>>> = {
    ink,
    paper,
    primary,
    accent,
    ...seriesOf(scheme),
  }
  const hexes = Object.fromEntries(Object.entries(given).map(([name, { hex }]) => [name, hex]))
  const { colors } = makePalette(usual, {
    ...hexes,
    muted: mix(ink.hex, paper.hex, MUTED),
    rule: mix(paper.hex, ink.hex, RULE),
  })
  return nameColors(colors, given, scheme)
}

const MUTED = 0.3
const RULE = 0.2
/** Where title and text are of one colour, these mark headings and figures. */
const ACCENTS = ['tx2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']

function isReadable({ hex }: Resolved, paper: Resolved): boolean {
  return contrast(hex, paper.hex) >= LEAST_CONTRAST
}

function named(scheme: string, colors: Colors): Resolved {
  return { hex: schemeColor(colors, scheme) ?? '#000000', scheme }
}

function seriesOf(scheme: Colors): Partial<Record<keyof ThemeColors, Resolved>> {
  const names = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const
  return Object.fromEntries(names.map((name, index) => [name, named(`accent${index + 1}`, scheme)]))
}

function textColor(chain: StyleChain, scheme: Colors): Resolved | undefined {
  for (const style of levelStyles(chain, 1)) {
    const color = resolveColor(child(style, 'a:defRPr', 'a:solidFill'), scheme)
    if (color !== undefined) return color
  }
  return undefined
}

type Ground = { readonly ink: Resolved; readonly scheme: Colors }

type Paper = Resolved & {
  /** A picture, or something under one: what can be read on it is known of the institute's own text alone. */
  readonly isUnknown?: true
}

function paperOf(sheets: readonly XmlNode[], { ink, scheme }: Ground): Paper {
  const ground = sheets
    .map((sheet) => child(sheet, 'p:cSld', 'p:bg'))
    .find((found) => found !== undefined)
  const color = groundColor(ground, scheme)
  if (color !== undefined && contrast(color.hex, ink.hex) >= LEAST_SEEN) return color
  const usual = named('bg1', scheme)
  if (ground === undefined && contrast(usual.hex, ink.hex) >= LEAST_SEEN) return usual
  const own = ['bg1', ...ACCENTS]
    .map((name) => named(name, scheme))
    .find(({ hex }) => contrast(hex, ink.hex) >= LEAST_CONTRAST)
  return { ...(own ?? { hex: isDark(ink.hex) ? '#ffffff' : '#000000' }), isUnknown: true }
}

/** Of a gradient, what lies between its ends. */
function groundColor(ground: XmlNode | undefined, scheme: Colors): Resolved | undefined {
  const fill = child(ground, 'p:bgPr', 'a:solidFill') ?? child(ground, 'p:bgRef')
  if (fill !== undefined) return resolveColor(fill, scheme)
  const stops = childrenOf(child(ground, 'p:bgPr', 'a:gradFill', 'a:gsLst'), 'a:gs')
  const [first, last] = [stops[0], stops.at(-1)].map((stop) => resolveColor(stop, scheme))
  return first && last && { hex: mix(first.hex, last.hex, 0.5) }
}

/** Of large text (WCAG 2.2, 1.4.3): an institute's own text has at least this on its own ground. */
const LEAST_SEEN = 3

function nameColors(
  colors: ThemeColors,
  given: Readonly<Partial<Record<keyof ThemeColors, Resolved>>>,
  scheme: Colors,
): TemplateColors {
  const hexOf = (color: Color): string => (isName(color, colors) ? colors[color] : color)
  return {
    colors,
    hexOf,
    schemeOf(color) {
      const own = isName(color, colors) ? given[color] : undefined
      // A colour that had to be adapted is no longer the scheme's.
      if (own !== undefined) return own.hex === hexOf(color) ? own.scheme : undefined
      const hex = hexOf(color)
      return SHAPE_NAMES.find((name) => schemeColor(scheme, name) === hex)
    },
  }
}

const SHAPE_NAMES = ['tx1', 'bg1', ...ACCENTS, 'bg2']

function isName(color: Color, colors: ThemeColors): color is keyof ThemeColors {
  return Object.hasOwn(colors, color)
}
