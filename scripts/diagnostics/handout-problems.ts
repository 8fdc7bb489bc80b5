/** What is said of handouts whose paper does not suffice or whose letters are too small. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'

/** Letters of a slide as a layout prints them. */
type PrintedText = {
  readonly slide: string
  readonly xHeightMm: number
  readonly leastMm: number
  /** Slides on a page. */
  readonly perPage: number
  /** Slides with letters below the least, this one too. */
  readonly count: number
}

export type SheetsProblem = {
  readonly path: string
  readonly slides: number
  readonly allowed: number
  readonly needed: number
  readonly pages: number
  readonly perPage: number
  /** Slides too many. */
  readonly surplus: number
  /** Sheets when both sides are printed; undefined: they are. */
  readonly onBothSides: number | undefined
  /** What more on a page would make unreadable; undefined: more are never set. */
  readonly next: PrintedText | undefined
}

export function handoutSheets(where: Where, problem: SheetsProblem): Diagnostic {
  const { path, slides, allowed, needed, pages, perPage, next } = problem
  const limit =
    next === undefined
      ? 'more are never put on one'
      : `${next.perPage} on one would print ${named(next)} with an x-height of ${mm(next.xHeightMm)}, and less than ${mm(next.leastMm)} is not read`
  return makeDiagnostic('handout-sheets', where, {
    message: `${path} takes ${sheetsOf(needed)}, not ${allowed}: its ${slides} slides fill ${count(pages, 'page')} of ${perPage}; ${limit}`,
    hint: waysOut(problem).join(', or '),
  })
}

function waysOut(problem: SheetsProblem): readonly string[] {
  const { allowed, needed, surplus, onBothSides, next } = problem
  const isEnough = onBothSides !== undefined && onBothSides <= allowed
  return [
    `allow ${sheetsOf(needed)}`,
    `leave out ${count(surplus, 'slide')}`,
    ...(isEnough ? ['print both sides with a profile such as `a4-duplex`'] : []),
    ...(next?.count === 1 ? [`give ${next.slide} less to hold, so that it is set larger`] : []),
  ]
}

function named({ slide, count: number }: PrintedText): string {
  return number > 1 ? `${slide}, one of ${number} such slides,` : slide
}

export type SmallProblem = PrintedText & {
  readonly path: string
  readonly instead: { readonly layout: string; readonly xHeightMm: number } | undefined
}

export function handoutSmall(where: Where, problem: SmallProblem): Diagnostic {
  const { path, xHeightMm, leastMm, perPage, instead } = problem
  return makeDiagnostic('handout-small', where, {
    message: `${path} prints ${named(problem)} with an x-height of ${mm(xHeightMm)} at ${count(perPage, 'slide')} a page; less than ${mm(leastMm)} is not read`,
    hint:
      instead === undefined
        ? 'give the slide less to hold, so that it is set larger'
        : `\`--layout ${instead.layout}\` prints it with ${mm(instead.xHeightMm)}`,
  })
}

/** Two decimals, always rounded down: what is just too small is never said to be enough. */
function mm(length: number): string {
  return `${(Math.floor(length * 100 + 1e-6) / 100).toFixed(2)} mm`
}

function sheetsOf(number: number): string {
  return `${count(number, 'sheet')} of paper`
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
