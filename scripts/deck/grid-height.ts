/** Heights of what stands in rows and columns. */

export function stack(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * gap
}

/** Each as high as its highest cell. */
export function gridRows(heights: readonly number[], columns: number): readonly number[] {
  const rows: number[] = []
  for (let i = 0; i < heights.length; i += columns)
    rows.push(Math.max(...heights.slice(i, i + columns)))
  return rows
}

export function cellWidthPx(widthPx: number, columns: number, gap: number): number {
  return (widthPx - (columns - 1) * gap) / Math.max(1, columns)
}
