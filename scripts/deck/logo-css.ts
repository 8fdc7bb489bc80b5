/** The logo of an institute: once in the style sheet, on every slide inside the margins, where no text ever stands. */
import { contrast, LEAST_CONTRAST } from '../color/contrast.ts'
import { coverLogoBox, LOGO_BOX, LOGO_PLATE_PX, type Logo } from '../theme/logo.ts'
import type { Theme, ThemeColors } from '../theme/theme.ts'

/** Empty without a logo. Its words stand in the foot line, so screen readers miss nothing. */
export function logoCss({ logo, colors, deck }: Theme): string {
  if (logo === undefined) return ''
  const data = `url(data:${logo.mime};base64,${Buffer.from(logo.bytes).toString('base64')})`
  const small = fitLogo(logo, { ...LOGO_BOX, heightPx: deck.logoPx })
  const large = fitLogo(logo, coverLogoBox(deck))
  const plate = plateColor(logo, colors)
  return `
section::before { content: ''; position: absolute; top: var(--logo-top); right: var(--margin-x); ${sizeOf(small)} background: ${data} center / 100% 100% no-repeat content-box border-box; }
section:is(.title, .part)::before { ${plateCss(colors.primaryGround, plate)} }
section.title::before { top: var(--cover-logo-top); right: auto; left: var(--margin-x); ${sizeOf(large)} }
section:not(.title, .part)::before { ${plateCss(colors.paper, plate)} }
section { --logo-plate: ${plate}; }
`
}

type Box = { readonly widthPx: number; readonly heightPx: number }

/** Of any shape: it keeps its own, is not blown up to more than twice its size, and never vanishes. */
export function fitLogo(logo: Box, box: Box): Box {
  const scale = Math.min(box.widthPx / logo.widthPx, box.heightPx / logo.heightPx, 2)
  return {
    widthPx: Math.max(1, Math.round(logo.widthPx * scale)),
    heightPx: Math.max(1, Math.round(logo.heightPx * scale)),
  }
}

function sizeOf({ widthPx, heightPx }: Box): string {
  return `width: ${widthPx}px; height: ${heightPx}px;`
}

/** Logos are made for white paper; on any other ground that is what they stand on. */
const WHITE_ENOUGH = 1.25

function plateCss(ground: string, plate: string): string {
  if (contrast(plate, ground) <= WHITE_ENOUGH) return 'padding: 0;'
  return `padding: ${LOGO_PLATE_PX}px; background-color: ${plate};`
}

/** What the logo stands on where it cannot stand on the ground itself; undefined: where it can, or there is none. */
export function logoPlate(
  { logo, colors }: Theme,
  ground: 'paper' | 'primaryGround',
): string | undefined {
  if (logo === undefined) return undefined
  const plate = plateColor(logo, colors)
  return contrast(plate, colors[ground]) <= WHITE_ENOUGH ? undefined : plate
}

function plateColor({ isLight }: Logo, colors: ThemeColors): string {
  return isLight === true ? darkPlate(colors) : '#ffffff'
}

/** Full-colour ground of the set; of a pale brand, its ink. */
function darkPlate({ primaryGround, ink }: ThemeColors): string {
  const grounds = [primaryGround, ink, '#14181f']
  return grounds.find((ground) => contrast('#ffffff', ground) >= LEAST_CONTRAST) ?? '#14181f'
}
