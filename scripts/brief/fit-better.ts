/** What makes a page that fits a better one: fuller, more even, its tables less cramped. */
import { charactersPerLine, layoutOf } from './column-layout.ts'
import { columnsPage, type FitOptions, type Search, SIZE_STEP } from './fit-search.ts'
import { fillOf, flawOf, type Placed, placeTrial, type Trial, unevenLines } from './fit-trial.ts'
import { PATH } from './page-path.ts'

const FULL_SHARE = 0.96
const NEARLY_FULL_SHARE = 0.945
/** Another size has to be better by some; by a lot where it is larger or leaves room at the foot. */
const BETTER = 0.8
const MUCH_BETTER = 0.5

/** Larger letters only where leading and gaps cannot fill the page: longer lines justify better. */
export function grow(first: Placed, search: Search): Placed {
  let placed = first
  const { most } = search.range
  while (!isFull(placed, search) && placed.sizePt < most) {
    const sizePt = Math.min(most, placed.sizePt + SIZE_STEP)
    const larger = placeTrial(search.try(sizePt, placed.layout), PATH.leading, search)
    if (larger === undefined) break
    placed = larger
  }
  const even = isFull(placed, search) ? evenOut(placed, search) : placed
  return isFull(even, search) && !isLopsided(even) ? even : widen(even, search)
}

/** Columns whose feet differ by this many lines look as if something were missing. */
const LOPSIDED_LINES = 10

function isLopsided(placed: Placed): boolean {
  return unevenLines(placed) > LOPSIDED_LINES
}

const WIDE_CHARACTERS = 78
/** Longer lines read worse, but better than beside half an empty page. */
const WIDEST_CHARACTERS = 84

/** One wide column of large letters, for a text that cannot fill two or does not part into two. */
function widen(placed: Placed, search: Search): Placed {
  const { tokens, preset, innerWidthPt } = search
  if (innerWidthPt === undefined || placed.layout.columns === 1 || preset === 'clear-print')
    return placed
  const layout = layoutOf(search, 1)
  const isTorn = isLopsided(placed)
  const least = isTorn ? search.start : search.range.most + SIZE_STEP
  const longest = isTorn ? WIDEST_CHARACTERS : WIDE_CHARACTERS
  for (let size = tokens.clearPrintMaxSize; size >= least; size -= 2 * SIZE_STEP) {
    if (charactersPerLine(columnsPage(search), layout, size) > longest) break
    const wide = placeTrial(search.try(size, layout), PATH.leading, search)
    if (wide === undefined || isCramped(wide)) continue
    return isTorn || fillOf(wide) > fillOf(placed) ? wide : placed
  }
  return placed
}

function isCramped({ atoms }: Trial): boolean {
  return atoms.some((atom) => atom.isCramped)
}

/** A table too wide for a column takes the width of the page, where all of it then still fits. */
export function uncramp(placed: Placed, search: Search): Placed {
  if (search.innerWidthPt === undefined || placed.layout.columns === 1 || !isCramped(placed))
    return placed
  const layout = layoutOf(search, 1)
  let widest: Placed | undefined
  for (let size = search.start; size >= search.range.least; size -= SIZE_STEP) {
    const wide = placeTrial(search.try(size, layout), PATH.leading, search)
    if (wide !== undefined && !isCramped(wide)) return wide
    widest = wide ?? widest
  }
  return widest ?? placed
}

/**
 * A page with a gaping line or uneven feet takes a neighbouring size where that has less of either and fills the
 * page as well, or nearly: columns of one length look fuller than one that is longer than the other.
 */
export function evenOut(placed: Placed, search: Search): Placed {
  const { range, heightPt } = search
  let best = placed
  for (const steps of [-1, -2, 1, 2]) {
    const sizePt = placed.sizePt + steps * SIZE_STEP
    const flaw = flawOf(best)
    if (flaw === 0) break
    if (sizePt < range.least || sizePt > range.most) continue
    const other = placeTrial(search.try(sizePt, placed.layout), PATH.leading, search)
    if (other === undefined || fillOf(other) < heightPt * NEARLY_FULL_SHARE) continue
    const isEasy = steps < 0 && isFull(other, search)
    if (flawOf(other) < flaw * (isEasy ? BETTER : MUCH_BETTER)) best = other
  }
  return best
}

function isFull(placed: Placed, { heightPt }: FitOptions): boolean {
  return fillOf(placed) >= heightPt * FULL_SHARE
}
