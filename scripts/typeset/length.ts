/** 1 inch is 25.4 mm and 72 pt. */
export function pointsOf(mm: number): number {
  return (mm * 72) / 25.4
}

export function mmOf(points: number): number {
  return (points * 25.4) / 72
}
