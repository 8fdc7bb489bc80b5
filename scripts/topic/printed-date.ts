/** Dates for people, from our own tables: Intl differs between machines. */
import type { Lang } from './topic.ts'

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  hi: [
    'जनवरी',
    'फ़रवरी',
    'मार्च',
    'अप्रैल',
    'मई',
    'जून',
    'जुलाई',
    'अगस्त',
    'सितंबर',
    'अक्टूबर',
    'नवंबर',
    'दिसंबर',
  ],
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u

type DateParts = { readonly year: number; readonly month: number; readonly day: number }

/** `2025-08-08` → `8 August 2025`, `2025-08` → `August 2025`; anything else stays as it is. */
export function printDate(date: string, lang: Lang): string {
  const match = DATE.exec(date)
  if (match === null) return date
  const [, year, month, day] = match
  const name = MONTHS[lang][Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** True for a day, month or year that the Gregorian calendar has. */
export function isRealDate(date: string): boolean {
  const parts = splitDate(date)
  if (parts === undefined) return false
  const { year, month, day } = parts
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The last day that a date or a part of one covers, plus a span such as `18 months`: `2024` + `1 year` → `2025-12-31`. */
export function lastDayPlus(date: string, count: number, unit: string): string | undefined {
  const match = DATE.exec(date)
  if (match === null || !isRealDate(date)) return undefined
  const year = Number(match[1])
  const month = Number(match[2] ?? 12)
  const day = Number(match[3] ?? daysInMonth(year, month))
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? count * 7 : count
    return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
  }
  const months = year * 12 + month - 1 + (unit === 'year' ? count * 12 : count)
  const endYear = Math.floor(months / 12)
  const endMonth = (months % 12) + 1
  const endDay = Math.min(day, daysInMonth(endYear, endMonth))
  return `${pad(endYear, 4)}-${pad(endMonth, 2)}-${pad(endDay, 2)}`
}

function splitDate(date: string): DateParts | undefined {
  const match = DATE.exec(date)
  if (match === null) return undefined
  return { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
