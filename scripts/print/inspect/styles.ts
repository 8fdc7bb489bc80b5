/** Computed styles, asked for once an element: a deck has thousands of questions. */

const known = new Map<Element, CSSStyleDeclaration>()

export function styleOf(element: Element): CSSStyleDeclaration {
  const style = known.get(element) ?? getComputedStyle(element)
  known.set(element, style)
  return style
}

/** Remembers what `find` says of an element; a question about an element may ask for its parent. */
export function remember<Value>(find: (element: Element) => Value): (element: Element) => Value {
  const answers = new Map<Element, Value>()
  return (element) => {
    const answer = answers.get(element)
    if (answer !== undefined || answers.has(element)) return answer as Value
    const fresh = find(element)
    answers.set(element, fresh)
    return fresh
  }
}

/** Nothing of it is shown, and that is meant: readers for the blind find it all the same. */
export const isHidden = remember((element): boolean => {
  if (element.matches('foreignObject > section')) return false
  const style = styleOf(element)
  const parent = element.parentElement
  if (style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0')
    return true
  if (isShrunkAway(element, style)) return true
  return parent !== null && isHidden(parent)
})

/** `clip-path: inset(50%)`, or a box of a px that hides what is in it: the usual ways to speak to screen readers alone. */
function isShrunkAway(element: Element, style: CSSStyleDeclaration): boolean {
  if (/^inset\(50%/.test(style.clipPath) || /^rect\((?:0px|1px),/.test(style.clip)) return true
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return false
  if (style.display === 'inline') return false
  const { width, height } = element.getBoundingClientRect()
  return width <= 2 && height <= 2
}

/** How much a transform between an element and its slide makes it smaller or larger. */
export const growthOf = remember((element): number => {
  const parent = element.parentElement
  const outer = parent === null || element.matches('foreignObject > section') ? 1 : growthOf(parent)
  const { transform, scale } = styleOf(element)
  const matrix = transform === 'none' ? undefined : new DOMMatrixReadOnly(transform)
  const own =
    matrix === undefined ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
  const [x = 1, y = x] = scale === 'none' ? [] : scale.split(' ').map(Number)
  return outer * own * Math.sqrt(Math.abs(x * y))
})
