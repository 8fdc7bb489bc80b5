/**
 * A click or tap on the right goes on, on the left back; so does a swipe. The wheel turns no slides: one
 * touch of a trackpad sends dozens of turns. Two fingers, zoomed pages, links and selected text are left alone.
 */
import type { Stage } from './stage.ts'

const SWIPE_PX = 50
const DRAG_PX = 6

type Options = {
  readonly stage: Stage
  /** A finger has no hover: a tap in the middle brings the buttons. */
  wake(): void
}

export function watchPointer(options: Options): void {
  watchSwipes(options.stage)
  watchClicks(options)
}

function watchClicks({ stage, wake }: Options): void {
  let down: { readonly x: number; readonly isTouch: boolean; readonly hadSelection: boolean } = {
    x: 0,
    isTouch: false,
    hadSelection: false,
  }
  addEventListener('pointerdown', (event) => {
    const isTouch = event.pointerType === 'touch'
    down = { x: event.clientX, isTouch, hadSelection: hasSelection() }
  })
  addEventListener('click', (event) => {
    const isDrag = Math.abs(event.clientX - down.x) > DRAG_PX
    // Two quick clicks are two slides; the word that browsers select at the second was not meant.
    if (event.detail > 1 && !isDrag && !isOccupied(event.target)) getSelection()?.removeAllRanges()
    if (event.button !== 0 || event.defaultPrevented || isOccupied(event.target)) return
    if (isDrag || (down.hadSelection && event.detail < 2) || hasSelection() || isZoomed()) return
    const place = event.clientX / innerWidth
    if (down.isTouch && place > 1 / 3 && place < 2 / 3 && stage.state().blank === 'none')
      return wake()
    turn(stage, place > 1 / 2)
  })
}

function watchSwipes(stage: Stage): void {
  let start: Touch | undefined
  addEventListener(
    'touchstart',
    (event) => {
      const isOne = event.touches.length === 1 && !isZoomed() && !isOccupied(event.target)
      start = isOne ? event.changedTouches[0] : undefined
    },
    { passive: true },
  )
  addEventListener(
    'touchend',
    (event) => {
      const end = event.changedTouches[0]
      if (start === undefined || end === undefined || event.touches.length > 0) return
      const dx = end.clientX - start.clientX
      const dy = end.clientY - start.clientY
      start = undefined
      if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > Math.abs(dy)) turn(stage, dx < 0)
    },
    { passive: true },
  )
}

function turn(stage: Stage, isForward: boolean): void {
  if (isForward) stage.next()
  else stage.previous()
}

/** Whatever answers clicks itself, and notes that somebody scrolls or copies from. */
function isOccupied(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, .notes, dialog') !== null
}

function hasSelection(): boolean {
  return getSelection()?.type === 'Range'
}

/** Then a finger moves the page under it. */
function isZoomed(): boolean {
  return (visualViewport?.scale ?? 1) > 1.05
}
