/**
 * All slides as a grid. The slides themselves move into it and back: a copy would double their ids, and
 * drawings that refer to one (clips, markers, gradients) would refer to the hidden original.
 */
import { makeDialog } from './dialog.ts'
import { make } from './dom.ts'
import { nameOf } from './keys.ts'
import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

export const OVERVIEW_KEYS = ['o', '-', 'Escape']

/** Returns what opens the grid. */
export function makeOverview(stage: Stage, words: Words): () => void {
  let open: (() => void) | undefined
  return () => {
    open ??= fillOverview(stage, words)
    open()
  }
}

function fillOverview(stage: Stage, words: Words): () => void {
  let places: readonly Comment[] = []
  const { dialog, body, close } = makeDialog({
    id: 'overview',
    title: words.overview,
    words,
    closingKeys: OVERVIEW_KEYS,
    onClose: () => {
      giveBack(stage, places)
      places = []
    },
  })
  const buttons = stage.slides.map(({ title }, index) => makeButton(title, index))
  // The links of a slide are no buttons here.
  const thumbs = stage.slides.map(() => make('span', { class: 'thumb', inert: '' }))
  const items = thumbs.map((thumb, index) => make('li', {}, thumb, buttons[index] ?? ''))
  body.append(make('ol', { class: 'grid' }, ...items))
  const mark = (): void => {
    const { slide } = stage.state()
    for (const [index, button] of buttons.entries())
      if (index === slide) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
  }
  for (const [index, button] of buttons.entries())
    button.addEventListener('click', () => {
      // The slide that is already shown keeps its steps.
      if (index !== stage.state().slide) stage.show(index)
      close()
    })
  dialog.addEventListener('keydown', (event) => moveFocus(event, buttons))
  stage.subscribe(mark)
  return () => {
    places = stage.slides.map(({ svg }, index) => moveInto(svg, thumbs[index]))
    mark()
    dialog.showModal()
    focus(buttons[stage.state().slide], 'center')
  }
}

function makeButton(title: string, index: number): HTMLButtonElement {
  const number = String(index + 1)
  const name = title === '' ? number : `${number}: ${title}`
  return make('button', { type: 'button', 'aria-label': name }, number)
}

/** Returns the mark that keeps the slide's place. */
function moveInto(svg: SVGSVGElement, thumb: HTMLElement | undefined): Comment {
  const place = document.createComment('')
  svg.replaceWith(place)
  thumb?.append(svg)
  return place
}

function giveBack({ slides }: Stage, places: readonly Comment[]): void {
  for (const [index, { svg }] of slides.entries()) places[index]?.replaceWith(svg)
}

function moveFocus(event: KeyboardEvent, buttons: readonly HTMLElement[]): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const from = buttons.findIndex((button) => button.matches(':focus'))
  const to = targetOf(nameOf(event), from, buttons)
  if (to === undefined) return
  event.preventDefault()
  focus(buttons[to], 'nearest')
}

function targetOf(key: string, from: number, buttons: readonly HTMLElement[]): number | undefined {
  const last = buttons.length - 1
  const columns = countColumns(buttons)
  // Below the end of a short last row stands its last slide.
  const isAboveLastRow = Math.floor(from / columns) < Math.floor(last / columns)
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    // Clickers send these two: one slide, not one screen.
    PageDown: from + 1,
    PageUp: from - 1,
    ArrowDown: isAboveLastRow ? from + columns : from,
    ArrowUp: from < columns ? from : from - columns,
    Home: 0,
    End: last,
  }
  const target = targets[key]
  return target === undefined ? undefined : Math.max(0, Math.min(last, target))
}

function countColumns(buttons: readonly HTMLElement[]): number {
  const tops = buttons.map((button) => button.parentElement?.getBoundingClientRect().top)
  const next = tops.findIndex((top) => top !== tops[0])
  return next < 0 ? buttons.length : next
}

function focus(button: HTMLElement | undefined, block: ScrollLogicalPosition): void {
  button?.focus({ preventScroll: true })
  button?.parentElement?.scrollIntoView({ block })
}
