/** The slide on the screen, and what comes after the next step. */
import { make } from '../dom.ts'
import { scaleInWebkit } from '../webkit.ts'
import { cloneSlide, showStepsOf } from './clone-slide.ts'
import { makeLogView } from './log-view.ts'
import { type Part, type PresenterContext, setText } from './view.ts'

export type CurrentPane = Part & {
  readonly frame: HTMLElement
  /** The picture of the slide on the screen. */
  svg(): SVGSVGElement | undefined
}

type Place = { readonly slide: number; readonly step: number }

/** `onNewSlide` puts back what is drawn over the slide. */
export function makeCurrentPane(
  { talk, words }: PresenterContext,
  onNewSlide: (slide: number) => void,
): CurrentPane {
  const blank = make('p', { class: 'blank', role: 'status' })
  const frame = make('div', { class: 'frame' })
  const { element, heading } = makePane('now', words.onScreen, frame, blank)
  const picture = makePicture(talk.stage.slides, { frame, prefix: 'now-' })
  return {
    element,
    frame,
    svg: picture.svg,
    draw: () => {
      const { slide, step, blank: state } = talk.state()
      const steps = talk.stage.slides[slide]?.fragments.length ?? 0
      const place = `${slide + 1} / ${talk.stage.slides.length}`
      setText(heading, steps > 0 ? `${place} · ${step} / ${steps}` : place)
      if (picture.show({ slide, step })) onNewSlide(slide)
      element.dataset['blank'] = state
      // The class does not see it.
      frame.inert = state !== 'none'
      setText(blank, { none: '', black: words.isBlack, white: words.isWhite }[state])
    },
  }
}

export function makeNextPane(context: PresenterContext): Part {
  const { talk, words } = context
  const frame = make('div', { class: 'frame' })
  // Only to be looked at: its links and its text are those of the slide that is not there yet.
  frame.inert = true
  const log = makeLogView(context)
  const { element, name } = makePane('next', words.next, frame, log.element)
  const picture = makePicture(talk.stage.slides, { frame, prefix: 'next-' })
  return {
    element,
    draw: () => {
      const place = placeAfter(context)
      frame.hidden = place === undefined
      // The log wants more room than a slide.
      element.parentElement?.classList.toggle('at-end', place === undefined)
      log.element.hidden = place !== undefined
      if (place === undefined) {
        setText(name, words.end)
        return log.draw()
      }
      setText(name, place.slide === talk.state().slide ? words.nextStep : words.next)
      picture.show(place)
    },
  }
}

function placeAfter({ talk }: PresenterContext): Place | undefined {
  const { slide, step } = talk.state()
  const { slides } = talk.stage
  if (step < (slides[slide]?.fragments.length ?? 0)) return { slide, step: step + 1 }
  return slide + 1 < slides.length ? { slide: slide + 1, step: 0 } : undefined
}

function makePane(
  name: string,
  label: string,
  ...content: readonly HTMLElement[]
): { readonly element: HTMLElement; readonly heading: HTMLElement; readonly name: HTMLElement } {
  const title = make('span', {}, label)
  const heading = make('span', { class: 'place' })
  const element = make(
    'div',
    { class: `pane ${name}`, role: 'region', 'aria-label': label },
    make('h2', {}, title, heading),
    ...content,
  )
  return { element, heading, name: title }
}

type Picture = {
  svg(): SVGSVGElement | undefined
  /** True when another slide was put there. */
  show(place: Place): boolean
}

function makePicture(
  slides: PresenterContext['talk']['stage']['slides'],
  { frame, prefix }: { readonly frame: HTMLElement; readonly prefix: string },
): Picture {
  let shown = -1
  let svg: SVGSVGElement | undefined
  return {
    svg: () => svg,
    show: ({ slide, step }) => {
      const isNew = slide !== shown
      const source = slides[slide]?.svg
      if (isNew && source !== undefined) {
        svg = cloneSlide(source, prefix)
        svg.setAttribute('preserveAspectRatio', 'xMidYMid meet')
        frame.replaceChildren(svg)
        scaleInWebkit([svg])
        shown = slide
      }
      if (svg !== undefined) showStepsOf(svg, step)
      return isNew
    },
  }
}
