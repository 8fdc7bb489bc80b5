/** The window only the lecturer sees: the same file with `?presenter` in its address. */
import { type Action, stageActions } from '../actions.ts'
import { followAddress } from '../address.ts'
import { makeDialog } from '../dialog.ts'
import { make } from '../dom.ts'
import { openFullscreen } from '../fullscreen.ts'
import { HELP_KEYS, makeHelp } from '../help.ts'
import { type Hint, makeHint } from '../hint.ts'
import { keepAwake } from '../keep-awake.ts'
import { watchKeys } from '../keys.ts'
import { drawInk, showMarks } from '../link/marks.ts'
import { openTalk } from '../link/talk.ts'
import { makeOverview } from '../overview.ts'
import type { Stage } from '../stage.ts'
import type { PageWords, Words } from '../words.ts'
import { makeAudienceNotice } from './audience-notice.ts'
import { makeLogView } from './log-view.ts'
import { makeNotesPane } from './notes-pane.ts'
import { type CurrentPane, makeCurrentPane, makeNextPane } from './panes.ts'
import { watchPen } from './pen.ts'
import { readPlan } from './plan.ts'
import { makeSlideList } from './slide-list.ts'
import { makeSwitch, type Switch } from './switch.ts'
import { makeTimeBar } from './time-bar.ts'
import { makeTools, type Tool } from './tools.ts'
import type { Part, PresenterContext } from './view.ts'

export function isPresenterAddress(): boolean {
  return new URLSearchParams(location.search).has('presenter')
}

export function openPresenter(stage: Stage, words: PageWords): void {
  followAddress(stage)
  const { title } = document
  const context: PresenterContext = {
    talk: openTalk(stage, 'presenter'),
    plan: readPlan(stage.slides),
    words,
    title,
  }
  document.documentElement.classList.add('presenting')
  document.title = `${words.presenter}: ${title}`
  const hint = makeHint()
  const { parts, actions } = fillWindow(context, { words: words.player, hint })
  const draw = (): void => {
    for (const part of parts) part.draw()
  }
  context.talk.subscribe(({ kind }) => {
    if (kind === 'state') draw()
  })
  draw()
  window.setInterval(draw, TICK_MS)
  watchKeys(window, {
    stage,
    actions,
    onTyped: (digits) => hint(digits === '' ? '' : `${digits} / ${stage.slides.length}`),
  })
  keepAwake(() => true)
}

/** Often enough that no second is skipped. */
const TICK_MS = 250

type Contents = { readonly parts: readonly Part[]; readonly actions: readonly Action[] }

type Player = { readonly words: Words; readonly hint: Hint }

function fillWindow(context: PresenterContext, player: Player): Contents {
  const { talk, title } = context
  const pointer = makeSwitch('pointer')
  const current: CurrentPane = makeCurrentPane(context, (slide) => redraw(slide))
  const svgOn = (slide: number): SVGSVGElement | undefined =>
    slide === talk.state().slide ? current.svg() : undefined
  const redraw = showMarks(talk, svgOn)
  const pen = watchPen({
    talk,
    area: current.frame,
    svg: current.svg,
    isOn: pointer.isOn,
    onSketch: (slide, stroke) => drawInk(svgOn(slide), [...talk.inkOn(slide), stroke]),
  })
  const bar = makeTimeBar(context)
  const notes = makeNotesPane(context)
  const list = makeSlideList(context)
  const next = makeNextPane(context)
  const notice = makeAudienceNotice(context)
  const switches = { pointer, list: makeSwitch('hidden-list'), notes: makeSwitch('notes') }
  const helpWords = { ...player.words, pointer: context.words.pointing }
  const actions: readonly Action[] = [
    ...stageActions(talk.stage, player.words),
    ...windowActions(context, player, { ...switches, endPointer: pen.end }),
    ...notes.actions,
    ...bar.actions,
    notice.action,
    {
      name: 'help',
      keys: HELP_KEYS,
      label: player.words.help,
      run: makeHelp(() => actions, helpWords),
    },
  ]
  const tools = makeTools({ context, actions, groups: toolGroups(context, switches) })
  document.body.append(
    make(
      'main',
      {
        id: 'presenter',
        ...(talk.stage.slides.some((slide) => slide.notes) ? {} : { class: 'noteless' }),
      },
      make('h1', { class: 'unseen' }, title),
      make('div', { class: 'top' }, bar.element, notice.element),
      list.element,
      current.element,
      next.element,
      notes.element,
      tools.element,
    ),
  )
  return { parts: [bar, list, current, next, notes, tools], actions }
}

type Switches = { readonly pointer: Switch; readonly list: Switch; readonly notes: Switch }

function windowActions(
  context: PresenterContext,
  { words, hint }: Player,
  { pointer, list, notes, endPointer }: Switches & { endPointer(): void },
): readonly Action[] {
  const { talk, words: own } = context
  const fullscreen = openFullscreen(words, hint)
  const action = (
    name: string,
    keys: readonly string[],
    [label, run]: [string, () => void],
  ): Action => ({
    name,
    keys,
    label,
    run,
    isForBlank: true,
  })
  const switchPointer = (): void => {
    if (!pointer.toggle()) endPointer()
  }
  return [
    action('pointer', ['l', 'd'], [own.pointer, switchPointer]),
    action('clear', ['e', 'c'], [own.clear, () => talk.clearInk(talk.state().slide)]),
    action('overview', ['o'], [words.overview, makeOverview(talk.stage, words)]),
    action('list', ['i'], [own.list, list.toggle]),
    action('wide', ['n'], [own.largeNotes, notes.toggle]),
    action('log', ['r'], [own.log, makeLogPanel(context, words)]),
    action('fullscreen', ['f'], [words.fullscreen, fullscreen.toggle]),
  ]
}

function toolGroups(
  { talk, words }: PresenterContext,
  { pointer, list, notes }: Switches,
): readonly (readonly Tool[])[] {
  const isBlank = (blank: 'black' | 'white') => (): boolean => talk.state().blank === blank
  return [
    [
      { name: 'previous', label: words.back, icon: 'previous' },
      { name: 'next', label: words.next, icon: 'next' },
    ],
    [
      { name: 'black', label: words.black, isOn: isBlank('black') },
      { name: 'white', label: words.white, isOn: isBlank('white') },
    ],
    [
      { name: 'pointer', label: words.pointer, isOn: pointer.isOn },
      { name: 'clear', label: words.clear },
    ],
    [
      { name: 'list', label: words.list, isOn: () => !list.isOn() },
      { name: 'wide', label: words.largeNotes, isOn: notes.isOn },
      { name: 'log', label: words.log },
    ],
  ]
}

/** Returns what opens it. */
function makeLogPanel(context: PresenterContext, words: Words): () => void {
  const log = makeLogView(context)
  const { dialog, body } = makeDialog({
    id: 'log',
    title: context.words.log,
    words,
    closingKeys: ['r'],
  })
  body.append(log.element)
  return () => {
    log.draw()
    dialog.showModal()
  }
}
