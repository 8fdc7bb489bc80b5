/** Years and months as they are written on an axis: `2024`, `2024-25`, `FY 2024-25`, `2024-03`, `Mar 2024`. */

const YEAR = /^(?:FY\s*)?(\d{4})(?:\s*[-–/]\s*(\d{2}|\d{4}))?$/iu
const MONTH_LAST = /^(\p{L}{3})\p{L}*\.?\s+(\d{4})$/u
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The year as a number, a month as a part of it; undefined for anything else. */
export function timeOf(label: string): number | undefined {
  const text = label.trim()
  const [, name = '', year = ''] = MONTH_LAST.exec(text) ?? []
  const month = MONTHS.indexOf(name.toLowerCase())
  if (month !== -1) return Number(year) + month / 12
  const [, first, second] = YEAR.exec(text) ?? []
  if (first === undefined) return undefined
  if (second?.length !== 2 || isNextYear(first, second)) return Number(first)
  const number = Number(second)
  return number >= 1 && number <= 12 ? Number(first) + (number - 1) / 12 : undefined
}

/** `2024-25` is a year that ends in the next; `2024-03` is a month. `2010-11` is read as the year. */
function isNextYear(first: string, second: string): boolean {
  return (Number(first) + 1) % 100 === Number(second)
}

export function isTimeLabel(label: string): boolean {
  return timeOf(label) !== undefined
}
