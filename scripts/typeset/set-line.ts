/** A line of a paragraph and a place → marks. */
import type { FontFace } from '../font/faces.ts'
import { type BoxItem, giveOf, type Item, MAX_EXPANSION, trackingGive } from './item.ts'
import type { Line } from './line.ts'
import type { GlyphPiece, LinePiece, LinkMark, Mark } from './mark.ts'
import type { Inline, Tag } from './structure.ts'

export type LinePlace = {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly sizePt: number
  readonly tag: Tag
}

/** One text mark, and a link mark over every stretch that is a link. */
export function setLine(items: readonly Item[], line: Line, place: LinePlace): readonly Mark[] {
  const marks: Mark[] = []
  let pieces: LinePiece[] = []
  const links: OpenLink[] = []
  let start = place.x - line.hang * place.sizePt
  let x = start
  for (let index = line.from; index < line.to; index++) {
    const item = items[index]
    if (item === undefined || item.type === 'penalty') continue
    const width = widthOf(item, line) * place.sizePt
    if (item.type === 'box' && item.drawing !== undefined) {
      const sizePt = place.sizePt * item.span.scale
      marks.push(...textMarks(pieces, start, place))
      marks.push(...item.drawing.draw({ x, y: place.y, sizePt, tag: place.tag }))
      noteLink(links, item, x, x + width)
      pieces = []
      start = x + width
    } else if (item.type === 'box') {
      pieces.push(glyphPiece(item, line, place.sizePt))
      noteLink(links, item, x, x + width)
    } else {
      pieces.push(spacePiece(item.face, place.sizePt * item.scale, width))
    }
    x += width
  }
  const end = items[line.to]
  if (end?.type === 'penalty' && end.hyphen !== undefined) {
    pieces.push({ ...glyphPiece(end.hyphen, line, place.sizePt), isSoftHyphen: true })
  }
  if (pieces.length === 0 && marks.length === 0) return []
  // Words end with a space also where a line ends (ISO 32000-1, 14.8.2.5).
  const gap = end?.type === 'penalty' ? items[line.to + 1] : end
  if (gap?.type === 'glue')
    pieces.push(spacePiece(gap.face, place.sizePt * gap.scale, gap.width * place.sizePt))
  return [
    ...marks,
    ...textMarks(pieces, start, place),
    ...links.map((link) => linkMark(link, place)),
  ]
}

function textMarks(
  pieces: readonly LinePiece[],
  x: number,
  { y, tag }: LinePlace,
): readonly Mark[] {
  return pieces.length === 0 ? [] : [{ kind: 'text', x, y, pieces: joinInlines(pieces), tag }]
}

function widthOf(item: Exclude<Item, { type: 'penalty' }>, line: Line): number {
  if (item.type === 'box') return item.width + line.letterStretch * giveOf(item)
  return item.width + line.extraGap + line.letterStretch * giveOf(item)
}

function glyphPiece(box: BoxItem, line: Line, sizePt: number): GlyphPiece {
  const { span, run, from, to } = box
  const stretch = giveOf(box) === 0 ? 0 : line.letterStretch
  const own = run.isDevanagari ? 0 : span.trackingEm
  return {
    kind: 'glyphs',
    run,
    from,
    to,
    sizePt: sizePt * span.scale,
    risePt: sizePt * span.riseEm,
    trackingPt:
      sizePt * span.scale * (own * (1 + stretch * MAX_EXPANSION) + stretch * trackingGive(span)),
    widthScale: 1 + stretch * MAX_EXPANSION,
    color: span.color,
    inline: span.inline,
    isSoftHyphen: false,
  }
}

function spacePiece(face: FontFace, sizePt: number, widthPt: number): LinePiece {
  return { kind: 'space', face, sizePt, widthPt, inline: undefined }
}

/** A space between two words of one link is a part of it. */
function joinInlines(pieces: readonly LinePiece[]): readonly LinePiece[] {
  return pieces.map((piece, index) => {
    const inline = pieces[index - 1]?.inline
    const isInside = inline !== undefined && inline === pieces[index + 1]?.inline
    return piece.kind === 'space' && isInside ? { ...piece, inline } : piece
  })
}

type OpenLink = {
  readonly url: string
  readonly inline: Inline | undefined
  readonly from: number
  to: number
}

/** Words of one link on one line share an area, the spaces between them included. */
function noteLink(links: OpenLink[], { span }: BoxItem, from: number, to: number): void {
  if (span.link === '') return
  const inline = linkOf(span.inline)
  const last = links.at(-1)
  if (last !== undefined && last.url === span.link && last.inline === inline) last.to = to
  else links.push({ url: span.link, inline, from, to })
}

function linkOf(inline: Inline | undefined): Inline | undefined {
  return inline?.type === 'Reference' ? linkOf(inline.parent) : inline
}

function linkMark(link: OpenLink, place: LinePlace): LinkMark {
  return {
    kind: 'link',
    x: link.from,
    y: place.y - place.sizePt,
    width: link.to - link.from,
    height: place.sizePt * 1.3,
    url: link.url,
    description: describeLink(link),
    tag: place.tag,
    inline: link.inline,
  }
}

function describeLink({ url, inline }: OpenLink): string {
  const text = inline?.text ?? ''
  return text === '' || text === url ? url : `${text}: ${url}`
}
