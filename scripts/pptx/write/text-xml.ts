/** `<p:txBody>` and what stands in it. */
import { isDevanagari } from '../../font/faces.ts'
import { FONTS, lineShare } from '../base/look.ts'
import type { Paragraph, Run, TextBody } from '../presentation.ts'
import { colorXml, fillXml, type Palette } from './color-xml.ts'
import { element, emu, fontSize, xmlText } from './xml.ts'

export type TextContext = {
  readonly palette: Palette
  readonly lang: 'en' | 'hi'
  /** Id of the relationship to an address, or to a slide for `#3`. */
  link(target: string): { readonly id: string; readonly isSlide: boolean }
}

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
  { fontScale, anchor, insetsPx }: TextBody,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const insets =
    insetsPx === undefined
      ? {}
      : {
          lIns: emu(insetsPx.x),
          tIns: emu(insetsPx.y),
          rIns: emu(insetsPx.x),
          bIns: emu(insetsPx.y),
        }
  const fit =
    fontScale === undefined || fontScale >= 100
      ? ''
      : element('a:normAutofit', { fontScale: Math.round(fontScale * 1000) })
  return element(
    'a:bodyPr',
    { ...attributes, ...insets, anchor: anchor === undefined ? undefined : ANCHORS[anchor] },
    fit,
  )
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
  const { level, bullet, align, beforePx } = paragraph
  const attributes = {
    ...(bullet === 'none' && { marL: 0, indent: 0 }),
    ...(paragraph.indentPx !== undefined && {
      marL: emu(paragraph.indentPx.left),
      indent: emu(paragraph.indentPx.first),
    }),
    lvl: level === 0 ? undefined : Math.min(8, level),
    algn: align === undefined ? undefined : ALIGNS[align],
  }
  const children = [
    lineSpacingXml(paragraph),
    beforePx === undefined
      ? ''
      : `<a:spcBef><a:spcPts val="${Math.round(beforePx * 75)}"/></a:spcBef>`,
    bulletXml(bullet, context),
  ]
  const inner = paragraph.runs.map((run) =>
    run === 'break'
      ? element('a:br', {}, runPropertiesXml('a:rPr', { text: '' }, { paragraph, context }))
      : runXml(run, { paragraph, context }),
  )
  const end =
    paragraph.runs.length === 0
      ? runPropertiesXml('a:endParaRPr', { text: '' }, { paragraph, context })
      : ''
  return element('a:p', {}, element('a:pPr', attributes, ...children), ...inner, end)
}

function lineSpacingXml({ sizePx, linePx, hasExactLines }: Paragraph): string {
  if (linePx === undefined || sizePx === undefined) return ''
  const spacing =
    hasExactLines === true
      ? element('a:spcPts', { val: Math.round(linePx * 75) })
      : element('a:spcPct', { val: lineShare(linePx, sizePx) })
  return element('a:lnSpc', {}, spacing)
}

function bulletXml(bullet: Paragraph['bullet'], { palette }: TextContext): string {
  if (bullet === 'none') return '<a:buNone/>'
  if (bullet === 'master') return ''
  if (typeof bullet === 'number')
    return `<a:buFont typeface="+mj-lt"/>${numberXml('arabicPeriod', bullet)}`
  const { sign, color, percent, isCode } = bullet
  return [
    element('a:buClr', {}, colorXml(color, palette)),
    percent === undefined ? '' : element('a:buSzPct', { val: percent * 1000 }),
    element('a:buFont', { typeface: isCode === true ? FONTS.mono : 'Arial' }),
    typeof sign === 'number' ? numberXml('arabicPlain', sign) : element('a:buChar', { char: sign }),
  ].join('')
}

/** A list starts at 1 to 32,767 (ECMA-376 Part 1 §21.1.2.4.1). */
function numberXml(type: string, number: number): string {
  return element('a:buAutoNum', { type, startAt: Math.min(32_767, Math.max(1, number)) })
}

type RunContext = { readonly paragraph: Paragraph; readonly context: TextContext }

function runXml(run: Run, around: RunContext): string {
  return splitByScript(run.text, around.context.lang)
    .map(({ text, lang }) =>
      element(
        'a:r',
        {},
        runPropertiesXml('a:rPr', run, around, lang),
        `<a:t>${xmlText(text)}</a:t>`,
      ),
    )
    .join('')
}

const LANGS = { en: 'en-IN', hi: 'hi-IN' } as const

type RunLang = (typeof LANGS)[keyof typeof LANGS]

function runPropertiesXml(
  tag: string,
  run: Run,
  { paragraph, context }: RunContext,
  lang: RunLang = LANGS[context.lang],
): string {
  const sizePx = run.sizePx ?? paragraph.sizePx
  const color = run.color ?? paragraph.color
  const family =
    run.isCode === true ? FONTS.mono : paragraph.isSerif === true ? FONTS.serif : undefined
  const link = run.link === undefined ? undefined : context.link(run.link)
  return element(
    tag,
    {
      lang,
      sz: sizePx === undefined ? undefined : fontSize(sizePx),
      b: run.isStrong === undefined ? undefined : Number(run.isStrong),
      i: run.isItalic === undefined ? undefined : Number(run.isItalic),
      strike: run.isStruck === true ? 'sngStrike' : undefined,
      baseline: run.rise === 'super' ? 30_000 : run.rise === 'sub' ? -25_000 : undefined,
      dirty: 0,
    },
    color === undefined ? '' : fillXml(color, context.palette),
    family === undefined ? '' : element('a:latin', { typeface: family }),
    link === undefined
      ? ''
      : element('a:hlinkClick', {
          'r:id': link.id,
          action: link.isSlide ? 'ppaction://hlinksldjump' : undefined,
          tooltip: run.linkTitle,
        }),
  )
}

type Stretch = { readonly text: string; readonly lang: RunLang }

/** Letters of one script each; what belongs to no script goes with what stands before it. */
function splitByScript(text: string, lang: 'en' | 'hi'): readonly Stretch[] {
  const stretches: { text: string; lang: RunLang }[] = []
  for (const letter of text) {
    const own = scriptOf(letter)
    const last = stretches.at(-1)
    if (last === undefined || (own !== undefined && own !== last.lang))
      stretches.push({ text: letter, lang: own ?? LANGS[lang] })
    else last.text += letter
  }
  return stretches
}

function scriptOf(letter: string): RunLang | undefined {
  if (isDevanagari(letter.codePointAt(0) ?? 0)) return LANGS.hi
  return /\p{Script=Latin}/u.test(letter) ? LANGS.en : undefined
}
