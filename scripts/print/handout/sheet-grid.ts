/** Where things stand on a sheet of a handout, in millimetres from its upper left corner. A4: ISO 216. */

/** Taken when paper is scarce; nobody asks for them by name. */
export type DenseLayout = '8' | '9' | '10' | '12' | '16'

/** `notes`: one slide with what is said; else so many slides. */
export type SheetLayout = 'notes' | '2' | '3' | '4' | '6' | DenseLayout

export type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Cell = {
  readonly slide: Box
  /** The number of the slide. */
  readonly caption: Box
  /** Ruled lines to write on, the last at the lower edge; undefined where there is no room for two. */
  readonly lines: Box | undefined
}

export type SheetGrid = {
  readonly widthMm: number
  readonly heightMm: number
  readonly header: Box
  /** All that is not header. */
  readonly body: Box
  /** In the order of reading. */
  readonly cells: readonly Cell[]
}

export type SheetMargins = { readonly leftMm: number; readonly rightMm: number }

/** Office printers leave up to 6 mm white; nothing of ours is nearer to an edge than this. */
export const LEAST_MARGIN_MM = 8

const TOP_MM = 10
const BOTTOM_MM = 11
const HEADER_MM = 10.5
const HEADER_GAP_MM = 7
const GUTTER_MM = 8
const CAPTION_MM = 6
/** Handwriting wants 7 to 9 mm. */
export const LINE_MM = 8
/** On a page of notes: slide and text stand in one column, their number and title beside it. */
const ASIDE_MM = 40

export const CAPACITY: Readonly<Record<SheetLayout, number>> = {
  notes: 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '6': 6,
  '8': 8,
  '9': 9,
  '10': 10,
  '12': 12,
  '16': 16,
}

type Shape = { readonly columns: number; readonly rows: number }

/** @param ratio width of a slide to its height */
export function sheetGrid(layout: SheetLayout, ratio: number, margins: SheetMargins): SheetGrid {
  switch (layout) {
    case 'notes':
      return notesGrid(portrait(margins), ratio)
    case '3':
      return linesGrid(portrait(margins), ratio)
    case '2':
      return slidesGrid(portrait(margins), { columns: 1, rows: 2 }, ratio)
    case '6':
      return slidesGrid(portrait(margins), { columns: 2, rows: 3 }, ratio)
    case '4':
      return widest([{ columns: 2, rows: 2 }], ratio, margins)
    default:
      return widest(DENSE_SHAPES[layout], ratio, margins)
  }
}

const DENSE_SHAPES: Readonly<Record<DenseLayout, readonly Shape[]>> = {
  '8': [
    { columns: 2, rows: 4 },
    { columns: 4, rows: 2 },
  ],
  '9': [{ columns: 3, rows: 3 }],
  '10': [
    { columns: 2, rows: 5 },
    { columns: 5, rows: 2 },
  ],
  '12': [
    { columns: 3, rows: 4 },
    { columns: 4, rows: 3 },
  ],
  '16': [{ columns: 4, rows: 4 }],
}

/** Of the shapes on upright and lying paper, the one with the largest slides. */
function widest(shapes: readonly Shape[], ratio: number, margins: SheetMargins): SheetGrid {
  const grids = shapes.flatMap((shape) => [
    slidesGrid(portrait(margins), shape, ratio),
    slidesGrid(landscape(margins), shape, ratio),
  ])
  return grids.reduce((best, grid) => (slideWidth(grid) > slideWidth(best) ? grid : best))
}

/** The width of a slide on paper: by it a layout is legible or not. */
export function slideWidth({ cells }: SheetGrid): number {
  return cells[0]?.slide.width ?? 0
}

type Sheet = Omit<SheetGrid, 'cells'>

function portrait(margins: SheetMargins): Sheet {
  return sheetOf({ widthMm: 210, heightMm: 297 }, margins)
}

function landscape(margins: SheetMargins): Sheet {
  return sheetOf({ widthMm: 297, heightMm: 210 }, margins)
}

function sheetOf(
  { widthMm, heightMm }: Pick<Sheet, 'widthMm' | 'heightMm'>,
  { leftMm, rightMm }: SheetMargins,
): Sheet {
  const width = widthMm - leftMm - rightMm
  const top = TOP_MM + HEADER_MM + HEADER_GAP_MM
  return {
    widthMm,
    heightMm,
    header: { left: leftMm, top: TOP_MM, width, height: HEADER_MM },
    body: { left: leftMm, top, width, height: heightMm - top - BOTTOM_MM },
  }
}

/** Slides in rows and columns, as large as there is room; what is left below each is ruled. */
function slidesGrid(sheet: Sheet, { columns, rows }: Shape, ratio: number): SheetGrid {
  const { body } = sheet
  const cellWidth = (body.width - GUTTER_MM * (columns - 1)) / columns
  const cellHeight = (body.height - GUTTER_MM * (rows - 1)) / rows
  const width = Math.min(cellWidth, (cellHeight - CAPTION_MM) * ratio)
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    return cellAt(
      {
        // Slides that are narrower than their column stand in the middle of it.
        left: body.left + column * (cellWidth + GUTTER_MM) + (cellWidth - width) / 2,
        top: body.top + row * (cellHeight + GUTTER_MM),
        width,
        height: cellHeight,
      },
      ratio,
    )
  })
  return { ...sheet, cells }
}

function cellAt(cell: Box, ratio: number): Cell {
  const slide = { ...cell, height: cell.width / ratio }
  const caption = { ...cell, top: slide.top + slide.height, height: CAPTION_MM }
  const room = cell.height - slide.height - CAPTION_MM
  return { slide, caption, lines: ruled({ ...cell, top: caption.top + CAPTION_MM, height: room }) }
}

/** Three slides at the left, lines at the right, as high as their share of the sheet. */
function linesGrid(sheet: Sheet, ratio: number): SheetGrid {
  const { body } = sheet
  const rowHeight = (body.height - GUTTER_MM * 2) / 3
  const width = Math.min(body.width * 0.56, (rowHeight - CAPTION_MM) * ratio)
  const cells = [0, 1, 2].map((row) => {
    const top = body.top + row * (rowHeight + GUTTER_MM)
    const slide = { left: body.left, top, width, height: width / ratio }
    const linesLeft = body.left + width + GUTTER_MM
    const lines = { left: linesLeft, top, width: body.left + body.width - linesLeft }
    return {
      slide,
      caption: { ...slide, top: top + slide.height, height: CAPTION_MM },
      // One line less than there is room for: the rows stay apart.
      lines: ruled({ ...lines, height: rowHeight - LINE_MM }),
    }
  })
  return { ...sheet, cells }
}

/** The room under the slide, on a sheet with notes. */
export function notesRoom({ slide, caption }: Cell): Box {
  const top = slide.top + slide.height + GUTTER_MM
  return { left: slide.left, top, width: slide.width, height: caption.top + caption.height - top }
}

/** Slide and notes in one column, number and title beside it. */
function notesGrid(sheet: Sheet, ratio: number): SheetGrid {
  const { body } = sheet
  const left = body.left + ASIDE_MM + GUTTER_MM
  const width = body.left + body.width - left
  const slide = { left, top: body.top, width, height: width / ratio }
  const caption = { left: body.left, top: body.top, width: ASIDE_MM, height: body.height }
  return { ...sheet, cells: [{ slide, caption, lines: undefined }] }
}

const LEAST_LINES = 2

/** As many whole lines as the room has, from its top. */
function ruled(room: Box): Box | undefined {
  const count = Math.floor(room.height / LINE_MM)
  return count < LEAST_LINES ? undefined : { ...room, height: count * LINE_MM }
}
