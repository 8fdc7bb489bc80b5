/** How notes are set: the serif of the brief in lines of some 65 letters, with real lists and tables. */
import { SANS, SERIF } from '../../deck/deck-variables.ts'
import type { Theme } from '../../theme/theme.ts'
import { mm, placeOf, SLACK_MM } from './handout-css.ts'
import { notesRoom, type SheetGrid } from './sheet-grid.ts'

/** Above the least size of the preset, in points: a sheet has room for what a brief must press. */
const EASE_PT = 0.5

const LEAST_SIZES = {
  dense: 'denseMinSize',
  standard: 'standardMinSize',
  'clear-print': 'clearPrintMinSize',
} as const

export function notesCss({ colors, brief, preset }: Theme, lang: 'en' | 'hi'): string {
  const sizePt = brief[LEAST_SIZES[preset]] + EASE_PT
  const scale = lang === 'hi' ? brief.hindiLeadingScale : 1
  const line = (points: number): string => `${(points * scale).toFixed(2)}pt`
  const family = lang === 'hi' ? SANS : SERIF
  const linePt = sizePt * brief.leading
  return `
.notes { font: 400 ${sizePt}pt/${line(linePt)} ${family}; color: ${colors.ink}; overflow-wrap: anywhere; hyphens: manual; orphans: 2; widows: 2; }
.notes :is(p, ul, ol, blockquote, pre, table, h3, h4, hr, div) { margin: ${line(linePt * 0.5)} 0 0; padding: 0; }
.notes > :first-child, .notes .rest > :first-child, .notes li > :first-child, .notes blockquote > :first-child { margin-top: 0; }
.notes :is(h3, h4) { font: 700 ${sizePt}pt/${line(linePt)} ${SANS}; color: ${colors.primary}; margin-top: ${line(linePt)}; break-after: avoid; }
.notes h4 { color: ${colors.ink}; }
.notes .end { white-space: nowrap; }
.notes :is(strong, b) { font-weight: 700; }
.notes a { color: inherit; text-decoration: underline; text-decoration-thickness: .4pt; text-decoration-color: ${colors.muted}; text-underline-offset: .15em; }
.notes :is(ul, ol) { padding-left: ${brief.hangMm + 1}mm; }
.notes ul { list-style: square; }
.notes ol { list-style: decimal; padding-left: ${brief.hangMm + 3}mm; }
.notes li { margin-top: ${line(linePt * 0.2)}; }
.notes li::marker { color: ${colors.accent}; }
.notes ol > li::marker { font: 700 ${sizePt * 0.88}pt ${SANS}; font-variant-numeric: tabular-nums; }
.notes li.rest::marker { content: ''; }
.notes li :is(ul, ol) { margin-top: 0; }
.notes blockquote { padding-left: 4mm; border-left: .6mm solid ${colors.accent}; }
.notes table { border-collapse: collapse; font: 400 ${sizePt * 0.86}pt/${line(linePt * 0.86)} ${SANS}; border-bottom: .6pt solid ${colors.ink}; border-top: .6pt solid ${colors.ink}; }
.notes :is(th, td) { padding: .7mm 5mm .7mm 0; text-align: left; vertical-align: baseline; border-bottom: .4pt solid ${colors.rule}; }
.notes :is(th, td):last-child { padding-right: 0; }
.notes th { font-weight: 700; border-bottom: .6pt solid ${colors.ink}; }
.notes table:not(.broken) :is(th, td) { overflow-wrap: break-word; }
.notes tr { break-inside: avoid; }
.notes thead { break-after: avoid; }
.notes pre { padding-left: 4mm; border-left: .6mm solid ${colors.rule}; white-space: pre-wrap; }
.notes code { font: 400 ${sizePt * 0.86}pt 'Noto Sans Mono', ${SANS}; }
.notes pre code { line-height: ${line(linePt * 0.86)}; }
.notes hr { border: 0; border-top: .4pt solid ${colors.rule}; }
.notes :is(sup, sub) { font-size: .7em; line-height: 0; }
.notes .katex { line-height: 0; font-family: KaTeX_Main, ${SANS}; font-size: 1.1em; white-space: nowrap; }
.notes .katex :is(.llap, .rlap, .clap) { line-height: 1; }
.notes .formula { line-height: 0; break-inside: avoid; }
.notes .formula .katex { font-size: 1em; }
.notes .katex-display { margin: 0; text-align: left; }
.aside { font: 400 ${brief.headerSize + 0.6}pt/1.4 ${SANS}; color: ${colors.muted}; overflow-wrap: anywhere; }
.aside > b { display: block; margin: -1.5mm 0 1.5mm; font: 700 ${brief.titleSize}pt/1.15 ${family}; color: ${colors.primary}; }
.aside > span { display: block; font-weight: 600; text-wrap: balance; color: ${colors.ink}; }
.aside > i { display: block; font-style: normal; }
:lang(hi) .aside > span { font-weight: 700; line-height: 1.55; }
`
}

/** @param grids of odd and of even pages */
export function notesPlacesCss(grids: readonly SheetGrid[]): string {
  return grids.map((grid, index) => placesCss(grid, index === 0 ? '' : '.even ')).join('\n')
}

function placesCss({ body, cells, heightMm }: SheetGrid, scope: string): string {
  const [cell] = cells
  if (cell === undefined) return ''
  const room = notesRoom(cell)
  const bottom = mm(heightMm - SLACK_MM - body.top - body.height)
  const further = { ...room, top: body.top, height: body.height }
  return `${scope}.aside{${placeOf(cell.caption)}}
${scope}.notes.first{${placeOf(room)}}
${scope}.notes.further{${placeOf(further)}}
${scope}.lines.foot{left:${mm(room.left)};bottom:${bottom};width:${mm(room.width)}}`
}
