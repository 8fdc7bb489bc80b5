/** Where the pieces of the key stand on its sheets. */
import { escapeHtml } from '../../deck/html-text.ts'
import { mm } from '../handout/handout-css.ts'
import type { Box } from '../handout/sheet-grid.ts'
import { fillSheets, type PlacedFlow } from './fill-columns.ts'
import { GUTTER_MM } from './key-css.ts'
import type { KeySection } from './key-sections.ts'

export type KeyToLay = {
  readonly title: string
  readonly sections: readonly KeySection[]
  /** In mm: of the title, then of each section its title and its pieces. */
  readonly heights: readonly number[]
  /** Of a sheet, below its header, in mm. */
  readonly room: Box
}

export type LaidKey = { readonly sheets: readonly string[]; readonly css: string }

/** Between two sections on a sheet. */
const SECTION_GAP_MM = 7

export function titleHtml(title: string): string {
  return `<h1>${escapeHtml(title)}</h1>`
}

export function sectionTitle(title: string): string {
  return `<div class="section"><h2>${escapeHtml(title)}</h2></div>`
}

export function layKey({ title, sections, heights, room }: KeyToLay): LaidKey {
  const [titleHeight = 0, ...others] = heights
  const flows = flowsOf(sections, others)
  const above = (sheet: number): number => (sheet === 0 ? titleHeight : 0)
  const filled = fillSheets(flows, (sheet) => room.height - above(sheet), SECTION_GAP_MM)
  const places = new Map<string, string>()
  const put = (html: string, columns: number, at: Place): string => {
    const position = `left:${mm(room.left + at.left)};top:${mm(room.top + at.top)}`
    const name = places.get(position) ?? `k${places.size}`
    places.set(position, name)
    return `<div class="key of${columns} ${name}">${html}</div>`
  }
  const sheets = filled.map((placed, sheet) => {
    const parts = placed.map((one) =>
      putFlow(one, { sections, flows, put, room, above: above(sheet) }),
    )
    const head = sheet === 0 ? [put(titleHtml(title), 1, { left: 0, top: 0 })] : []
    return [...head, ...parts].join('')
  })
  const css = [...places].map(([position, name]) => `.sheet > .${name}{${position}}`).join('\n')
  return { sheets, css }
}

type Place = { readonly left: number; readonly top: number }
type Put = (html: string, columns: number, at: Place) => string
type KeyFlow = {
  readonly columns: number
  readonly titleHeight: number
  readonly heights: readonly number[]
}

function flowsOf(sections: readonly KeySection[], heights: readonly number[]): readonly KeyFlow[] {
  let at = 0
  return sections.map(({ columns, pieces }) => {
    const [titleHeight = 0, ...rest] = heights.slice(at, at + 1 + pieces.length)
    at += 1 + pieces.length
    return { columns, titleHeight, heights: rest }
  })
}

type Putting = {
  readonly sections: readonly KeySection[]
  readonly flows: readonly KeyFlow[]
  readonly put: Put
  readonly room: Box
  readonly above: number
}

function putFlow(placed: PlacedFlow, { sections, flows, put, room, above }: Putting): string {
  const section = sections[placed.flow]
  if (section === undefined) return ''
  const top = above + placed.top
  const titleHeight = placed.hasTitle ? (flows[placed.flow]?.titleHeight ?? 0) : 0
  const title = placed.hasTitle ? put(sectionTitle(section.title), 1, { left: 0, top }) : ''
  const width = (room.width + GUTTER_MM) / section.columns
  const columns = placed.columns.map((pieces, index) => {
    const html = pieces.map((piece) => section.pieces[piece] ?? '').join('')
    return put(html, section.columns, { left: index * width, top: top + titleHeight })
  })
  return title + columns.join('')
}
