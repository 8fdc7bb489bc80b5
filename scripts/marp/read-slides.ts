/** Slides out of Marp's tokens. */
import type Token from 'markdown-it/lib/token.mjs'
import { type MarkupNode, markupTree } from './markup-tree.ts'
import type { Background, MarpSlide, Split } from './marp-deck.ts'
import { type TokenMarkup, tokenEvents } from './token-events.ts'

export function readSlides(tokens: readonly Token[], markup: TokenMarkup): readonly MarpSlide[] {
  const slides: MarpSlide[] = []
  let parts: Parts | undefined
  let frame: Token | undefined
  let line = 1
  for (const token of tokens) {
    if (token.map !== null && token.map !== undefined) line = token.map[0] + 1
    if (token.type === 'marpit_inline_svg_content_open') frame = token
    if (token.type === 'marpit_slide_open') parts = openParts(token, frame, line)
    else if (token.type === 'marpit_slide_close' && parts !== undefined) {
      slides.push(finish(parts, markup))
      parts = undefined
      frame = undefined
    } else if (parts !== undefined) collect(token, parts)
  }
  return slides
}

type Parts = {
  readonly open: Token
  readonly frame: Token | undefined
  readonly line: number
  room: Token[]
  readonly content: Token[]
  readonly header: Token[]
  readonly footer: Token[]
  readonly notes: string[]
}

function openParts(open: Token, frame: Token | undefined, line: number): Parts {
  const content: Token[] = []
  return { open, frame, line, room: content, content, header: [], footer: [], notes: [] }
}

function collect(token: Token, parts: Parts): void {
  switch (token.type) {
    case 'marpit_header_open':
      parts.room = parts.header
      return
    case 'marpit_footer_open':
      parts.room = parts.footer
      return
    case 'marpit_header_close':
    case 'marpit_footer_close':
      parts.room = parts.content
      return
    default:
      for (const one of [token, ...(token.children ?? [])]) addNote(one, parts)
      parts.room.push(token)
  }
}

/** As Marpit collects them: what no directive was found in. */
function addNote(token: Token, { notes }: Parts): void {
  if (token.type !== 'marpit_comment' || token.meta?.marpitCommentParsed !== undefined) return
  // Rules of dashes between slides say nothing.
  if (/[\p{L}\p{N}]/u.test(token.content)) notes.push(token.content)
}

type Directives = {
  readonly color?: string
  readonly backgroundColor?: string
  readonly backgroundImage?: string
  readonly backgroundSize?: string
}

function finish(parts: Parts, markup: TokenMarkup): MarpSlide {
  const { open, frame, content, header, footer, notes } = parts
  const line = content.find(({ map }) => map !== null && map !== undefined)?.map?.[0]
  const at = line === undefined ? parts.line : line + 1
  const tree = (tokens: readonly Token[]): readonly MarkupNode[] =>
    markupTree(tokenEvents(tokens, markup, at))
  const directives = (open.meta?.marpitDirectives ?? {}) as Directives
  const own = (frame?.meta?.marpitBackground ?? {}) as OwnBackground
  const number = Number(open.attrGet('data-marpit-pagination') ?? Number.NaN)
  return {
    line: at,
    classes: (open.attrGet('class') ?? '').split(/\s+/).filter((name) => name !== ''),
    header: tree(header),
    footer: tree(footer),
    pageNumber: Number.isNaN(number) ? undefined : number,
    color: String(directives.color ?? ''),
    backgroundColor: String(directives.backgroundColor ?? ''),
    backgrounds: backgroundsOf(own, directives, content, at),
    split: splitOf(own),
    isVertical: own.direction === 'vertical',
    content: tree(content),
    notes,
  }
}

/** Of `![bg](…)`: what Marpit keeps at the frame of a slide. */
type OwnBackground = {
  readonly images?: readonly {
    readonly url: string
    readonly size?: string
    readonly filter?: string
    readonly alt?: string
  }[]
  readonly split?: 'left' | 'right'
  readonly splitSize?: string
  readonly direction?: string
}

function backgroundsOf(
  { images }: OwnBackground,
  { backgroundImage = '', backgroundSize = '' }: Directives,
  content: readonly Token[],
  line: number,
): readonly Background[] {
  if (images !== undefined)
    return images.map(({ url, size = 'cover', filter = '', alt = '' }) => ({
      src: url,
      alt,
      size,
      opacity: opacityOf(filter),
      line: lineOfImage(url, content) ?? line,
    }))
  const src = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(String(backgroundImage))?.[1]
  if (src === undefined) return []
  return [{ src, alt: '', size: String(backgroundSize) || 'cover', opacity: 1, line }]
}

function lineOfImage(url: string, content: readonly Token[]): number | undefined {
  const around = content.find(({ children }) =>
    children?.some((child) => child.type === 'image' && child.attrGet('src') === url),
  )
  return around?.map === null || around?.map === undefined ? undefined : around.map[0] + 1
}

/** Marpit writes CSS: `opacity(\.3)` of `opacity:.3`, with its signs escaped. */
function opacityOf(filter: string): number {
  const written = /\bopacity\(([^)]*)\)/.exec(filter)?.[1]?.trim()
  if (written === undefined) return 1
  const share = Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1)
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share))
}

function splitOf({ split, splitSize = '50%' }: OwnBackground): Split | undefined {
  if (split === undefined) return undefined
  const share = Number.parseFloat(splitSize) / 100
  return { side: split, share: Math.min(0.9, Math.max(0.1, Number.isNaN(share) ? 0.5 : share)) }
}
