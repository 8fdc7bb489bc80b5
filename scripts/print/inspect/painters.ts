/** What paints on a slide, and where: text with nothing behind it but its own ancestors needs no hit test. */
import { reachPx } from './box-shadow.ts'
import { isPainted, pseudoAreas } from './ground.ts'
import type { Box } from './measured.ts'
import type { PageSlide } from './slide-box.ts'
import { shared } from './slide-box.ts'
import { isHidden, remember, styleOf } from './styles.ts'

/** Boxes in CSS px of the window, as the slide stands now. */
export type Painter = { readonly element: Element; readonly box: Box; readonly isPseudo: boolean }

export function paintersOf({ section }: PageSlide): readonly Painter[] {
  return [section, ...section.querySelectorAll('*')].flatMap((element) => {
    if (isHidden(element)) return []
    const pseudos = pseudoAreas(element).map((area) => ({
      element,
      box: area === 'unknown' ? boxOf(section) : area,
      isPseudo: true,
    }))
    if (!isPainted(element)) return pseudos
    return [{ element, box: boxOf(element), isPseudo: false }, ...pseudos]
  })
}

/** The owner and what it stands in, the innermost first, when they alone paint behind the line. */
export function ancestorsAlone(
  owner: Element,
  line: Box,
  painters: readonly Painter[],
): readonly Element[] | undefined {
  if (isSentBack(owner)) return undefined
  const isAlone = painters.every(
    ({ element, box, isPseudo }) =>
      shared(box, line) === undefined ||
      (!isPseudo && element.contains(owner) && holds(boxWithin(element, box), line)),
  )
  return isAlone ? ancestorsOf(owner) : undefined
}

const ancestorsOf = remember((element): readonly Element[] => {
  const parent = element.parentElement
  return parent === null ? [element] : [element, ...ancestorsOf(parent)]
})

/** Behind its ancestors: they may paint over it. */
const isSentBack = remember((element): boolean => {
  const parent = element.parentElement
  return Number(styleOf(element).zIndex) < 0 || (parent !== null && isSentBack(parent))
})

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

/** A shadow paints outside the box; the box itself does not. */
function boxWithin(element: Element, { x, y, width, height }: Box): Box {
  const px = reachPx(styleOf(element).boxShadow)
  return { x: x + px, y: y + px, width: width - 2 * px, height: height - 2 * px }
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  const px = reachPx(styleOf(element).boxShadow)
  return { x: left - px, y: top - px, width: width + 2 * px, height: height + 2 * px }
}
