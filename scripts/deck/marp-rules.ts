/** What Marp's slides lack: names for screen readers, measured tables and grids, pictures inside, notes. */

import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { findPicture, type Pictures } from '../chart/picture.ts'
import { formulaText } from '../math/formula-text.ts'
import type { Theme } from '../theme/theme.ts'
import { writeFigures } from './chart-figures.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'
import type { FormulaWriter } from './formula-html.ts'
import { escapeHtml } from './html-text.ts'
import type { BlockLayout } from './layout-slide.ts'
import { type Listings, writeListing } from './listing-html.ts'
import { writeNotes } from './notes-html.ts'
import { writePicture } from './picture-html.ts'
import { plannedSectionOf } from './planned-section.ts'
import { plainText } from './rich-text.ts'
import type { Block, Slide } from './slide.ts'

export type LaidOutSlide = { readonly slide: Slide; readonly layouts: readonly BlockLayout[] }

export type DeckEnvironment = {
  readonly theme: Theme
  readonly pictures: Pictures
  readonly slides: readonly LaidOutSlide[]
  readonly lang: 'en' | 'hi'
  readonly hasNotes: boolean
  readonly formulas: FormulaWriter
  readonly listings: Listings
}

type Rule = NonNullable<MarkdownIt['renderer']['rules'][string]>

export function useDeckRules(md: MarkdownIt): void {
  md.core.ruler.push('lectern_slides', annotateSlides)
  md.renderer.rules['image'] = renderImage
  md.renderer.rules['paragraph_close'] = renderParagraphClose
  md.renderer.rules['table_open'] = renderTableOpen
  md.renderer.rules['formula_inline'] = renderInlineFormula
  md.renderer.rules['formula_block'] = renderDisplay
  md.renderer.rules['fence'] = renderListing
  md.renderer.rules['marpit_inline_svg_close'] = renderSvgClose
}

const renderImage: Rule = (tokens, index, _options, env: DeckEnvironment) => {
  const token = tokens[index]
  const layout = layoutOf(token)
  return writePicture(token?.attrGet('src') ?? '', {
    alt: plainText(token?.content ?? ''),
    box: layout?.box,
    ...env,
  })
}

const renderParagraphClose: Rule = (tokens, index, options, env: DeckEnvironment, self) => {
  const token = tokens[index]
  const block = token?.meta?.['lecternBlock'] as Block | undefined
  const picture = block?.kind === 'picture' ? findPicture(env.pictures, block.path) : undefined
  const figures = picture?.kind === 'chart' ? writeFigures(picture, env.lang) : ''
  return `${self.renderToken(tokens, index, options)}${figures}`
}

const renderTableOpen: Rule = (tokens, index, options, _env, self) => {
  const widths = layoutOf(tokens[index])?.columnWidths ?? []
  const columns = widths.map((width) => `<col style="width:${width.toFixed(1)}px">`).join('')
  return `${self.renderToken(tokens, index, options)}<colgroup>${columns}</colgroup>`
}

const renderSvgClose: Rule = (tokens, index, options, env: DeckEnvironment, self) => {
  const notes: unknown = tokens[index]?.meta?.['lecternNotes']
  const aside = env.hasNotes && Array.isArray(notes) ? writeNotes(notes.map(String)) : ''
  return `${self.renderToken(tokens, index, options)}${aside}`
}

const renderInlineFormula: Rule = (tokens, index, _options, env: DeckEnvironment) =>
  env.formulas.write({ tex: tokens[index]?.content ?? '', isDisplay: false })

const renderDisplay: Rule = (tokens, index, _options, env: DeckEnvironment, self) => {
  const token = tokens[index]
  if (token === undefined) return ''
  const tex = token.content
  const alt = String(token.meta?.['alt'] ?? '')
  token.attrJoin('class', 'formula')
  if (alt !== '') {
    token.attrSet('role', 'img')
    token.attrSet('aria-label', alt)
  }
  return `<div${self.renderAttrs(token)}>${env.formulas.write({ tex, isDisplay: true })}</div>`
}

const renderListing: Rule = (tokens, index, _options, env: DeckEnvironment) => {
  const token = tokens[index]
  // Only annotateBlock writes this key.
  const block = token?.meta?.['lecternBlock'] as Block | undefined
  if (block?.kind !== 'code') return escapeHtml(token?.content ?? '')
  return writeListing(block, {
    rows: layoutOf(token)?.codeRows ?? [],
    words: env.listings.get(block) ?? [],
  })
}

function layoutOf(token: Token | undefined): BlockLayout | undefined {
  // Only annotateBlock writes this key.
  return token?.meta?.['lecternLayout'] as BlockLayout | undefined
}

/** Walks Marp's tokens beside the measured slides: the same parser made both, block for block. */
function annotateSlides(state: StateCore): void {
  if (state.inlineMode) return
  const env = state.env as DeckEnvironment
  if (env.slides.length === 0) return
  const walk: Walk = {
    env,
    slide: -1,
    level: 0,
    block: 0,
    hasHeading: false,
    isInMargin: false,
    notes: [],
  }
  for (const token of state.tokens) annotate(token, walk)
  if (walk.slide + 1 !== env.slides.length)
    throw new DeckMarkdownError(
      `Marp made ${walk.slide + 1} slides of what was measured as ${env.slides.length}`,
    )
}

type Walk = {
  readonly env: DeckEnvironment
  slide: number
  /** Of the slide's blocks: Marp's wrappers push everything deeper. */
  level: number
  block: number
  hasHeading: boolean
  isInMargin: boolean
  notes: string[]
}

function annotate(token: Token, walk: Walk): void {
  switch (token.type) {
    case 'marpit_slide_open':
      Object.assign(walk, {
        slide: walk.slide + 1,
        level: token.level + 1,
        block: 0,
        hasHeading: false,
        notes: [],
      })
      labelSlide(token, walk)
      return
    case 'front_matter':
      return
    case 'marpit_header_open':
    case 'marpit_footer_open':
      walk.isInMargin = true
      return
    case 'marpit_header_close':
    case 'marpit_footer_close':
      walk.isInMargin = false
      return
    case 'marpit_comment':
      if (token.meta?.marpitCommentParsed === undefined) walk.notes.push(token.content)
      return
    case 'marpit_inline_svg_close':
      token.meta = { ...token.meta, lecternNotes: walk.notes }
      return
    default:
      if (walk.isInMargin) flattenFormulas(token)
      else annotateBlock(token, walk)
  }
}

/** The foot line has one height and is cut at its end: a formula is a word there. */
function flattenFormulas(token: Token): void {
  for (const child of token.children ?? [])
    if (child.type === 'formula_inline')
      Object.assign(child, { type: 'text', content: formulaText(child.content, false) })
}

const SLIDE_WORD = { en: 'slide', hi: 'स्लाइड' }

/** Where a slide stands, as it is read aloud. */
const POSITION = {
  en: (number: number, count: number) => `${number} of ${count}`,
  hi: (number: number, count: number) => `${count} में से ${number}`,
}

const KEPT_ATTRIBUTES: readonly string[] = [
  'id',
  'class',
  'lang',
  'data-marpit-pagination',
  'data-marpit-pagination-total',
  'data-marpit-fragments',
]

function labelSlide(token: Token, { env, slide }: Walk): void {
  const laidOut = env.slides[slide]
  const heading = laidOut?.slide.heading
  const title = heading === undefined ? '' : plainText(heading.text)
  // Marp repeats every directive as data attributes and custom properties: weight, and text in CSS.
  token.attrs = (token.attrs ?? []).filter(([name]) => KEPT_ATTRIBUTES.includes(name))
  token.attrSet('role', 'group')
  token.attrSet('aria-roledescription', SLIDE_WORD[env.lang])
  const position = POSITION[env.lang](slide + 1, env.slides.length)
  token.attrSet('aria-label', title === '' ? position : `${position}: ${title}`)
  token.attrSet('data-title', title)
  setSection(token, laidOut?.slide.directives ?? '')
  if (laidOut?.slide.blocks.some((block) => block.kind === 'picture'))
    token.attrJoin('class', 'has-qr')
}

/** For the presenter: which planned section the slide belongs to; minutes without one are the talk's. */
function setSection(token: Token, directives: string): void {
  const { id, minutes } = plannedSectionOf(directives)
  if (id !== '') token.attrSet('data-section', id)
  if (minutes > 0) token.attrSet('data-minutes', String(minutes))
}

function annotateBlock(token: Token, walk: Walk): void {
  const laidOut = walk.env.slides[walk.slide]
  if (token.type === 'inline') {
    annotateImages(token, laidOut?.layouts[walk.block - 1])
    return
  }
  if (token.type === 'paragraph_close' && token.level === walk.level)
    token.meta = { ...token.meta, lecternBlock: laidOut?.slide.blocks[walk.block - 1] }
  if (
    laidOut === undefined ||
    token.level !== walk.level ||
    token.nesting < 0 ||
    token.type.startsWith('marpit_')
  ) {
    markAttribution(token, walk)
    return
  }
  if (token.type === 'heading_open' && !walk.hasHeading && walk.block === 0) {
    walk.hasHeading = true
    return
  }
  const block = laidOut.slide.blocks[walk.block]
  const layout = laidOut.layouts[walk.block]
  walk.block += 1
  token.meta = { ...token.meta, lecternLayout: layout, lecternBlock: block }
  if (block?.kind === 'picture') token.attrJoin('class', 'picture')
  const start = block?.kind === 'list' && block.start > 1 ? { '--start': block.start } : {}
  const variables = Object.entries({ ...start, ...layout?.variables })
  if (variables.length > 0)
    token.attrSet('style', variables.map(([name, value]) => `${name}:${value}`).join(';'))
}

function annotateImages(token: Token, layout: BlockLayout | undefined): void {
  for (const child of token.children ?? [])
    if (child.type === 'image') child.meta = { ...child.meta, lecternLayout: layout }
}

/** The last paragraph of a quotation that starts with a dash says who said it. */
function markAttribution(token: Token, { env, slide, level, block }: Walk): void {
  if (token.type !== 'paragraph_open' || token.level !== level + 1) return
  const quote = env.slides[slide]?.slide.blocks[block - 1]
  if (quote?.kind !== 'quote') return
  const seen = Number(quoteParagraphs.get(quote) ?? 0)
  quoteParagraphs.set(quote, seen + 1)
  const isLast = seen === quote.paragraphs.length - 1
  if (isLast && quote.paragraphs[seen]?.startsWith('—')) token.attrJoin('class', 'by')
}

const quoteParagraphs = new WeakMap<object, number>()
