/** How many slides stand on a sheet when the paper is limited: as few as fit, and never more than can be read. */
import { xHeightMm } from './legibility.ts'
import {
  CAPACITY,
  type SheetLayout,
  type SheetMargins,
  sheetGrid,
  slideWidth,
} from './sheet-grid.ts'

export type SlideText = {
  /** From 1. */
  readonly number: number
  /** Of the smallest letters to be read; undefined: there are none. */
  readonly sizePx: number | undefined
}

export type SheetTask = {
  readonly slides: readonly SlideText[]
  readonly slidePx: { readonly width: number; readonly height: number }
  readonly margins: SheetMargins
  readonly leastMm: number
  /** Asked for by name: with a budget nothing roomier is taken; undefined: whatever fits. */
  readonly layout: SheetLayout | undefined
  /** Of paper. */
  readonly sheets: number
  /** Printed on each sheet. */
  readonly sides: 1 | 2
}

/** The slide whose letters are the smallest, as a layout prints them. */
export type Smallest = {
  readonly number: number
  readonly sizePx: number
  readonly xHeightMm: number
}

export type SheetFit = {
  readonly layout: SheetLayout
  /** Of paper, without what notes take beyond their page. */
  readonly sheets: number
  readonly blocked: Blocked | undefined
}

/** Why the paper does not suffice. */
export type Blocked = {
  readonly pages: number
  /** So many slides fewer would fit. */
  readonly surplus: number
  /** The next denser layout and what it would print too small; undefined: there is none. */
  readonly next: DenserLayout | undefined
}

export type DenserLayout = {
  readonly layout: SheetLayout
  readonly smallest: Smallest
  /** Slides whose letters would be too small. */
  readonly count: number
}

/** From the roomiest on; pages of notes are as long as what is said, so that nobody gets them unasked. */
const STEPS: readonly SheetLayout[] = ['notes', '2', '3', '4', '6', '8', '9', '10', '12', '16']

export function fitSheets(task: SheetTask): SheetFit {
  const wanted = STEPS.slice(STEPS.indexOf(task.layout ?? '2'))
  // Who asks for a layout by name is told of small letters, and gets it.
  const legible = wanted.filter((layout) => layout === task.layout || isLegible(layout, task))
  const fitting = legible.find((layout) => sheetsOf(layout, task) <= task.sheets)
  if (fitting !== undefined)
    return { layout: fitting, sheets: sheetsOf(fitting, task), blocked: undefined }
  // None can be read: then the one that was asked for, or the roomiest.
  const densest = legible.at(-1) ?? wanted[0] ?? '2'
  return {
    layout: densest,
    sheets: sheetsOf(densest, task),
    blocked: {
      pages: pagesOf(densest, task),
      surplus: task.slides.length - task.sheets * task.sides * CAPACITY[densest],
      next: nextAfter(densest, task),
    },
  }
}

function nextAfter(layout: SheetLayout, task: SheetTask): DenserLayout | undefined {
  const next = STEPS[STEPS.indexOf(layout) + 1]
  const smallest = next === undefined ? undefined : smallestIn(next, task)
  if (next === undefined || smallest === undefined) return undefined
  return { layout: next, smallest, count: smallSlides(next, task).length }
}

/** Those with letters below the least. */
export function smallSlides(
  layout: SheetLayout,
  task: Pick<SheetTask, 'slides' | 'slidePx' | 'margins' | 'leastMm'>,
): readonly SlideText[] {
  return task.slides.filter((slide) => {
    const found = smallestIn(layout, { ...task, slides: [slide] })
    return found !== undefined && found.xHeightMm < task.leastMm
  })
}

/** The smallest letters of all slides in this layout; undefined when nothing is to be read. */
export function smallestIn(
  layout: SheetLayout,
  { slides, slidePx, margins }: Pick<SheetTask, 'slides' | 'slidePx' | 'margins'>,
): Smallest | undefined {
  const slideMm = slideWidth(sheetGrid(layout, slidePx.width / slidePx.height, margins))
  const [smallest] = slides
    .flatMap(({ number, sizePx }) => (sizePx === undefined ? [] : [{ number, sizePx }]))
    .sort((a, b) => a.sizePx - b.sizePx || a.number - b.number)
  if (smallest === undefined) return undefined
  const scale = { slideMm, slidePx: slidePx.width }
  return { ...smallest, xHeightMm: xHeightMm(smallest.sizePx, scale) }
}

function isLegible(layout: SheetLayout, task: SheetTask): boolean {
  const smallest = smallestIn(layout, task)
  return smallest === undefined || smallest.xHeightMm >= task.leastMm
}

function pagesOf(layout: SheetLayout, { slides }: SheetTask): number {
  return Math.ceil(slides.length / CAPACITY[layout])
}

function sheetsOf(layout: SheetLayout, task: SheetTask): number {
  return Math.ceil(pagesOf(layout, task) / task.sides)
}

/** The roomiest layout, from those with a fixed number on, in which the same text can be read; undefined: none. */
export function legibleInstead(
  task: Pick<SheetTask, 'slides' | 'slidePx' | 'margins' | 'leastMm'>,
): { readonly layout: SheetLayout; readonly smallest: Smallest } | undefined {
  for (const layout of ['6', '4', '3', '2'] as const) {
    const smallest = smallestIn(layout, task)
    if (smallest !== undefined && smallest.xHeightMm >= task.leastMm) return { layout, smallest }
  }
  return undefined
}
