/** How many slides stand on a page of a copy: by name, or as few as the paper lets; what cannot be read is told. */
import type { DrawnSlides } from '../deck/draw-slides.ts'
import { plannedSectionOf } from '../deck/planned-section.ts'
import { plainText } from '../deck/rich-text.ts'
import { smallestTextPx } from '../deck/smallest-text.ts'
import { handoutSheets, handoutSmall } from '../diagnostics/handout-problems.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import {
  type Blocked,
  fitSheets,
  legibleInstead,
  type SheetFit,
  type SheetTask,
  smallestIn,
  smallSlides,
} from '../print/handout/fit-sheets.ts'
import { LEAST_X_HEIGHT_MM } from '../print/handout/legibility.ts'
import type { Handout } from '../print/handout/print-handout.ts'
import { CAPACITY, type SheetLayout, type SheetMargins } from '../print/handout/sheet-grid.ts'
import type { HandoutChoice } from './choose-handout.ts'
import { presetOf } from './choose-print.ts'
import type { Job } from './job.ts'

export type SheetsWish = {
  /** Of the file: `handout.pdf`. */
  readonly path: string
  readonly deck: DrawnSlides
  readonly choice: HandoutChoice
  readonly margins: SheetMargins
}

export const TEACHER_PATH = 'handout.pdf'

/** Prints in the layout that fits; how long notes are is known only when they are set. */
export async function printOnSheets(
  print: (layout: SheetLayout) => Promise<Handout>,
  wish: SheetsWish,
  job: Job,
): Promise<Handout> {
  const { choice } = wish
  const layout = chooseSheets(wish, job)
  const made = await print(layout)
  const sheets = Math.ceil(made.pages / sidesOf(choice))
  if (layout !== 'notes' || choice.sheets === undefined || sheets <= choice.sheets) return made
  return print(chooseSheets({ ...wish, choice: { ...choice, wishedLayout: '2' } }, job))
}

function chooseSheets(wish: SheetsWish, job: Job): SheetLayout {
  const { choice } = wish
  const task = taskOf(wish, job)
  if (choice.sheets === undefined) {
    // The same slides in the same layout are told of once.
    const isTold = choice.copy === 'both' && wish.path !== TEACHER_PATH
    if (!isTold) tellSmall(choice.layout, task, { wish, job })
    return choice.layout
  }
  const sheets = { layout: choice.wishedLayout, sheets: choice.sheets, sides: sidesOf(choice) }
  const fit = fitSheets({ ...task, ...sheets })
  if (fit.blocked !== undefined) tellBlocked(fit, fit.blocked, { wish, job })
  tellSmall(fit.layout, task, { wish, job })
  return fit.layout
}

function sidesOf({ profile }: HandoutChoice): 1 | 2 {
  return profile === undefined || profile.back === 'blank' ? 1 : 2
}

type Measured = Omit<SheetTask, 'layout' | 'sheets' | 'sides'>

/** Who needs clear print needs it on handouts, too. */
function leastOf(job: Job): number {
  return presetOf(job) === 'clear-print' ? LEAST_X_HEIGHT_MM.clearPrint : LEAST_X_HEIGHT_MM.usual
}

function taskOf({ deck, margins }: SheetsWish, job: Job): Measured {
  const { widthPx: width, heightPx: height } = deck.theme.deck
  const setting = { theme: deck.theme, lang: deck.lang, pictures: job.pictures }
  return {
    slides: deck.slides.map((slide, index) => ({
      number: index + 1,
      sizePx: smallestTextPx(slide, setting),
    })),
    slidePx: { width, height },
    margins,
    leastMm: leastOf(job),
  }
}

type Told = { readonly wish: SheetsWish; readonly job: Job }

function tellBlocked(
  { layout, sheets }: SheetFit,
  { pages, surplus, next }: Blocked,
  { wish, job }: Told,
): void {
  const { choice, deck, path } = wish
  const isFlag = job.options.handout.sheets !== undefined
  const at = isFlag ? undefined : job.topic.handout.sheetsAt
  job.warn(
    handoutSheets(at ?? { file: job.topic.file }, {
      path,
      slides: deck.slides.length,
      allowed: choice.sheets ?? 0,
      needed: sheets,
      pages,
      perPage: CAPACITY[layout],
      surplus,
      onBothSides: sidesOf(choice) === 1 ? Math.ceil(pages / 2) : undefined,
      next: next && {
        slide: nameOf(next.smallest.number, deck),
        xHeightMm: next.smallest.xHeightMm,
        leastMm: leastOf(job),
        perPage: CAPACITY[next.layout],
        count: next.count,
      },
    }),
  )
}

function tellSmall(layout: SheetLayout, task: Measured, { wish, job }: Told): void {
  const small = smallSlides(layout, task)
  const smallest = smallestIn(layout, { ...task, slides: small })
  if (smallest === undefined) return
  const instead = legibleInstead(task)
  job.warn(
    handoutSmall(whereSlide(smallest.number, wish.deck, job), {
      path: wish.path,
      slide: nameOf(smallest.number, wish.deck),
      count: small.length,
      xHeightMm: smallest.xHeightMm,
      leastMm: task.leastMm,
      perPage: CAPACITY[layout],
      instead: instead && { layout: instead.layout, xHeightMm: instead.smallest.xHeightMm },
    }),
  )
}

const MOST_TITLE = 40

function nameOf(number: number, { slides }: DrawnSlides): string {
  const title = plainText(slides[number - 1]?.heading?.text ?? '')
  const short = title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 1).trimEnd()}…` : title
  return short === '' ? `slide ${number}` : `slide ${number} (“${short}”)`
}

/** The section that the slide is of. */
function whereSlide(number: number, { slides }: DrawnSlides, { topic }: Job): Where {
  const { id } = plannedSectionOf(slides[number - 1]?.directives ?? '')
  const section = topic.sections.find((candidate) => candidate.id === id)
  return section === undefined ? { file: topic.file } : { file: topic.file, place: section.place }
}
