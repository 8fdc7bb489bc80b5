/**
 * Runs in the page that is about to be printed: every ground becomes paper, and what stood on it is drawn so that
 * it can be read there. What a theme's own colours come to is known only here: after its style sheet, its variables,
 * gradients and pictures have been computed. Bundled as one script (bundle.ts); nothing moves, no size changes.
 */
import { addRules } from './add-rules.ts'
import { settleDrawings } from './drawn-marks.ts'
import type { PaperInk } from './paper-color.ts'
import { type Change, changesOf, openPart, type Part } from './settle-part.ts'
import { settlePictures } from './settle-pictures.ts'

/** How much was changed: nothing in a page whose theme is made for paper. */
export type Settled = { readonly parts: number; readonly pictures: number }

export async function settleInk(ink: PaperInk): Promise<Settled> {
  const elements = [...document.querySelectorAll<HTMLElement>('body, body :not(script, style)')]
  const pseudos = pseudosUsed()
  const grounds = new Map<Element, string>()
  // All is read before anything is written: a page that changes while it is measured is measured anew each time.
  const changes = elements.flatMap((element) => {
    if (isDrawing(element)) return []
    const ground = (element.parentElement && grounds.get(element.parentElement)) ?? '#ffffff'
    const part = openPart(element, '', ground)
    grounds.set(element, part.ground)
    const parts = [part, ...pseudos.flatMap((name) => pseudoPart(part, name))]
    return parts.flatMap((one) => changesOf(one, ink))
  })
  const groundOf = (drawing: Element): string =>
    (drawing.parentElement && grounds.get(drawing.parentElement)) ?? '#ffffff'
  const drawn = settleDrawings(elements.filter(isDrawing), groundOf, ink)
  write([...changes, ...drawn])
  return { parts: changes.length + drawn.length, pictures: await settlePictures(elements, ink) }
}

/** Inside a picture: the frame that Marp puts around each slide is none. */
function isDrawing(element: Element): boolean {
  return element instanceof SVGElement && element.tagName !== 'foreignObject'
}

const GENERATED: readonly string[] = ['::before', '::after']
const LETTERS = ['::marker', '::first-letter', '::first-line']

/** Those of letters are dear to ask for, and rare. */
function pseudosUsed(): readonly string[] {
  const css = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join()
  return [...GENERATED, ...LETTERS.filter((name) => css.includes(name.slice(1)))]
}

function pseudoPart({ element, style, ground }: Part, name: string): readonly Part[] {
  const { content, color, backgroundColor } = getComputedStyle(element, name)
  const isThere = GENERATED.includes(name)
    ? content !== 'none' && content !== 'normal'
    : color !== style.color || backgroundColor !== 'rgba(0, 0, 0, 0)'
  return isThere ? [openPart(element, name, ground)] : []
}

function write(changes: readonly Change[]): void {
  const rules: string[] = []
  const marks = new Map<Element, string>()
  for (const { element, pseudo, property, value } of changes) {
    if (pseudo === '') {
      element.style.setProperty(property, value, 'important')
      continue
    }
    const mark = marks.get(element) ?? String(marks.size)
    marks.set(element, mark)
    element.setAttribute('data-ink', mark)
    rules.push(`[data-ink="${mark}"]${pseudo}{${property}:${value}!important}`)
  }
  addRules(rules)
}
