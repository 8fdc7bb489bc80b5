/** A click or tap on the right half goes on, on the left half back; so does a swipe. */
import type { Stage } from './stage.ts'

const SWIPE_PX = 50

export function watchPointer(stage: Stage): void {
  let startX = 0
  let startY = 0
  let wasSwipe = false
  addEventListener(
    'touchstart',
    (event) => {
      const touch = event.changedTouches[0]
      if (touch === undefined) return
      startX = touch.clientX
      startY = touch.clientY
      wasSwipe = false
    },
    { passive: true },
  )
  addEventListener(
    'touchend',
    (event) => {
      const touch = event.changedTouches[0]
      if (touch === undefined || event.touches.length > 0) return
      const dx = touch.clientX - startX
      const dy = touch.clientY - startY
      if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < Math.abs(dy)) return
      wasSwipe = true
      step(stage, dx < 0)
    },
    { passive: true },
  )
  addEventListener('click', (event) => {
    if (wasSwipe) {
      wasSwipe = false
      return
    }
    if (event.button !== 0 || isOccupied(event.target) || hasSelection()) return
    step(stage, event.clientX > innerWidth / 2)
  })
}

function step(stage: Stage, isForward: boolean): void {
  isForward ? stage.next() : stage.previous()
}

/** Links, and notes that somebody scrolls or copies from. */
function isOccupied(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, .notes') !== null
}

function hasSelection(): boolean {
  return getSelection()?.type === 'Range'
}
