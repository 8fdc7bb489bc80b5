/** The text of a label that is more than a number: fields for what the sheet holds, runs for the rest. */
import { LANGS, type RunLang, splitLanguages } from '../write/languages.ts'
import { element, xmlText } from '../write/xml.ts'
import type { LabelPlan, PointPlan, SeriesPlan } from './chart-plan.ts'
import { type ChartContext, labelBodyXml, runPropertiesXml, type TextLook } from './chart-text.ts'
import { seriesName } from './data-sheet.ts'
import { NAME_SPACE } from './label-text.ts'
import { numberFormat } from './number-format.ts'

export type LabelContext = ChartContext & {
  /** Of the chart. */
  readonly sizePx: number
  /** Number of the series in its chart, and of the chart in the package. */
  readonly series: number
  readonly chart: number
  /** A sample of its colour stands before each label. */
  readonly hasKeys: boolean
}

export type LabelledPoint = {
  readonly series: SeriesPlan
  readonly point: PointPlan
  readonly index: number
}

type Spaces = Readonly<Record<'positive' | 'negative', 'left' | 'right'>>

/** At which side of its mark a figure stands and needs a space to it: a positive one, and a negative one. */
export const SPACES: Readonly<Partial<Record<LabelPlan['side'], Spaces>>> = {
  outside: { positive: 'right', negative: 'left' },
  right: { positive: 'right', negative: 'right' },
  left: { positive: 'left', negative: 'left' },
}

/** Beside the space of the label itself, in em. */
export const GAP = 0.2

/** The figure in bold, the name after it; further lines of the name below. */
export function richLabelXml(
  { point, series, index }: LabelledPoint,
  label: LabelPlan,
  context: LabelContext,
): string {
  const { color, sizePx, name = [] } = label
  const nameLook: TextLook = {
    sizePx: context.sizePx,
    color,
    isStrong: label.isNameStrong === true,
  }
  const type = numberFormat(point.value, point.printed) === undefined ? 'CELLRANGE' : 'VALUE'
  const figure = fieldXml(type, point.printed, {
    look: { sizePx, color, isStrong: true },
    id: fieldId(context, index, 0),
    context,
  })
  const side = SPACES[label.side]?.[point.value < 0 ? 'negative' : 'positive']
  const space = (text: string): string =>
    text === '' ? '' : runXml(text, { sizePx, color, isStrong: true }, context)
  const spaced = `${space(label.before ?? (side === 'right' ? ' ' : ''))}${figure}${space(side === 'left' ? ' ' : '')}`
  const [first, ...more] = name
  const isWhole =
    more.length === 0 &&
    first === seriesName(series, context.lang) &&
    languagesOf(first, context) === 1
  const named =
    first === undefined
      ? ''
      : runXml(NAME_SPACE, nameLook, context) +
        (isWhole
          ? fieldXml('SERIESNAME', first, {
              look: nameLook,
              id: fieldId(context, index, 1),
              context,
            })
          : runXml(first, nameLook, context))
  return element(
    'c:rich',
    {},
    labelBodyXml(GAP * context.sizePx),
    '<a:lstStyle/>',
    element('a:p', {}, LEFT, spaced, named),
    ...more.map((line) => element('a:p', {}, LEFT, runXml(line, nameLook, context))),
  )
}

const LEFT = '<a:pPr algn="l"/>'

function runXml(text: string, look: TextLook, context: LabelContext): string {
  const [stretches = []] = splitLanguages([text], context.lang)
  return stretches
    .map(({ text: part, lang }) => {
      const own = { ...context, lang: shortLang(lang) }
      return element('a:r', {}, runPropertiesXml('a:rPr', look, own), `<a:t>${xmlText(part)}</a:t>`)
    })
    .join('')
}

type Field = { readonly look: TextLook; readonly id: string; readonly context: LabelContext }

function fieldXml(type: string, text: string, { look, id, context }: Field): string {
  return element(
    'a:fld',
    { id, type },
    runPropertiesXml('a:rPr', look, { ...context, lang: langOfField(text, context) }),
    `<a:t>${xmlText(text)}</a:t>`,
  )
}

/** A field is one run, and a run is of one language. */
function languagesOf(text: string, { lang }: LabelContext): number {
  return new Set(splitLanguages([text], lang).flatMap((one) => one.map((part) => part.lang))).size
}

function langOfField(text: string, { lang }: LabelContext): 'en' | 'hi' {
  const [[first] = []] = splitLanguages([text], lang)
  return first === undefined ? lang : shortLang(first.lang)
}

function shortLang(lang: RunLang): 'en' | 'hi' {
  return lang === LANGS.hi ? 'hi' : 'en'
}

/** Fields have a GUID each; ours counts, so that the same chart has the same ones. */
function fieldId({ chart, series }: LabelContext, point: number, field: 0 | 1): string {
  const hex = (value: number, length: number): string =>
    value.toString(16).toUpperCase().padStart(length, '0').slice(-length)
  return `{4C454354-${hex(chart, 4)}-4000-8000-${hex(series, 4)}${hex(point, 7)}${field}}`
}
