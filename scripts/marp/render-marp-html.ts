/** A Marp deck as one HTML file: Marp's own slides and themes, our player, nothing from a network. */
import type Token from 'markdown-it/lib/token.mjs'
import { mathCss } from '../deck/code-css.ts'
import { findFetches } from '../deck/find-fetches.ts'
import { type FormulaWriter, openFormulaWriter } from '../deck/formula-html.ts'
import { escapeHtml } from '../deck/html-text.ts'
import { minifyCss } from '../deck/minify-css.ts'
import { writeNotes } from '../deck/notes-html.ts'
import { pageCss } from '../deck/page-css.ts'
import { playerWords } from '../deck/player-words.ts'
import { presenterWords } from '../deck/presenter-words.ts'
import { writePage } from '../deck/write-page.ts'
import { webFontCss } from '../font/web-fonts.ts'
import { formulaFault } from './formula-fault.ts'
import type { MarpPictures } from './marp-pictures.ts'
import type { Marp } from './open-marp.ts'
import type { ReadMarp } from './read-marp-deck.ts'
import { sealCss } from './seal-css.ts'
import { sealTokens } from './seal-tokens.ts'

export type MarpPageInput = {
  readonly marp: Marp
  readonly read: ReadMarp
  readonly pictures: MarpPictures
  readonly playerScript: string
}

export type MarpPage = {
  readonly html: string
  /** False when the deck's own styles had to be left out. */
  readonly isStyled: boolean
}

/** What `--theme` of Marp would need a network for is left out; what is left is proved to fetch nothing. */
export async function renderMarpHtml(input: MarpPageInput): Promise<MarpPage> {
  for (const isBare of [false, true]) {
    const page = await drawPage(input, isBare)
    if (findFetches(page.html).length === 0) return page
  }
  throw new Error(
    `a page of Marp would fetch ${findFetches((await drawPage(input, true)).html)[0]}`,
  )
}

async function drawPage(
  { marp, read, pictures, playerScript: script }: MarpPageInput,
  isBare: boolean,
): Promise<MarpPage> {
  const { deck, tokens, htmlOf } = read
  const dataOf = openData(pictures)
  const lang = /^hi\b/i.test(deck.lang) ? 'hi' : 'en'
  const { widthPx, heightPx, slides } = deck
  const formulas = openFormulaWriter()
  const sealing = { slides, lang, widthPx, heightPx, dataOf, htmlOf, isBare } as const
  const draft = withRules(marp, { formulas, notes: slides.map(({ notes }) => notes) }, () =>
    marp.markdown.renderer.render(sealTokens(tokens, sealing), marp.markdown.options, {}),
  )
  const body = formulas.complete(draft)
  const { css, isStyled } = styleOf(marp, deck.theme, isBare ? () => undefined : dataOf)
  const math = formulas.count === 0 ? '' : mathCss(body)
  const style = minifyCss(`${pageCss({ widthPx, heightPx })}${MISSING_CSS}${math}`) + css
  const words = JSON.stringify({ player: playerWords(lang), ...presenterWords(lang) })
  const faceTexts = formulas.faceTexts()
  const text = { html: draft + words + formulas.foreignText(), css: style, script }
  const fonts = {
    ...text,
    lang,
    hasItalic: true,
    hasSerifText: false,
    faceTexts,
    isLean: lang === 'hi',
  } as const
  const faces = await webFontCss(fonts)
  const page = {
    title: deck.title,
    lang: deck.lang || lang,
    css: faces + style,
    body,
    words,
    script,
  }
  return { html: writePage({ ...page, mayStyle: 'style attributes' }), isStyled }
}

/** Stands where a picture would. */
const MISSING_CSS = `
.lectern-missing { display: inline-block; padding: .4em 1em; border: 2px dashed currentColor; opacity: .7; font-size: .8em; }
.lectern-missing:empty { display: none; }
`

function openData(pictures: MarpPictures): (address: string) => string | undefined {
  const known = new Map<string, string>()
  return (address) => {
    const picture = pictures.get(address)
    if (picture === undefined) return undefined
    const data =
      known.get(address) ??
      `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}`
    known.set(address, data)
    return data
  }
}

/** The theme with the deck's own styles; without them when they cannot be sealed, or are no CSS. */
function styleOf(
  marp: Marp,
  theme: string,
  dataOf: (address: string) => string | undefined,
): { readonly css: string; readonly isStyled: boolean } {
  const own = packed(() => marp.renderStyle(theme === '' ? undefined : theme))
  const sealed = own === undefined ? undefined : sealCss(own, dataOf)
  if (sealed !== undefined) return { css: anywhere(sealed), isStyled: true }
  const plain = packed(() => marp.themeSet.pack('default', marp.themeSetPackOptions()))
  return { css: anywhere(sealCss(plain ?? '', dataOf) ?? ''), isStyled: false }
}

/** Slides are drawn by it in the overview and in the presenter window, too. */
function anywhere(css: string): string {
  return css.replaceAll('div.marpit > svg >', 'svg[data-marpit-svg] >')
}

function packed(pack: () => string): string | undefined {
  try {
    return pack()
  } catch {
    // PostCSS names the line of a sheet that it put together itself, which helps nobody.
    return undefined
  }
}

type Rules = { readonly formulas: FormulaWriter; readonly notes: readonly (readonly string[])[] }

/** Marp's renderer with our rules for as long as it draws this page. */
function withRules(marp: Marp, { formulas, notes }: Rules, render: () => string): string {
  const { renderer } = marp.markdown
  const before = { ...renderer.rules }
  let slide = -1
  const formula = (token: Token | undefined, isDisplay: boolean): string => {
    const tex = token?.content ?? ''
    const marks = isDisplay ? '$$' : '$'
    if (formulaFault(tex, isDisplay) !== undefined) return escapeHtml(`${marks}${tex}${marks}`)
    return formulas.write({ tex: tex.trim(), isDisplay })
  }
  Object.assign(renderer.rules, {
    lectern_html: (tokens: Token[], index: number) => tokens[index]?.content ?? '',
    lectern_missing: (tokens: Token[], index: number, options: object, env: object) => {
      const alt = renderer.renderInlineAsText(tokens[index]?.children ?? [], options, env)
      return `<span class="lectern-missing">${escapeHtml(alt)}</span>`
    },
    marp_math_inline: (tokens: Token[], index: number) => formula(tokens[index], false),
    marp_math_block: (tokens: Token[], index: number) => `<p>${formula(tokens[index], true)}</p>`,
    marpit_inline_svg_close: (tokens: Token[], index: number, options: object) => {
      slide += 1
      return `${renderer.renderToken(tokens, index, options)}${writeNotes(notes[slide] ?? [])}`
    },
  } satisfies Record<string, unknown>)
  try {
    return render()
  } finally {
    for (const name of Object.keys(renderer.rules)) delete renderer.rules[name]
    Object.assign(renderer.rules, before)
  }
}
