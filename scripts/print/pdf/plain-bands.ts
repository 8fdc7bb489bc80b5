/**
 * A band along an edge of the page, which the style sheet draws as an inner shadow: Chromium paints a frame around a
 * hole, and where hole and frame end on the same edge viewers that smooth edges leave a hairline of its colour.
 */

type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const
/** A move, four lines and an end for each of two rectangles, then the painting operator. */
const LINES = 13

/** The one rectangle that is painted, where a rectangle with a hole is; undefined: the path is another one. */
export function plainBand(source: string): string | undefined {
  const lines = source.trimEnd().split('\n')
  if (lines.length !== LINES || lines[LINES - 1] !== 'f*') return undefined
  const outer = readBox(lines.slice(0, 6))
  const hole = readBox(lines.slice(6, 12))
  if (outer === undefined || hole === undefined) return undefined
  const apart = SIDES.filter((side) => outer[side] !== hole[side])
  const [side] = apart
  if (side === undefined || apart.length > 1) return undefined
  const opposite = SIDES[(SIDES.indexOf(side) + 2) % 4] ?? side
  return writeBox({ ...outer, [opposite]: hole[side] })
}

/** Of a closed path along the axes. */
function readBox(lines: readonly string[]): Box | undefined {
  const points = lines
    .map((line) => /^(\S+) (\S+) [ml]$/.exec(line))
    .flatMap((found) => (found === null ? [] : [{ x: Number(found[1]), y: Number(found[2]) }]))
  if (points.length !== 5 || lines[5] !== 'h') return undefined
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const isBox = points.every(
    ({ x, y }, index) =>
      (x === left || x === right) &&
      (y === top || y === bottom) &&
      (index === 0 || (x === xs[index - 1]) !== (y === ys[index - 1])),
  )
  return isBox ? { left, top, right, bottom } : undefined
}

function writeBox({ left, top, right, bottom }: Box): string {
  const sides = [left, top, right - left, bottom - top]
  return `${sides.map((side) => Number(side.toFixed(4))).join(' ')} re\nf\n`
}
