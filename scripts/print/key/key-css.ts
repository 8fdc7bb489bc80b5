/** The style sheet of the key: type and colours of the theme's paper, columns of whole pieces. */
import type { Theme } from '../../theme/theme.ts'

export const GUTTER_MM = 7

/** @param widthMm of the room between the margins */
export function keyCss({ colors }: Theme, widthMm: number): string {
  const widthOf = (columns: number): string =>
    `${((widthMm - GUTTER_MM * (columns - 1)) / columns).toFixed(3)}mm`
  return `
.key :is(h1, h2, h3, p) { margin: 0; }
.key { font-size: 9.5pt; line-height: 13pt; }
.key:lang(hi) { line-height: 15pt; }
.key h1 { font-size: 16pt; line-height: 20pt; font-weight: 700; color: ${colors.primary}; padding-bottom: 5mm; }
.key h2 { font-size: 11pt; line-height: 15pt; font-weight: 700; color: ${colors.primary}; border-bottom: .5pt solid ${colors.rule}; padding-bottom: .8mm; }
.key .section { padding-bottom: 1.2mm; }
.key h3 { font-size: 8.5pt; line-height: 11.5pt; font-weight: 600; color: ${colors.muted}; padding: 1.8mm 0 .6mm; }
.key:lang(hi) h3 { font-weight: 700; line-height: 13.5pt; }
.key h3 span { color: ${colors.primary}; font-weight: 700; padding-right: .6em; white-space: nowrap; }
.key > h3:first-child, .key > .answer:first-child h3 { padding-top: 0; }
.key .term { padding: 0 0 .5mm 9mm; text-indent: -9mm; overflow-wrap: anywhere; }
.key .term b { display: inline-block; width: 7mm; margin-right: calc(2mm - .26em); text-indent: 0; text-align: end; color: ${colors.accent}; }
.key .seen { padding-top: 1mm; font-size: 8.5pt; line-height: 11.5pt; }
.key .where { color: ${colors.muted}; }
.key .where::before { content: '· '; }
.key .answer { overflow-wrap: anywhere; }
.key .answer.end { padding-bottom: 1.6mm; }
.key .term.more { text-indent: 0; }
.key .right { font-weight: 600; }
.key:lang(hi) .right { font-weight: 700; }
.key .right b { color: ${colors.accent}; padding-right: .5em; }
.key .right + p { padding-top: .4mm; }
.sheet > .key { width: ${widthMm.toFixed(3)}mm; }
.sheet > .key.of2 { width: ${widthOf(2)}; }
.sheet > .key.of3 { width: ${widthOf(3)}; }
`
}
