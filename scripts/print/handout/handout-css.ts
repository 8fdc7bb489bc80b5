/** The style sheet of a handout: places from the grid, letters and colours from the theme. */
import { SANS } from '../../deck/deck-variables.ts'
import type { Theme } from '../../theme/theme.ts'
import { type Box, LINE_MM, type SheetGrid } from './sheet-grid.ts'

/** @param grids of odd and of even pages */
export function handoutCss(grids: readonly SheetGrid[], theme: Theme): string {
  const [{ widthMm, heightMm } = { widthMm: 210, heightMm: 297 }] = grids
  const { colors, brief } = theme
  return `
@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; background: ${colors.paper}; color: ${colors.ink}; font: 400 ${brief.headerSize}pt/1.3 ${SANS}; font-variant-numeric: lining-nums tabular-nums; font-synthesis: none; text-rendering: geometricPrecision; }
.sheet { position: relative; width: ${widthMm}mm; height: ${heightMm - SLACK_MM}mm; overflow: hidden; break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet > div, .sheet > svg { position: absolute; box-sizing: border-box; }
.head { display: grid; grid-template: auto 1fr / 1fr auto; column-gap: 8mm; border-bottom: .5pt solid ${colors.ink}; color: ${colors.muted}; white-space: nowrap; }
.head > span { overflow: hidden; text-overflow: ellipsis; }
.head > .institute { font-weight: 600; color: ${colors.primary}; }
.head > .topic { font-weight: 600; font-size: ${brief.subtitleSize * 0.86}pt; color: ${colors.ink}; }
.head > .date, .head > .page { text-align: end; }
.head > .page { align-self: start; font-size: ${brief.headerSize}pt; line-height: ${((brief.subtitleSize * 0.86) / brief.headerSize) * 1.3}; }
:lang(hi) .head > .page { line-height: ${((brief.subtitleSize * 0.86) / brief.headerSize) * 1.48}; }
:lang(hi) .head { line-height: 1.48; }
:lang(hi) .head > .institute, :lang(hi) .head > .topic { font-weight: 700; }
.slide > svg { display: block; width: 100%; height: 100%; }
.slide::after { content: ''; position: absolute; inset: 0; border: .2mm solid ${colors.rule}; }
/* A slide may have such a class inside: programs do. */
.sheet > .number { font-weight: 700; font-size: ${brief.headerSize}pt; line-height: 3.6mm; padding-top: 1.4mm; color: ${colors.primary}; }
.sheet > .lines { overflow: visible; fill: none; stroke: ${colors.rule}; stroke-width: .2mm; }
.sheet > .lines text { fill: ${colors.accent}; stroke: none; font-size: 30px; font-weight: 700; }
${grids.map((grid, index) => placesCss(grid, index === 0 ? '' : '.even ')).join('\n')}
`
}

/** What a page is higher than the sheet on it: rounded to points, a sheet of the very height may need two. */
export const SLACK_MM = 0.3

function placesCss({ header, cells }: SheetGrid, scope: string): string {
  return [
    `${scope}.head{${placeOf(header)}}`,
    ...cells.flatMap(({ slide, caption, lines }, index) => [
      `${scope}.slide.at${index}{${placeOf(slide)}}`,
      `${scope}.number.at${index}{${placeOf(caption)}}`,
      lines === undefined ? '' : `${scope}.lines.at${index}{${placeOf(lines)}}`,
    ]),
  ].join('\n')
}

export function placeOf({ left, top, width, height }: Box): string {
  return `left:${mm(left)};top:${mm(top)};width:${mm(width)};height:${mm(height)}`
}

export function mm(length: number): string {
  return `${Number(length.toFixed(3))}mm`
}

/**
 * Lines of a box, one at the foot of every 8 mm; in a view box of tenths of a millimetre.
 *
 * @param gaps numbers to stand at the lines on which their words are written, more of them side by side
 */
export function ruledLines(
  { width, height }: Box,
  classes: string,
  gaps: readonly number[] = [],
): string {
  const right = Math.round(width * 10)
  const count = Math.round(height / LINE_MM)
  const strokes = Array.from(
    { length: count },
    (_, index) => `M0 ${(index + 1) * LINE_MM * 10}H${right}`,
  )
  const columns = Math.ceil(gaps.length / count)
  const labels = gaps.map((gap, index) => {
    const x = Math.round((Math.floor(index / count) * right) / columns)
    return `<text x="${x}" y="${((index % count) + 1) * LINE_MM * 10 - ABOVE_LINE}">${gap}</text>`
  })
  return `<svg class="${classes}" aria-hidden="true" height="${mm(height)}" viewBox="0 0 ${right} ${Math.round(height * 10)}" preserveAspectRatio="none"><path vector-effect="non-scaling-stroke" d="${strokes.join('')}"/>${labels.join('')}</svg>`
}

/** Of a number, in tenths of a millimetre. */
const ABOVE_LINE = 9
