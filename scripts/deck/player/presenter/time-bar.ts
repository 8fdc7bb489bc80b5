/** Clock, time spent, time left for the talk and for the section, and how far from the plan. */
import type { Action } from '../actions.ts'
import { make } from '../dom.ts'
import { elapsedMs, spentBySlide } from '../link/timing.ts'
import { makeButton } from './button.ts'
import { formatTime } from './format-time.ts'
import { behindMs, groupAt, MINUTE_MS, spentOn } from './plan.ts'
import { fill, lengthMinOf, type Part, type PresenterContext, setText } from './view.ts'

export type TimeBar = Part & { readonly actions: readonly Action[] }

export function makeTimeBar(context: PresenterContext): TimeBar {
  const { talk, words, plan } = context
  const meters = {
    clock: makeMeter('clock', words.clock),
    elapsed: makeMeter('elapsed', words.elapsed),
    left: makeMeter('left', words.left),
    section: makeMeter('section', words.inSection),
    pace: makeMeter('pace', words.pace),
  }
  const length = makeLength(context)
  meters.left.element.append(length.element)
  const timer: Action = {
    name: 'timer',
    keys: ['t'],
    label: words.startOrPause,
    run: talk.startOrPause,
  }
  const reset: Action = { name: 'reset', keys: ['z'], label: words.reset, run: talk.reset }
  const toggle = makeButton(timer, { label: words.start })
  const element = make(
    'div',
    { class: 'bar', role: 'group', 'aria-label': words.timer },
    ...Object.values(meters).map((meter) => meter.element),
    make('div', { class: 'buttons' }, toggle, makeButton(reset, { label: words.reset })),
  )
  if (!plan.isPaced) meters.section.element.hidden = meters.pace.element.hidden = true
  return {
    element,
    actions: [timer, reset],
    draw: () => {
      const reading = readTimes(context, Date.now())
      for (const [name, meter] of Object.entries(meters)) meter.show(reading[name as MeterName])
      length.draw()
      setText(toggle.lastElementChild ?? toggle, reading.button)
    },
  }
}

type MeterName = 'clock' | 'elapsed' | 'left' | 'section' | 'pace'

type Reading = {
  readonly label?: string
  readonly value: string
  readonly note?: string
  /** Chooses the colour; the words say the same. */
  readonly tone?: 'good' | 'early' | 'soon' | 'late'
}

type Times = Readonly<Record<MeterName, Reading>> & { readonly button: string }

function readTimes(context: PresenterContext, nowMs: number): Times {
  const { talk, words } = context
  const state = talk.state()
  const spentMs = elapsedMs(state, nowMs)
  const isRunning = state.since !== null
  const standing = spentMs === 0 ? words.notStarted : words.paused
  const standingButton = spentMs === 0 ? words.start : words.resume
  const clock = new Date(nowMs).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })
  return {
    clock: { value: clock },
    elapsed: {
      value: formatTime(spentMs),
      note: isRunning ? '' : standing,
      ...(isRunning || spentMs === 0 ? {} : { tone: 'soon' }),
    },
    left: readLeft(context, spentMs),
    section: readSection(context, nowMs),
    pace: readPace(context, spentMs),
    button: isRunning ? words.pause : standingButton,
  }
}

/** Time to come to the end. */
const SOON_MS = 2 * MINUTE_MS

function countdown(
  leftMs: number,
  labels: { readonly left: string; readonly over: string },
): Reading {
  if (leftMs < 0) return { label: labels.over, value: `+${formatTime(-leftMs)}`, tone: 'late' }
  // Rounded up: it shows 0:00 when nothing is left, not a second earlier.
  const value = formatTime(Math.ceil(leftMs / 1000) * 1000)
  return { label: labels.left, value, ...(leftMs < SOON_MS ? { tone: 'soon' } : {}) }
}

function readLeft(context: PresenterContext, spentMs: number): Reading {
  const { words } = context
  const lengthMin = lengthMinOf(context)
  if (lengthMin === 0) return { label: words.left, value: '–' }
  return countdown(lengthMin * MINUTE_MS - spentMs, words)
}

function readSection({ talk, plan, words }: PresenterContext, nowMs: number): Reading {
  const state = talk.state()
  const group = groupAt(plan, state.slide)
  if (group?.minutes === undefined) return { value: '–', note: group?.title ?? '' }
  const leftMs = group.minutes * MINUTE_MS - spentOn(group, spentBySlide(state, nowMs))
  return {
    ...countdown(leftMs, { left: words.inSection, over: words.sectionOver }),
    note: group.title,
  }
}

function readPace(context: PresenterContext, spentMs: number): Reading {
  const { talk, plan, words } = context
  if (spentMs === 0) return { value: '–' }
  const lengthMs = lengthMinOf(context) * MINUTE_MS
  const { slide } = talk.state()
  const minutes = Math.round(behindMs(plan, { slide, elapsedMs: spentMs, lengthMs }) / MINUTE_MS)
  if (minutes === 0) return { value: words.onTime, tone: 'good' }
  if (minutes < 0) return { value: fill(words.ahead, -minutes), tone: 'early' }
  return { value: fill(words.behind, minutes), tone: minutes > 2 ? 'late' : 'soon' }
}

type Meter = { readonly element: HTMLElement; show(reading: Reading): void }

function makeMeter(name: string, usualLabel: string): Meter {
  const label = make('span', { class: 'label' }, usualLabel)
  const value = make('span', { class: 'value' })
  const note = make('span', { class: 'note' })
  const element = make('div', { class: `meter ${name}` }, label, value, note)
  return {
    element,
    show: (reading) => {
      setText(label, reading.label ?? usualLabel)
      setText(value, reading.value)
      setText(note, reading.note ?? '')
      element.dataset['tone'] = reading.tone ?? ''
    },
  }
}

/** The lecturer may have forty minutes today for what was planned as thirty. */
function makeLength(context: PresenterContext): Part {
  const { talk, words } = context
  const [before = '', after = ''] = words.ofMinutes.split('{}')
  const input = make('input', {
    type: 'number',
    min: '1',
    max: '600',
    inputmode: 'numeric',
    'aria-label': words.length,
    placeholder: '–',
  })
  input.addEventListener('change', () => {
    const minutes = Number(input.value)
    talk.setLength(minutes > 0 && minutes <= 600 ? minutes : 0)
    input.blur()
  })
  return {
    element: make('span', { class: 'length' }, before, input, after),
    draw: () => {
      const minutes = lengthMinOf(context)
      if (document.activeElement !== input) input.value = minutes > 0 ? String(minutes) : ''
    },
  }
}
