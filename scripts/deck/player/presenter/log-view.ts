/** The rehearsal log to look at and to take home. */
import { make } from '../dom.ts'
import { spentBySlide } from '../link/timing.ts'
import { formatTime } from './format-time.ts'
import {
  differenceOf,
  type LogRow,
  logAsCsv,
  logAsJson,
  logFileName,
  makeLog,
  type RehearsalLog,
} from './rehearsal-log.ts'
import { lengthMinOf, type Part, type PresenterContext } from './view.ts'

export function makeLogView(context: PresenterContext): Part {
  const { words } = context
  const head = [words.section, words.planned, words.actual, words.difference]
  const body = make('tbody')
  const foot = make('tfoot')
  const table = make(
    'table',
    {},
    make('caption', {}, words.logTitle),
    make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
    body,
    foot,
  )
  const save = make(
    'div',
    { class: 'save' },
    makeSaving(words.saveCsv, () => logFile(readLog(context), 'csv')),
    makeSaving(words.saveJson, () => logFile(readLog(context), 'json')),
  )
  return {
    element: make('div', { class: 'log' }, save, table),
    draw: () => {
      const log = readLog(context)
      const rows = log.sections.filter(
        ({ plannedMin, actualMin }) => plannedMin !== undefined || actualMin > 0,
      )
      body.replaceChildren(...rows.map((row) => makeRow(row, row.title)))
      foot.replaceChildren(makeRow(log.total, words.total))
    },
  }
}

function readLog(context: PresenterContext): RehearsalLog {
  const { talk, plan, title } = context
  return makeLog({
    title,
    plan,
    slides: talk.stage.slides,
    spent: spentBySlide(talk.state(), Date.now()),
    lengthMin: lengthMinOf(context),
  })
}

function makeRow(row: LogRow, title: string): HTMLElement {
  const difference = differenceOf(row)
  const cells = [
    row.plannedMin === undefined ? '–' : toTime(row.plannedMin),
    toTime(row.actualMin),
    difference === undefined ? '–' : `${difference < 0 ? '−' : '+'}${toTime(Math.abs(difference))}`,
  ]
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, title),
    ...cells.map((text) => make('td', {}, text)),
  )
}

function toTime(minutes: number): string {
  return formatTime(Math.round(minutes * 60) * 1000)
}

type LogFile = { readonly name: string; readonly blob: Blob }

function logFile(log: RehearsalLog, extension: 'csv' | 'json'): LogFile {
  const [text, type] =
    extension === 'csv' ? [logAsCsv(log), 'text/csv'] : [logAsJson(log), 'application/json']
  return { name: logFileName(log.title, extension), blob: new Blob([text], { type }) }
}

function makeSaving(label: string, makeFile: () => LogFile): HTMLButtonElement {
  const button = make('button', { type: 'button' }, label)
  button.addEventListener('click', () => {
    const { name, blob } = makeFile()
    const href = URL.createObjectURL(blob)
    make('a', { href, download: name }).click()
    // At once would be too early for Firefox, which reads the address later.
    window.setTimeout(() => URL.revokeObjectURL(href), 10_000)
  })
  return button
}
