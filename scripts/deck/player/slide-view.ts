/** Draws the state of the stage: slide, steps, blank screen, notes, progress, and the words for a screen reader. */
import { make } from './dom.ts'
import type { PlayerSlide } from './slides.ts'
import type { Stage, StageState } from './stage.ts'
import type { Words } from './words.ts'

export type SlideView = { toggleNotes(): void }

export function viewSlides(stage: Stage, words: Words): SlideView {
  const root = document.documentElement
  const progress = make('div', { id: 'progress', 'aria-hidden': 'true' })
  const told = make('div', { id: 'told', role: 'status' })
  document.body.append(progress, told)

  const draw = (state: StageState): void => {
    for (const [index, slide] of stage.slides.entries()) {
      const isCurrent = index === state.slide
      slide.svg.classList.toggle('current', isCurrent)
      if (slide.notes) slide.notes.hidden = !isCurrent || !root.classList.contains('noting')
      if (isCurrent) showSteps(slide, state.step)
    }
    root.dataset['blank'] = state.blank
    progress.style.width = `${((state.slide + 1) / stage.slides.length) * 100}%`
  }
  stage.subscribe((state, before) => {
    draw(state)
    told.textContent =
      state.blank === 'none' ? whatToTell(stage, state, before) : words[state.blank]
  })
  for (const { notes } of stage.slides) {
    // Long notes scroll, and then keys must reach them.
    notes?.setAttribute('tabindex', '0')
    notes?.setAttribute('aria-label', words.notes)
  }
  root.classList.add('playing')
  draw(stage.state())
  return {
    toggleNotes: () => {
      root.classList.toggle('noting')
      draw(stage.state())
    },
  }
}

function showSteps({ fragments }: PlayerSlide, step: number): void {
  for (const [index, fragment] of fragments.entries())
    fragment.classList.toggle('pending', index >= step)
}

/** The name of a new slide, or the words of what has just appeared on it. */
function whatToTell({ slides }: Stage, state: StageState, before: StageState): string {
  const slide = slides[state.slide]
  if (state.slide !== before.slide || state.step === 0)
    return slide?.section.getAttribute('aria-label') ?? ''
  // Unlike textContent it leaves out what the item holds for later steps.
  return slide?.fragments[state.step - 1]?.innerText.trim() ?? ''
}
