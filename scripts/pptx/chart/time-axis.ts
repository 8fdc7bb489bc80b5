/** Labels that are times as a time axis, where a row of even steps would show them wrongly or has no room for all. */
import { LABEL_STYLE, widthOf } from '../../chart/chart-style.ts'
import { timeOf } from '../../topic/time-label.ts'
import type { TimeAxis } from './chart-plan.ts'

type Times = Omit<TimeAxis, 'step'>

/**
 * Years are whole numbers on an axis of days, which a sheet shows as they are: as dates, `2026` typed into it would be a
 * day of 1905. Months are the dates of their first days.
 */
const READERS: readonly ((
  label: string,
) => { readonly value: number; readonly times: Omit<Times, 'values'> } | undefined)[] = [
  (label) =>
    /^\d{4}$/.test(label)
      ? { value: Number(label), times: { unit: 'days', format: '0' } }
      : undefined,
  (label) => monthOf(label, 'mmm yyyy'),
  (label) => monthOf(label, 'yyyy-mm'),
]

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Day 1 of a workbook is the first of 1900, but for a leap day of that year that never was. */
const DAY_MS = 86_400_000
const UNIX_DAY = 25_569
const FIRST_YEAR = 1901

function monthOf(label: string, format: 'mmm yyyy' | 'yyyy-mm') {
  const time = timeOf(label) ?? 0
  const [year, month] = [Math.floor(time), Math.round((time % 1) * 12)]
  const written =
    format === 'mmm yyyy'
      ? `${MONTHS[month]} ${year}`
      : `${year}-${String(month + 1).padStart(2, '0')}`
  if (year < FIRST_YEAR || written !== label) return undefined
  const value = Date.UTC(year, month, 1) / DAY_MS + UNIX_DAY
  return { value, times: { unit: 'months', format } as const }
}

/** Undefined when a label is anything else than a time of one kind. */
export function timesOf(labels: readonly string[]): Times | undefined {
  for (const read of READERS) {
    const found = labels.flatMap((label) => read(label) ?? [])
    const [first] = found
    if (first !== undefined && found.length === labels.length)
      return { ...first.times, values: found.map(({ value }) => value) }
  }
  return undefined
}

type Room = { readonly labels: readonly string[]; readonly em: number; readonly width: number }

/** Between two labels, in em. */
const GAP = 0.8

/** Of the steps that leave room for the labels, the one that meets most of the times. */
export function stepOf({ values, unit }: Times, { labels, em, width }: Room): number {
  const [first = 0, last = first] = [values[0], values.at(-1)]
  const days = unit === 'days' ? 1 : DAYS_OF_MONTH
  const offsets = values.map((value) => Math.round((value - first) / days))
  const widest = Math.max(...labels.map((label) => widthOf(label, LABEL_STYLE, em))) + GAP * em
  const least = Math.max(1, Math.ceil((widest * (last - first)) / days / width))
  const met = (step: number): number => offsets.filter((offset) => offset % step === 0).length
  const steps = Array.from({ length: least + 1 }, (_, index) => least + index)
  return steps.reduce((best, step) => (met(step) > met(best) ? step : best), least)
}

const DAYS_OF_MONTH = 365.25 / 12
