/** Number formats (ECMA-376 Part 1 §18.8.31) that write a figure as the deck prints it, and go on doing so when it is edited. */

const PRINTED = /^(\u2212?)(\d[\d,]*)(?:\.(\d+))?(\u00a0%)?$/u

/** Minus sign and percent are those of the deck; undefined for what no format says: `85–95`, `nearly 30`. */
export function numberFormat(value: number, printed: string): string | undefined {
  const [whole, minus = '', digits = '', fraction = '', percent = ''] = PRINTED.exec(printed) ?? []
  if (whole === undefined || (minus === '') !== value >= 0) return undefined
  const isGrouped = digits.includes(',')
  const expected = Math.abs(value).toFixed(fraction.length)
  const written = fraction === '' ? digits : `${digits}.${fraction}`
  const plain = isGrouped ? expected.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ',') : expected
  if (plain !== written) return undefined
  const places = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`
  const unit = percent === '' ? '' : `"${percent}"`
  const positive = `${isGrouped ? '#,##0' : '0'}${places}${unit}`
  return `${positive};"\u2212"${positive}`
}

/** A space between the figure and its mark, for programs that write labels close to them; right of a mark, or left of it. */
export function spacedFormat(
  format: string,
  sides: Readonly<Record<'positive' | 'negative', 'left' | 'right'>>,
): string {
  const [positive, negative] = format.split(';')
  if (positive === undefined || negative === undefined) return format
  const spaced = (section: string, side: 'left' | 'right'): string =>
    side === 'right' ? `" "${section}` : `${section}" "`
  return `${spaced(positive, sides.positive)};${spaced(negative, sides.negative)}`
}

/** The one that most figures have. */
export function commonFormat(formats: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>()
  for (const format of formats)
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0] ?? 'General'
}
