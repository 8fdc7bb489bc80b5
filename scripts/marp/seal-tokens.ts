/** Marp's tokens as a page of its own may show them: pictures inside, nothing fetched, formulas and names of ours. */
import type Token from 'markdown-it/lib/token.mjs'
import { escapeHtml } from '../deck/html-text.ts'
import { fitSizePx } from './fit-heading.ts'
import type { MarpSlide } from './marp-deck.ts'
import { sealCss } from './seal-css.ts'
import { type Seal, sealMarkup } from './seal-markup.ts'
import { slideTitle } from './slide-title.ts'

export type Sealing = Seal & {
  readonly slides: readonly MarpSlide[]
  readonly lang: 'en' | 'hi'
  readonly widthPx: number
  readonly heightPx: number
  /** Raw HTML of a token as Marp lets it pass. */
  htmlOf(token: Token): string
  /** True shows raw HTML as text: of a deck whose page would fetch something all the same. */
  readonly isBare: boolean
}

/** New tokens; those of Marp stay as they are. */
export function sealTokens(tokens: readonly Token[], sealing: Sealing): Token[] {
  let slide = -1
  let fit: Token | undefined
  return tokens.map((token) => {
    if (token.type === 'marpit_inline_svg_open') slide += 1
    const sealed = sealToken(token, sealing)
    if (token.tag === 'section' && token.nesting > 0) nameSlide(sealed, slide, sealing)
    if (token.meta?.marpAutoScaling === true) fit = sealed
    if (token.type === 'inline' && fit !== undefined) {
      fitHeading(fit, token, sealing)
      fit = undefined
    }
    return sealed
  })
}

function sealToken(token: Token, sealing: Sealing): Token {
  const sealed = Object.assign(Object.create(Object.getPrototypeOf(token)), token) as Token
  sealed.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null
  sealed.children = token.children?.map((child) => sealToken(child, sealing)) ?? null
  if (token.type === 'html_inline' || token.type === 'html_block') {
    const html = sealing.htmlOf(token)
    sealed.type = 'lectern_html'
    sealed.content = sealing.isBare ? escapeHtml(html) : sealMarkup(html, sealing)
  }
  const style = sealed.attrGet('style')
  if (style !== null) sealed.attrSet('style', sealCss(style, sealing.dataOf) ?? '')
  if (token.type === 'image' && !token.hidden) sealImage(sealed, sealing)
  if (token.type === 'link_open') sealLink(sealed)
  // Directives are repeated as data, for themes that show them: one of them is an address that nothing loads.
  sealed.attrs = sealed.attrs?.filter(([name]) => name !== 'data-background-image') ?? null
  return sealed
}

function sealImage(token: Token, { dataOf }: Sealing): void {
  const data = dataOf(token.attrGet('src') ?? '')
  if (data === undefined) token.type = 'lectern_missing'
  else token.attrSet('src', data)
}

function sealLink(token: Token): void {
  const href = (token.attrGet('href') ?? '').replace(/[\u0000-\u0020]/g, '')
  if (/^(?:https?:|mailto:|#|(?![a-z][a-z0-9+.-]*:|[\\/]{2}))/i.test(href)) return
  token.attrs = token.attrs?.filter(([name]) => name !== 'href') ?? null
}

const POSITION = {
  en: (number: number, count: number) => `${number} of ${count}`,
  hi: (number: number, count: number) => `${count} में से ${number}`,
}

/** For screen readers, for the presenter and for bookmarks. */
function nameSlide(token: Token, index: number, { slides, lang }: Sealing): void {
  const slide = slides[index]
  const title = slide === undefined ? '' : slideTitle(slide)
  token.attrSet('data-title', title)
  const layer = token.attrGet('data-marpit-advanced-background')
  if (layer !== null && layer !== 'content') {
    token.attrSet('aria-hidden', 'true')
    return
  }
  const position = POSITION[lang](index + 1, slides.length)
  token.attrSet('role', 'group')
  token.attrSet('aria-label', title === '' ? position : `${position}: ${title}`)
}

/** Marp's own script does this where it runs; a page that is printed runs none. */
function fitHeading(heading: Token, text: Token, { widthPx, heightPx }: Sealing): void {
  const sizePx = fitSizePx(text.children ?? [], { widthPx, heightPx })
  const style = `font-size:${sizePx}px !important;white-space:nowrap;line-height:1.2;`
  heading.attrSet('style', `${heading.attrGet('style') ?? ''}${style}`)
}
