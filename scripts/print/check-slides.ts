/** What a viewer would see wrong on the slides of a deck, measured as the browser draws them. */
import type { Box, Fault, MeasuredSlide, Suspect, TextRole } from './inspect/measured.ts'
import { judgeContrast, type Photographs } from './judge-contrast.ts'
import type { Clip, PageTask, Printer } from './printer.ts'
import { readPng } from './read-png.ts'
import { SLIDE_LIMITS } from './slide-limits.ts'

export type SlideFault =
  | Fault
  | {
      readonly kind: 'contrast'
      readonly role: TextRole
      readonly words: string
      readonly box: Box
      readonly ratio: number
      readonly leastRatio: number
      readonly color: string
      readonly ground: string
      readonly count: number
    }
  | { readonly kind: 'covered'; readonly words: string; readonly box: Box }

export type CheckedSlide = Pick<MeasuredSlide, 'number' | 'title' | 'section' | 'classes'> & {
  readonly faults: readonly SlideFault[]
}

export type SlideCheck = {
  /** `deck.html`. */
  readonly html: string
  /** `inspect/measure-slides.ts` compiled: plain JavaScript that defines `inspect`. */
  readonly inspectScript: string
}

/** Throws PrintError. */
export async function checkSlides(
  check: SlideCheck,
  printer: Printer,
): Promise<readonly CheckedSlide[]> {
  const call = `measureSlides(${JSON.stringify(SLIDE_LIMITS)})`
  const inspect = expressionOf(check, call)
  const { inspected } = await printer.run({ ...pageOf(check.html, 1), inspect })
  // What our own expression gives.
  const slides = inspected as readonly MeasuredSlide[]
  const seen = await judgeAll(
    slides.filter(({ suspects }) => suspects.length > 0),
    check,
    printer,
  )
  return slides.map(({ number, title, section, classes, faults }) => {
    return { number, title, section, classes, faults: [...faults, ...(seen.get(number) ?? [])] }
  })
}

/** Of one page load: a photographed slide is a picture of megabytes. */
const SLIDES_A_LOAD = 24

/** What the pixels say of each slide, by its number. */
async function judgeAll(
  slides: readonly MeasuredSlide[],
  check: SlideCheck,
  printer: Printer,
): Promise<ReadonlyMap<number, readonly SlideFault[]>> {
  const seen = new Map<number, readonly SlideFault[]>()
  for (let from = 0; from < slides.length; from += SLIDES_A_LOAD) {
    const some = slides.slice(from, from + SLIDES_A_LOAD)
    for (const { slide, area, shown, hidden } of await photograph(check, some, printer)) {
      // Decoded one after the other: each is ten times as large as its file.
      const photographs = { area, shown: readPng(shown), hidden: readPng(hidden) }
      seen.set(slide.number, judge(slide.suspects, photographs))
    }
  }
  return seen
}

/** The slides as they are shown, one below the other, each as large as its own px. */
function pageOf(html: string, scale: number): PageTask {
  const [, width = '1280', height = '720'] = FRAME_RE.exec(html) ?? []
  const viewport = { widthPx: Number(width), heightPx: Number(height), scale }
  return { html, media: 'screen', viewport }
}

const FRAME_RE = /<svg data-marpit-svg[^>]* viewBox="0 0 (\d+) (\d+)"/

function expressionOf({ inspectScript }: SlideCheck, call: string): string {
  return `(() => { ${inspectScript}\nreturn inspect.${call} })()`
}

/** Letters are photographed at twice their size: their strokes have a core without a blurred edge. */
const PHOTO_SCALE = 2

type Photographed = {
  readonly slide: MeasuredSlide
  readonly area: Box
  /** PNG, with its text and without. */
  readonly shown: Uint8Array
  readonly hidden: Uint8Array
}

async function photograph(
  check: SlideCheck,
  slides: readonly MeasuredSlide[],
  printer: Printer,
): Promise<readonly Photographed[]> {
  const areas = slides.map(({ suspects, frame }) => areaOf(suspects, frame))
  const pictures = areas.map((area, index) => clipOf(area, slides[index]?.frame ?? area))
  const page = { ...pageOf(check.html, PHOTO_SCALE), pictures }
  const [before, after] = await Promise.all([
    printer.run(page),
    printer.run({ ...page, inspect: expressionOf(check, 'hideText()') }),
  ])
  return slides.flatMap((slide, index) => {
    const [area, shown, hidden] = [areas[index], before.pictures[index], after.pictures[index]]
    if (area === undefined || shown === undefined || hidden === undefined) return []
    return [{ slide, area, shown, hidden }]
  })
}

/** The part of a slide that holds all of them. */
function areaOf(suspects: readonly Suspect[], frame: Box): Box {
  const boxes = suspects.map(({ box }) => box)
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)))
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)))
  const right = Math.min(frame.width, Math.max(...boxes.map((box) => box.x + box.width)))
  const bottom = Math.min(frame.height, Math.max(...boxes.map((box) => box.y + box.height)))
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

function clipOf(area: Box, frame: Box): Clip {
  return { ...area, x: frame.x + area.x, y: frame.y + area.y }
}

type Faint = Extract<SlideFault, { kind: 'contrast' }>

/** One fault for all text of a slide in the same faint colour, told by the faintest of it. */
function judge(suspects: readonly Suspect[], photographs: Photographs): readonly SlideFault[] {
  const covered: SlideFault[] = []
  const faint = new Map<string, Faint>()
  for (const suspect of suspects) {
    const { words, role, box, leastRatio } = suspect
    const verdict = judgeContrast(suspect, photographs)
    if (verdict.kind === 'covered') covered.push({ kind: 'covered', words, box })
    if (verdict.kind !== 'faint') continue
    const { ratio, color, ground } = verdict
    const key = `${role} ${color} ${leastRatio}`
    const known = faint.get(key)
    const count = (known?.count ?? 0) + 1
    const fresh: Faint = {
      kind: 'contrast',
      role,
      words,
      box,
      ratio,
      leastRatio,
      color,
      ground,
      count,
    }
    const worse = known === undefined || ratio < known.ratio ? fresh : { ...known, count }
    faint.set(key, worse)
  }
  return [...covered, ...faint.values()]
}
