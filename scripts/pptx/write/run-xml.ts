/** Runs of text: `<a:r>` with its properties. */
import { SMALL_SCALE } from '../../deck/measure-lines.ts'
import { FONTS } from '../base/look.ts'
import type { Paragraph, Run } from '../presentation.ts'
import { colorXml, fillXml, type Palette } from './color-xml.ts'
import { LANGS, type RunLang, type Stretch } from './languages.ts'
import { linkXml } from './link-xml.ts'
import { element, fontSize, xmlText } from './xml.ts'

export type TextContext = {
  readonly palette: Palette
  readonly lang: 'en' | 'hi'
  /** Of the text at the first level, where the paragraph does not say: what small print is a share of. */
  readonly sizePx?: number
  /** What a line of 100 % is, in em; left out: as in all shapes. */
  readonly singleEm?: number
  /** Id of the relationship to an address, or to a slide for `#3`; undefined: no link may lead there. */
  link(target: string): { readonly id: string; readonly isSlide: boolean } | undefined
}

export type RunContext = { readonly paragraph: Paragraph; readonly context: TextContext }

export function runXml(run: Run, stretches: readonly Stretch[], around: RunContext): string {
  return stretches
    .flatMap((stretch) => (run.link === undefined ? [stretch] : wordsOf(stretch)))
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

/** LibreOffice breaks a link that goes on to the next line inside a word, so each word is a run of its own. */
function wordsOf({ text, lang }: Stretch): readonly Stretch[] {
  return text.split(/(?<= )/).map((word) => ({ text: word, lang }))
}

export function runPropertiesXml(
  tag: string,
  run: Run,
  around: RunContext,
  lang: RunLang = LANGS[around.context.lang],
): string {
  const { paragraph, context } = around
  const color = run.color ?? (run.isSmall === true ? 'muted' : undefined) ?? paragraph.color
  return element(
    tag,
    {
      lang,
      sz: sizeOf(run, around),
      b: run.isStrong === undefined ? undefined : Number(run.isStrong),
      i: run.isItalic === undefined ? undefined : Number(run.isItalic),
      u: run.isUnderlined === true ? 'sng' : undefined,
      strike: run.isStruck === true ? 'sngStrike' : undefined,
      baseline: run.rise === 'super' ? 30_000 : run.rise === 'sub' ? -25_000 : undefined,
      // Nobody wants a program spelt.
      noProof: run.isCode === true ? 1 : undefined,
      dirty: 0,
    },
    color === undefined ? '' : fillXml(color, context.palette),
    run.isMarked === true ? element('a:highlight', {}, colorXml(MARKER, context.palette)) : '',
    fontXml(run, paragraph),
    linkXml(run, context, TEXT_COLORED),
  )
}

/** The tint of boxes: letters of any colour are read on it. */
const MARKER = 'tint'

function sizeOf(run: Run, { paragraph, context }: RunContext): number | undefined {
  const own = run.sizePx ?? paragraph.sizePx
  if (run.isSmall !== true) return own === undefined ? undefined : fontSize(own)
  const around = own ?? context.sizePx
  return around === undefined ? undefined : fontSize(around * SMALL_SCALE)
}

function fontXml({ isCode }: Run, { isSerif }: Paragraph): string {
  const family = isCode === true ? FONTS.mono : isSerif === true ? FONTS.serif : undefined
  return family === undefined ? '' : element('a:latin', { typeface: family })
}

/** [MS-ODRAWXML] §2.7.1 `hlinkClr`: a link has the colour of its text, as on the slides of the page. */
const TEXT_COLORED =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
