/** What was planned and what it took, as a table and as files. */
import { sum } from '../link/timing.ts'
import type { PlayerSlide } from '../slides.ts'
import { MINUTE_MS, type Plan, spentOn } from './plan.ts'

export type LogRow = {
  readonly title: string
  readonly plannedMin: number | undefined
  readonly actualMin: number
}

export type RehearsalLog = {
  readonly title: string
  readonly sections: readonly LogRow[]
  readonly slides: readonly LogRow[]
  readonly total: LogRow
}

export type LogSource = {
  readonly title: string
  readonly plan: Plan
  readonly slides: readonly PlayerSlide[]
  /** Milliseconds per slide. */
  readonly spent: readonly number[]
  /** Of the whole talk; 0 when nobody planned it. */
  readonly lengthMin: number
}

export function makeLog({ title, plan, slides, spent, lengthMin }: LogSource): RehearsalLog {
  return {
    title,
    sections: plan.groups.map((group) => ({
      title: group.title,
      plannedMin: group.minutes,
      actualMin: toMinutes(spentOn(group, spent)),
    })),
    slides: slides.map((slide, index) => ({
      title: slide.title,
      plannedMin: undefined,
      actualMin: toMinutes(spent[index] ?? 0),
    })),
    total: {
      title: '',
      plannedMin: lengthMin > 0 ? lengthMin : undefined,
      actualMin: toMinutes(sum(spent)),
    },
  }
}

function toMinutes(ms: number): number {
  return Math.round((ms / MINUTE_MS) * 100) / 100
}

export function differenceOf({ plannedMin, actualMin }: LogRow): number | undefined {
  return plannedMin === undefined ? undefined : Math.round((actualMin - plannedMin) * 100) / 100
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export function logAsCsv({ sections, slides, total }: RehearsalLog): string {
  const head = ['kind', 'number', 'title', 'planned_min', 'actual_min', 'difference_min']
  const rows = [
    head,
    ...sections.map((row, index) => cellsOf('section', index + 1, row)),
    ...slides.map((row, index) => cellsOf('slide', index + 1, row)),
    cellsOf('total', '', total),
  ]
  return `\ufeff${rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`
}

function cellsOf(kind: string, number: number | '', row: LogRow): readonly string[] {
  const title = kind === 'total' ? '' : row.title
  const numbers = [row.plannedMin, row.actualMin, differenceOf(row)]
  return [kind, String(number), asText(title), ...numbers.map((value) => String(value ?? ''))]
}

/** A title that begins like a formula would be calculated by the spreadsheet (OWASP, CSV injection). */
function asText(title: string): string {
  return /^[=+\-@\t\r]/.test(title) ? `'${title}` : title
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function logAsJson({ title, sections, slides, total }: RehearsalLog): string {
  const numbered = (rows: readonly LogRow[]): readonly object[] =>
    rows.map((row, index) => ({ number: index + 1, ...row, differenceMin: differenceOf(row) }))
  const { plannedMin, actualMin } = total
  const log = {
    title,
    plannedMin,
    actualMin,
    differenceMin: differenceOf(total),
    sections: numbered(sections),
    slides: numbered(slides),
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** From the title of the deck, without what Windows, macOS or Linux refuse in a name. */
export function logFileName(title: string, extension: 'csv' | 'json'): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim()
  return `${safe === '' ? 'talk' : safe} - rehearsal.${extension}`
}
