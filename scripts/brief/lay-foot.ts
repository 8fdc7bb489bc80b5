/** Small print at the foot of the page, with the logo at its left and the QR code at its right. */
import { drawQr } from '../chart/draw-qr.ts'
import type { Pictures } from '../chart/picture.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Element, LAYOUT, makeElement } from '../typeset/structure.ts'
import { BriefMarkdownError, type Content, type Rich } from './brief-block.ts'
import { drawDrawing } from './draw-drawing.ts'
import { drawLogo, findLogo, LOGO_GAP_MM } from './foot-logo.ts'
import { type PageBox, type PagePart, ruleAcross } from './page-part.ts'
import { type Setting, scriptLeading } from './setting.ts'
import { drawText, type SetText, setText } from './text-block.ts'

const RULE = 0.5
const RULE_GAP_MM = 1.8
const QR_GAP_MM = 5
const PARAGRAPH_GAP = 2.5

export function layFoot(
  foot: readonly Content[],
  options: { readonly setting: Setting; readonly pictures: Pictures; readonly page: PageBox },
): PagePart {
  const { setting, page } = options
  if (foot.length === 0) return { heightPt: 0, draw: () => [] }
  const qr = findQr(foot, options.pictures)
  const qrSize = qr === undefined ? 0 : pointsOf(setting.tokens.qrSizeMm)
  const logo = findLogo(foot, options.pictures)
  const indentPt = logo === undefined ? 0 : logo.widthPt + pointsOf(LOGO_GAP_MM)
  const qrRoom = qr === undefined ? 0 : qrSize + pointsOf(QR_GAP_MM)
  const widthPt = page.innerWidthPt - indentPt - qrRoom
  const isClear = setting.preset === 'clear-print'
  const { tokens } = setting
  const sizePt = isClear ? tokens.clearPrintFootSize : tokens.footSize
  const leading = isClear ? tokens.clearPrintFootLeading : tokens.footLeading
  const leadingPt = leading * scriptLeading(setting)
  const langs = paragraphsOf(foot).map(langOf)
  const texts = paragraphsOf(foot).map((text) =>
    setText(setting.items(text, 'foot'), { widthPt, sizePt, style: 'ragged' }),
  )
  const textHeight = texts.reduce((sum, text) => sum + text.lines.length * leadingPt, 0)
  const gaps = PARAGRAPH_GAP * Math.max(0, texts.length - 1)
  const above = pointsOf(RULE_GAP_MM)
  const parent = makeElement('Sect', undefined, { lang: setting.lang })
  return {
    heightPt: above + Math.max(textHeight + gaps, qrSize, logo?.heightPt ?? 0),
    draw: (y) => [
      ruleAcross(page, y, { widthPt: RULE, stroke: setting.colors.ink, tag: LAYOUT }),
      ...(logo === undefined ? [] : drawLogo(logo, { x: page.left, y: y + above, parent })),
      ...drawParagraphs(texts, { x: page.left + indentPt, y: y + above, leadingPt, parent, langs }),
      ...(qr === undefined
        ? []
        : drawCode(qr, { y: y + above, size: qrSize, parent }, { setting, page })),
    ],
  }
}

/** The small print of a page of two editions is in both languages, and titles of sources in any. */
function langOf(text: Rich): string {
  const words = text.map((span) => span.text).join('')
  const count = (letters: RegExp): number => words.match(letters)?.length ?? 0
  return count(/\p{Script=Devanagari}/gu) > count(/\p{Script=Latin}/gu) ? 'hi' : 'en'
}

function paragraphsOf(foot: readonly Content[]): readonly Rich[] {
  return foot.flatMap((content) => (content.kind === 'paragraph' ? [content.text] : []))
}

type Code = { readonly url: string; readonly alt: string }

function findQr(foot: readonly Content[], pictures: Pictures): Code | undefined {
  for (const content of foot) {
    if (content.kind !== 'picture') continue
    const picture = pictures.get(content.path)
    if (picture?.kind === 'image') continue
    if (picture?.kind === 'qr') return { url: picture.url, alt: content.alt || picture.url }
    throw new BriefMarkdownError(
      content.line,
      `the picture ${content.path} in ::: foot is neither an image nor a QR code`,
    )
  }
  return undefined
}

type ParagraphsPlace = {
  readonly x: number
  readonly y: number
  readonly leadingPt: number
  readonly parent: Element
  /** Of the paragraphs. */
  readonly langs: readonly string[]
}

function drawParagraphs(texts: readonly SetText[], place: ParagraphsPlace): readonly Mark[] {
  let y = place.y
  return texts.flatMap((text, index) => {
    const tag = makeElement('P', place.parent, { lang: place.langs[index] ?? '' })
    const marks = drawText(text, { ...place, y, tag })
    y += text.lines.length * place.leadingPt + PARAGRAPH_GAP
    return marks
  })
}

function drawCode(
  qr: Code,
  place: { readonly y: number; readonly size: number; readonly parent: Element },
  { setting, page }: { readonly setting: Setting; readonly page: PageBox },
): readonly Mark[] {
  const drawing = drawQr(qr.url, { size: place.size, color: setting.colors.ink })
  // The quiet zone is paper already: the dark squares stand on the margin and in line with the text.
  const quiet = Math.min(...drawing.shapes.map((shape) => (shape.kind === 'rect' ? shape.y : 0)))
  const x = page.left + page.innerWidthPt - place.size + quiet
  const y = place.y - quiet
  const box = { x, y, width: place.size, height: place.size }
  const link = makeElement('Link', place.parent)
  const tag = makeElement('Figure', link, {
    alt: qr.alt,
    attribute: { name: 'BBox', value: box },
  })
  const { url, alt } = qr
  const description = alt === url ? url : `${alt}: ${url}`
  return [
    ...drawDrawing(drawing, { x, y, tag }),
    { kind: 'link', ...box, url, description, tag: link, inline: undefined },
  ]
}
