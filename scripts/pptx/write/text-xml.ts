/** `<p:txBody>` and its paragraphs. */
import { FONTS, lineShare } from '../base/look.ts'
import type { Mark, Paragraph, TextBody } from '../presentation.ts'
import { colorXml } from './color-xml.ts'
import { LANGS, splitLanguages } from './languages.ts'
import { type RunContext, runPropertiesXml, runXml, type TextContext } from './run-xml.ts'
import { element, emu } from './xml.ts'

export type { TextContext } from './run-xml.ts'

export function textBodyXml(
  tag: 'p:txBody' | 'a:txBody',
  body: TextBody,
  context: TextContext,
): string {
  return element(
    tag,
    {},
    bodyPropertiesXml(body, {}),
    '<a:lstStyle/>',
    ...paragraphsXml(body.paragraphs, context),
  )
}

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const

/** @param attributes over those of the body: of text boxes, which inherit nothing */
export function bodyPropertiesXml(
  body: TextBody,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const { anchor, insetsPx } = body
  const insets =
    insetsPx === undefined
      ? {}
      : {
          lIns: emu(insetsPx.x),
          tIns: emu(insetsPx.y),
          rIns: emu(insetsPx.x),
          bIns: emu(insetsPx.y),
        }
  return element(
    'a:bodyPr',
    { ...attributes, ...insets, anchor: anchor === undefined ? undefined : ANCHORS[anchor] },
    fitXml(body),
  )
}

/** Shown smaller from the first opening: a program works it out itself only when somebody edits the text. */
function fitXml({ fontScale, lineReduction }: TextBody): string {
  if (fontScale === undefined || fontScale >= 100) return ''
  return element('a:normAutofit', {
    fontScale: Math.round(fontScale * 1000),
    lnSpcReduction: lineReduction === undefined ? undefined : Math.round(lineReduction * 1000),
  })
}

/** A body without a paragraph is not valid (ECMA-376 Part 1, CT_TextBody). */
export function paragraphsXml(
  paragraphs: readonly Paragraph[],
  context: TextContext,
): readonly string[] {
  const all = paragraphs.map((paragraph) => paragraphXml(paragraph, context))
  return all.length === 0 ? [`<a:p><a:endParaRPr lang="${LANGS[context.lang]}"/></a:p>`] : all
}

const ALIGNS = { left: 'l', center: 'ctr', right: 'r' } as const

function paragraphXml(paragraph: Paragraph, context: TextContext): string {
  const { level, align, beforePx, bullet } = paragraph
  const attributes = {
    ...indentOf(paragraph),
    lvl: level === 0 ? undefined : Math.min(8, level),
    algn: align === undefined ? undefined : ALIGNS[align],
  }
  const before = beforePx === undefined ? undefined : Math.round(Math.max(0, beforePx) * 75)
  const properties = element(
    'a:pPr',
    attributes,
    lineSpacingXml(paragraph, context),
    before === undefined ? '' : element('a:spcBef', {}, element('a:spcPts', { val: before })),
    bulletXml(bullet, context),
  )
  const isPlain = properties === '<a:pPr/>'
  return element('a:p', {}, isPlain ? '' : properties, ...runsXml({ paragraph, context }))
}

/** What is no point of a list begins at the edge of the box. */
function indentOf({ bullet, indentPx }: Paragraph): Record<string, number> {
  if (indentPx !== undefined) return { marL: emu(indentPx.left), indent: emu(indentPx.first) }
  return bullet === 'none' ? { marL: 0, indent: 0 } : {}
}

function lineSpacingXml(
  { sizePx, linePx, hasExactLines }: Paragraph,
  { singleEm }: TextContext,
): string {
  if (linePx === undefined || sizePx === undefined) return ''
  const spacing =
    hasExactLines === true
      ? element('a:spcPts', { val: Math.round(linePx * 75) })
      : element('a:spcPct', { val: lineShare(linePx, sizePx, singleEm) })
  return element('a:lnSpc', {}, spacing)
}

function bulletXml(bullet: Paragraph['bullet'], context: TextContext): string {
  if (bullet === 'none') return '<a:buNone/>'
  if (bullet === 'master') return ''
  if (typeof bullet === 'object') return markXml(bullet, context)
  return `${WHOLE_SIZE}<a:buFont typeface="+mj-lt"/>${numberXml('arabicPeriod', bullet)}`
}

const WHOLE_SIZE = '<a:buSzPct val="100000"/>'

function markXml({ sign, color, percent, isCode }: Mark, { palette }: TextContext): string {
  return [
    color === undefined ? '' : element('a:buClr', {}, colorXml(color, palette)),
    percent === undefined ? WHOLE_SIZE : element('a:buSzPct', { val: Math.round(percent * 1000) }),
    element('a:buFont', { typeface: fontOfMark(sign, isCode) }),
    typeof sign === 'number' ? numberXml('arabicPlain', sign) : element('a:buChar', { char: sign }),
  ].join('')
}

function fontOfMark(sign: Mark['sign'], isCode: boolean | undefined): string {
  if (isCode === true) return FONTS.mono
  return typeof sign === 'number' ? '+mj-lt' : 'Arial'
}

/** A list starts at 1 to 32,767 (ECMA-376 Part 1 §21.1.2.4.1). */
function numberXml(type: string, number: number): string {
  const startAt = Math.min(32_767, Math.max(1, Math.trunc(number)))
  return element('a:buAutoNum', { type, startAt })
}

function runsXml(around: RunContext): readonly string[] {
  const { runs } = around.paragraph
  const texts = runs.map((run) => (run === 'break' ? '' : run.text))
  const stretches = splitLanguages(texts, around.context.lang)
  if (runs.length === 0) return [runPropertiesXml('a:endParaRPr', { text: '' }, around)]
  return runs.map((run, index) =>
    run === 'break'
      ? element('a:br', {}, runPropertiesXml('a:rPr', { text: '' }, around))
      : runXml(run, stretches[index] ?? [], around),
  )
}
