/** `<p:txBody>` and what stands in it. */
import { isDevanagari } from '../../font/faces.ts'
import { FONTS, lineShare } from '../base/look.ts'
import type { Paragraph, Run, TextBody } from '../presentation.ts'
import { fillXml, type Palette } from './color-xml.ts'
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
  const { level, bullet, align, sizePx, linePx, beforePx } = paragraph
  const attributes = {
    ...(bullet === 'none' && { marL: 0, indent: 0 }),
    lvl: level === 0 ? undefined : Math.min(8, level),
    algn: align === undefined ? undefined : ALIGNS[align],
  }
  const children = [
    linePx === undefined || sizePx === undefined
      ? ''
      : `<a:lnSpc><a:spcPct val="${lineShare(linePx, sizePx)}"/></a:lnSpc>`,
    beforePx === undefined
      ? ''
      : `<a:spcBef><a:spcPts val="${Math.round(beforePx * 75)}"/></a:spcBef>`,
    bulletXml(bullet),
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

function bulletXml(bullet: Paragraph['bullet']): string {
  if (bullet === 'none') return '<a:buNone/>'
  if (bullet === 'master') return ''
  // ECMA-376 Part 1 §21.1.2.4.1: a list starts at 1 to 32,767.
  const start = Math.min(32_767, Math.max(1, bullet))
  return `<a:buFont typeface="+mj-lt"/>${element('a:buAutoNum', { type: 'arabicPeriod', startAt: start })}`
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
