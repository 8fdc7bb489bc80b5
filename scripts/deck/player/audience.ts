/** The window the class sees. */
import { type Action, stageActions } from './actions.ts'
import { followAddress } from './address.ts'
import { makeControlBar } from './control-bar.ts'
import { type Fullscreen, openFullscreen } from './fullscreen.ts'
import { HELP_KEYS, makeHelp } from './help.ts'
import { makeHint } from './hint.ts'
import { isScreenFilled, keepAwake } from './keep-awake.ts'
import { watchKeys } from './keys.ts'
import { makeOverview, OVERVIEW_KEYS } from './overview.ts'
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

export function openAudience(options: AudienceOptions): void {
  const { stage, words } = options
  followAddress(stage)
  const hint = makeHint()
  const fullscreen = openFullscreen(words, hint)
  const actions = audienceActions(options, fullscreen)
  const offered = actions.filter(({ name }) => name !== 'fullscreen' || fullscreen.isOffered)
  const { wake } = makeControlBar(stage, offered, words)
  watchKeys(window, {
    stage,
    actions,
    onTyped: (digits) => hint(digits === '' ? '' : `${digits} / ${stage.slides.length}`),
  })
  watchPointer({ stage, wake })
  keepAwake(isScreenFilled)
}

function audienceActions(
  { stage, words, openPresenter }: AudienceOptions,
  fullscreen: Fullscreen,
): readonly Action[] {
  const { toggleNotes } = viewSlides(stage, words)
  const action = (
    name: 'presenter' | 'overview' | 'notes' | 'fullscreen' | 'start' | 'help',
    keys: readonly string[],
    run: () => void,
  ): Action => ({ name, keys, label: words[name], run })
  const actions: readonly Action[] = [
    ...stageActions(stage, words),
    action('overview', OVERVIEW_KEYS, makeOverview(stage, words)),
    ...(openPresenter === undefined ? [] : [action('presenter', ['p', 's'], openPresenter)]),
    action('notes', ['n'], toggleNotes),
    action('fullscreen', ['f'], fullscreen.toggle),
    // What the start button of a clicker sends.
    action('start', ['F5'], fullscreen.enter),
    action(
      'help',
      HELP_KEYS,
      makeHelp(() => actions, words),
    ),
  ].map((each) => ({ ...each, isForBlank: each.isForBlank ?? SHOWN_ON_BLANK.has(each.name) }))
  return actions
}

const SHOWN_ON_BLANK: ReadonlySet<string> = new Set(['presenter', 'fullscreen', 'start'])
