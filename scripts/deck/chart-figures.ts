/** The figures of a chart as a table that nobody sees, for readers who hear the slide: a picture has one sentence only. */
import type { Picture } from '../chart/picture.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Inline } from '../topic/topic.ts'
import { escapeHtml } from './html-text.ts'

type ChartPicture = Extract<Picture, { kind: 'chart' }>

const WORDS = {
  en: { caption: 'Figures of the chart', figure: 'Figure', missing: 'not known' },
  hi: { caption: 'चार्ट के आँकड़े', figure: 'आँकड़ा', missing: 'ज्ञात नहीं' },
} as const

/** Of a chart that goes on over several slides, the rows of its part. */
export function writeFigures({ chart, part }: ChartPicture, lang: 'en' | 'hi'): string {
  const words = WORDS[lang]
  const { number, of } = part ?? { number: 1, of: 1 }
  const { categories, series, unit } = chart
  const at = (end: number): number => Math.round((end * categories.length) / of)
  const heads = series.map(({ label }) => cell('th', textOf(label) || words.figure, 'col'))
  const rows = categories.slice(at(number - 1), at(number)).map((label, index) => {
    const figures = series.map(({ figures: all }) =>
      cell('td', all[at(number - 1) + index]?.printed ?? words.missing),
    )
    return `<tr>${cell('th', textOf(label), 'row')}${figures.join('')}</tr>`
  })
  const caption = unit === '' ? words.caption : `${words.caption}, ${unit}`
  return `<div class="chart-figures"><table><caption>${escapeHtml(caption)}</caption><tbody><tr><td></td>${heads.join('')}</tr>${rows.join('')}</tbody></table></div>`
}

function textOf(label: Inline): string {
  return inlineText(label).trim()
}

function cell(name: 'td' | 'th', text: string, scope?: 'col' | 'row'): string {
  const attribute = scope === undefined ? '' : ` scope="${scope}"`
  return `<${name}${attribute}>${escapeHtml(text)}</${name}>`
}
