/** Marks on the points of a line, of another form for each series. */
import type { Shape } from './drawing.ts'
import { areaPath, circlePath, type Point } from './path-shapes.ts'

type Corners = readonly Point[]

/** Corners in radii around the middle; all cover about the same area. */
const FORMS: readonly (Corners | undefined)[] = [
  undefined,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.3],
    [1.2, 0.8],
    [-1.2, 0.8],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  [
    [0, 1.3],
    [1.2, -0.8],
    [-1.2, -0.8],
  ],
  [
    [-1.4, -0.55],
    [1.4, -0.55],
    [1.4, 0.55],
    [-1.4, 0.55],
  ],
]

export function markerAt(
  [x, y]: Point,
  {
    series,
    radius,
    fill,
  }: { readonly series: number; readonly radius: number; readonly fill: string },
): Shape {
  const form = FORMS[series % FORMS.length]
  if (form === undefined) return circlePath([x, y], radius, fill)
  return areaPath(
    form.map(([dx, dy]): Point => [x + dx * radius, y + dy * radius]),
    fill,
  )
}
