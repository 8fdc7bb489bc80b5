/** A line of a paragraph and a place → marks. */
import { type BoxItem, giveOf, type Item, MAX_EXPANSION, MAX_TRACKING } from './item.ts'
import type { Line } from './line.ts'
import type { LinePiece, LinkMark, Mark, Tag } from './mark.ts'

export type LinePlace = {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly sizePt: number
  readonly tag: Tag
}

/** One text mark, and a link mark over every stretch that is a link. */
export function setLine(items: readonly Item[], line: Line, place: LinePlace): readonly Mark[] {
  const pieces: LinePiece[] = []
  const links: OpenLink[] = []
  const start = place.x - line.hang * place.sizePt
  let x = start
  for (let index = line.from; index < line.to; index++) {
    const item = items[index]
    if (item === undefined || item.type === 'penalty') continue
    const width = widthOf(item, line) * place.sizePt
    if (item.type === 'box') {
      pieces.push(glyphPiece(item, line, place.sizePt))
      noteLink(links, item.span.link, x, x + width)
    } else {
      const sizePt = place.sizePt * item.scale
      pieces.push({ kind: 'space', face: item.face, sizePt, widthPt: width })
    }
    x += width
  }
  const end = items[line.to]
  if (end?.type === 'penalty' && end.hyphen !== undefined) {
    pieces.push(glyphPiece(end.hyphen, line, place.sizePt))
  }
  if (pieces.length === 0) return []
  const text: Mark = { kind: 'text', x: start, y: place.y, pieces, tag: place.tag }
  return [text, ...links.map((link) => linkMark(link, place))]
}

function widthOf(item: Exclude<Item, { type: 'penalty' }>, line: Line): number {
  if (item.type === 'box') return item.width + line.letterStretch * giveOf(item)
  return item.width + line.extraGap + line.letterStretch * giveOf(item)
}

function glyphPiece(box: BoxItem, line: Line, sizePt: number): LinePiece {
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
      sizePt * span.scale * (own * (1 + stretch * MAX_EXPANSION) + stretch * MAX_TRACKING),
    widthScale: 1 + stretch * MAX_EXPANSION,
    color: span.color,
  }
}

type OpenLink = { readonly url: string; readonly from: number; to: number }

/** Words of one link on one line share an area, the spaces between them included. */
function noteLink(links: OpenLink[], url: string, from: number, to: number): void {
  const last = links.at(-1)
  if (url === '') return
  if (last !== undefined && last.url === url) last.to = to
  else links.push({ url, from, to })
}

function linkMark(link: OpenLink, place: LinePlace): LinkMark {
  return {
    kind: 'link',
    x: link.from,
    y: place.y - place.sizePt,
    width: link.to - link.from,
    height: place.sizePt * 1.3,
    url: link.url,
    tag: place.tag,
  }
}
