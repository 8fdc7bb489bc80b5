/** The style sheets of formulas and listings: in a page only when it has some. */
import { katexCss } from '../math/katex-css.ts'
import type { ThemeColors } from '../theme/theme.ts'
import { BAND_BAR_PX, CODE_GUTTER_PX, CODE_PADDING_PX, TURN_MARK } from './layout-code.ts'
import { markedColors } from './marked-colors.ts'
import { FORMULA_SCALE } from './measure-lines.ts'

/**
 * KaTeX's own line height would make every line with a formula higher; without it a line is as high as what
 * is in it, which is what measure-lines.ts measures. What floats over a place keeps a line of its own.
 */
export const MATH_CSS = `
section .katex { line-height: 0; font-family: KaTeX_Main, var(--sans); font-size: calc(${FORMULA_SCALE}em * var(--formula-scale, 1)); }
section .katex .brahmic_fallback { font-size: ${1 / FORMULA_SCALE}em; }
section .katex :is(.llap, .rlap, .clap) { line-height: 1; }
section > .formula { font-size: var(--formula); line-height: 0; }
section > .formula > .katex-display { margin: 0; }
section > :is(p, ul, ol, table, blockquote, pre, h2, h3, .formula) + .formula, section > .formula + * { margin-top: var(--block-gap); }
section > h2 + .formula { margin-top: var(--title-gap); }
section.formula > .formula { margin-top: auto; }
section.formula > :is(p, ul, ol, .formula):not(:has(+ :is(p, ul, ol, .formula))) { margin-bottom: auto; }
section > ul > li:has(.katex)::before { position: static; display: inline-block; margin: 0 calc(var(--item-indent) - 17px) 0 calc(4px - var(--item-indent)); vertical-align: calc(.388em - 6.5px); }
section.formula > p { font-size: var(--caption-size); line-height: var(--caption-line); text-align: center; }
`

/** @param html all markup of the page, by which the rules are chosen */
export function mathCss(html: string): string {
  return `${katexCss(html)}${MATH_CSS}`
}

/** See marked-colors.ts. */
export function markedCss(colors: ThemeColors): string {
  const { ground, ...words } = markedColors(colors)
  const legible = Object.entries(words).map(([name, color]) => `--${name}: ${color}`)
  return `.listing .marked { ${legible.join('; ')}; color: var(--ink); background: ${ground}; box-shadow: inset ${BAND_BAR_PX}px 0 0 var(--accent), inset -${BAND_BAR_PX}px 0 0 var(--tint); }\n`
}

export const CODE_CSS = `
section { --mono: 'Noto Sans Mono', 'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Math', 'Noto Sans Symbols 2', monospace; }
section > pre.listing { background: var(--tint); color: var(--ink); }
.listing .line::before, .listing .comment { color: var(--muted); }
.listing :is(.keyword, .type, .name) { color: var(--primary); }
.listing :is(.string, .number) { color: var(--accent); }
section > pre.listing { font: 400 var(--code-size)/var(--code-line) var(--mono); padding: ${CODE_PADDING_PX}px 0; white-space: normal; overflow: hidden; tab-size: 4; font-variant-ligatures: none; }
section.dense > pre.listing { font-size: var(--dense-code-size); line-height: var(--dense-code-line); }
section > pre.listing > code { display: block; font: inherit; }
.listing .line { display: block; position: relative; height: var(--code-line); white-space: pre; padding: 0 ${CODE_PADDING_PX}px 0 ${CODE_GUTTER_PX}px; }
section.dense .listing .line { height: var(--dense-code-line); }
.listing .line::before { content: attr(data-line); position: absolute; left: 0; width: ${CODE_GUTTER_PX - CODE_PADDING_PX}px; text-align: end; }
.listing .turned { padding-left: calc(${CODE_GUTTER_PX}px + 2ch); }
.listing .turned::before { content: '${TURN_MARK.trim()}'; width: calc(${CODE_GUTTER_PX}px + 1ch); }
.listing .keyword { font-weight: 700; }
section.code > p { font-size: var(--caption-size); line-height: var(--caption-line); }
`
