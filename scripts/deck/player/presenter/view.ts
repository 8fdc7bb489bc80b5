/** What every part of the presenter window is made from, and what it gives back. */

import type { PresenterWords } from '../../presenter-words.ts'
import type { Talk } from '../link/talk.ts'
import type { Plan } from './plan.ts'

export type PresenterContext = {
  readonly talk: Talk
  readonly plan: Plan
  readonly words: PresenterWords
  /** Of the deck, as its author wrote it. */
  readonly title: string
}

export type Part = {
  readonly element: HTMLElement
  /** Brings it up to date; called after every change of the talk. */
  draw(): void
}

/** Minutes the talk should take: typed in, or what the sections add up to; 0 when nobody said. */
export function lengthMinOf({ talk, plan }: PresenterContext): number {
  return talk.state().lengthMin || plan.minutes
}

/** Leaves the page alone when nothing changed, so that a screen reader does too. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

export function fill(text: string, value: number | string): string {
  return text.replace('{}', String(value))
}
