/** The window the class sees. */
import { type Action, stageActions } from './actions.ts'
import { followAddress } from './address.ts'
import { watchKeys } from './keys.ts'
import { watchPointer } from './pointer.ts'
import { viewSlides } from './slide-view.ts'
import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

export type AudienceOptions = {
  readonly stage: Stage
  readonly words: Words
  /** Without it there is neither key nor button. */
  readonly openPresenter?: () => void
}

export function openAudience({ stage, words, openPresenter }: AudienceOptions): void {
  followAddress(stage)
  const view = viewSlides(stage)
  const presenter: readonly Action[] =
    openPresenter === undefined
      ? []
      : [
          {
            name: 'presenter',
            keys: ['p', 's'],
            label: words.presenter,
            isForBlank: true,
            run: openPresenter,
          },
        ]
  const actions: readonly Action[] = [
    ...stageActions(stage, words),
    ...presenter,
    { name: 'notes', keys: ['n'], label: words.notes, run: view.toggleNotes },
    {
      name: 'fullscreen',
      keys: ['f'],
      label: words.fullscreen,
      isForBlank: true,
      run: toggleFullscreen,
    },
  ]
  watchKeys(window, { stage, actions, onTyped: () => undefined })
  watchPointer(stage)
}

function toggleFullscreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  change.catch(() => undefined)
}
