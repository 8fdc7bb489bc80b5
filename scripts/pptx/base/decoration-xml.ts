/** What stands on slides behind their text, drawn once in the master or in a layout: stripes, bands, rules, the logo. */
import { fitLogo, logoPlate } from '../../deck/logo-css.ts'
import { coverLogoBox, LOGO_BOX, LOGO_PLATE_PX } from '../../theme/logo.ts'
import type { Box, Color } from '../presentation.ts'
import { fillXml } from '../write/color-xml.ts'
import { element, emu } from '../write/xml.ts'
import type { Look } from './look.ts'
import { RECTANGLE, transformXml } from './placeholder-xml.ts'
import { PROMPTS } from './prompts.ts'

/** Draws a shape, given its id. */
export type Decoration = (id: number) => string

/** The line below a band. */
const BAND_LINE_PX = 5

/** Of all slides but those in full colour: a band across the top, or a stripe at the left edge. */
export function masterDecorations(look: Look): readonly Decoration[] {
  const { bandPx, stripePx, widthPx, heightPx } = look.theme.deck
  const band = { x: 0, y: 0, width: widthPx, height: bandPx }
  const line = { ...band, y: bandPx, height: BAND_LINE_PX }
  const stripe = { x: 0, y: 0, width: stripePx, height: heightPx }
  const drawn: readonly Decoration[] =
    bandPx > 0
      ? [rectangle('Band', band, 'primaryGround', look), rectangle('Line', line, 'accent', look)]
      : stripePx > 0
        ? [rectangle('Stripe', stripe, 'accent', look)]
        : []
  return [...drawn, ...smallLogo(look, bandPx > 0 ? 'primaryGround' : 'paper')]
}

/** @param ruleYPx where the rule between the title and what belongs to it stands */
export function coverDecorations(look: Look, ruleYPx: number): readonly Decoration[] {
  const { coverBandPx, widthPx, heightPx, marginXPx, coverWidthPx } = look.theme.deck
  const band = { x: 0, y: heightPx - coverBandPx, width: widthPx, height: coverBandPx }
  const ruleWidth = coverBandPx > 0 ? widthPx - 2 * marginXPx : coverWidthPx
  return [
    ...(coverBandPx > 0 ? [rectangle('Band', band, 'accent', look)] : []),
    rule({ x: marginXPx, y: ruleYPx, width: ruleWidth, height: 0 }, look),
    ...largeLogo(look),
  ]
}

export function partDecorations(look: Look, ruleYPx: number): readonly Decoration[] {
  const { stripePx, heightPx, marginXPx, coverWidthPx } = look.theme.deck
  const stripe = { x: 0, y: 0, width: stripePx, height: heightPx }
  return [
    ...(stripePx > 0 ? [rectangle('Stripe', stripe, 'onPrimaryAccent', look)] : []),
    rule({ x: marginXPx, y: ruleYPx, width: coverWidthPx, height: 0 }, look),
    ...smallLogo(look, 'primaryGround'),
  ]
}

function rectangle(name: string, box: Box, color: Color, { scheme }: Look): Decoration {
  return (id) =>
    element(
      'p:sp',
      {},
      `<p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>`,
      element(
        'p:spPr',
        {},
        transformXml(box),
        RECTANGLE,
        fillXml(color, scheme),
        '<a:ln><a:noFill/></a:ln>',
      ),
    )
}

function rule(box: Box, { scheme }: Look): Decoration {
  return (id) =>
    element(
      'p:cxnSp',
      {},
      `<p:nvCxnSpPr><p:cNvPr id="${id}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>`,
      element(
        'p:spPr',
        {},
        transformXml(box),
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>',
        element('a:ln', { w: emu(2) }, fillXml('onPrimaryAccent', scheme)),
      ),
    )
}

/** Relationship from a master or layout to the picture of the logo. */
export const LOGO_ID = 'rIdLogo'

function smallLogo(look: Look, ground: 'paper' | 'primaryGround'): readonly Decoration[] {
  const { logo, deck } = look.theme
  if (logo === undefined) return []
  const { widthPx, heightPx } = fitLogo(logo, { ...LOGO_BOX, heightPx: deck.logoPx })
  const plate = logoPlate(look.theme, ground)
  const padding = plate === undefined ? 0 : LOGO_PLATE_PX
  const x = deck.widthPx - deck.marginXPx - padding - widthPx
  const box = { x, y: deck.logoTopPx + padding, width: widthPx, height: heightPx }
  return drawLogo(box, plate, look)
}

function largeLogo(look: Look): readonly Decoration[] {
  const { logo, deck } = look.theme
  if (logo === undefined) return []
  const { widthPx, heightPx } = fitLogo(logo, coverLogoBox(deck))
  const plate = logoPlate(look.theme, 'primaryGround')
  const padding = plate === undefined ? 0 : LOGO_PLATE_PX
  const [x, y] = [deck.marginXPx + padding, deck.coverLogoTopPx + padding]
  return drawLogo({ x, y, width: widthPx, height: heightPx }, plate, look)
}

function drawLogo(box: Box, plate: string | undefined, look: Look): readonly Decoration[] {
  const around = {
    x: box.x - LOGO_PLATE_PX,
    y: box.y - LOGO_PLATE_PX,
    width: box.width + 2 * LOGO_PLATE_PX,
    height: box.height + 2 * LOGO_PLATE_PX,
  }
  const picture: Decoration = (id) =>
    element(
      'p:pic',
      {},
      `<p:nvPicPr><p:cNvPr id="${id}" name="Logo" descr="${PROMPTS[look.lang].logo}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>`,
      `<p:blipFill><a:blip r:embed="${LOGO_ID}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`,
      element('p:spPr', {}, transformXml(box), RECTANGLE),
    )
  if (plate === undefined) return [picture]
  return [rectangle('Logo ground', around, `#${plate.slice(1)}`, look), picture]
}
