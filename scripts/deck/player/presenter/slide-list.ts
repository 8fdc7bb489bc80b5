/** All slides under the headings of the running order; a click goes there. */
import { make, onPress } from '../dom.ts'
import type { Group } from './plan.ts'
import { fill, type Part, type PresenterContext } from './view.ts'

export function makeSlideList(context: PresenterContext): Part {
  const { talk, plan, words } = context
  const buttons = talk.stage.slides.map((slide, index) => {
    const number = make('span', { class: 'number' }, String(index + 1))
    const title = make('span', { class: 'name' }, slide.title || `${words.slide} ${index + 1}`)
    const isPart = slide.section.classList.contains('part')
    const button = make(
      'button',
      isPart ? { type: 'button', class: 'opens-part' } : { type: 'button' },
      number,
      title,
    )
    onPress(button, () => talk.stage.show(index))
    return button
  })
  for (const group of plan.groups)
    if (isAlone(group, context)) buttons[group.first]?.append(...minutesOf(group, context))
  const element = make(
    'nav',
    { class: 'pane list', 'aria-label': words.slides },
    ...plan.groups.flatMap((group) => [
      ...headingOf(group, context),
      make(
        'ol',
        { start: String(group.first + 1) },
        ...buttons.slice(group.first, group.last + 1).map((button) => make('li', {}, button)),
      ),
    ]),
  )
  let shown: HTMLElement | undefined
  return {
    element,
    draw: () => {
      const current = buttons[talk.state().slide]
      if (current === shown) return
      shown?.removeAttribute('aria-current')
      current?.setAttribute('aria-current', 'true')
      shown = current
      scrollTo(element, current)
    },
  }
}

/** A slide that is all of its section says the minutes itself. */
function headingOf(group: Group, context: PresenterContext): readonly HTMLElement[] {
  if (isAlone(group, context)) return []
  return [make('h2', {}, make('span', {}, group.title), ...minutesOf(group, context))]
}

function isAlone({ first, last, title, minutes }: Group, { talk }: PresenterContext): boolean {
  const isSame = minutes === undefined || talk.stage.slides[first]?.title === title
  return first === last && isSame
}

function minutesOf({ minutes }: Group, { words }: PresenterContext): readonly HTMLElement[] {
  if (minutes === undefined) return []
  return [make('span', { class: 'planned' }, fill(words.minutes, minutes))]
}

/** Only inside the list: `scrollIntoView` would move the whole window where it is small. */
function scrollTo(list: HTMLElement, button: HTMLElement | undefined): void {
  if (button === undefined) return
  const top = button.getBoundingClientRect().top - list.getBoundingClientRect().top
  const isSeen = top >= 40 && top + button.offsetHeight <= list.clientHeight - 40
  if (!isSeen) list.scrollTop += top - list.clientHeight / 3
}
