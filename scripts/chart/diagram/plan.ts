/**
 * A diagram laid out before anybody knows how large it will be: lengths in em of its one type size, colours by
 * their part. Several plans of one diagram differ in direction and line breaks; slide and page take what fits.
 */
import type { Drawing, PathStep, Shape } from '../drawing.ts'

export type PlanColor =
  | 'paper'
  | 'ink'
  | 'muted'
  | 'primary'
  | 'accent'
  | 'rule'
  | 'tint'
  /** Ground of the box all begins with, and the letters on it. */
  | 'strong'
  | 'onStrong'
  /** Ground of the one to notice, and the letters on it. */
  | 'stressed'
  | 'onStressed'

export type PlanShape =
  | {
      readonly kind: 'path'
      readonly steps: readonly PathStep[]
      readonly fill?: PlanColor
      readonly stroke?: PlanColor
      readonly strokeWidth: number
      readonly dash?: readonly [number, number]
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly weight: 400 | 700
      readonly color: PlanColor
      readonly anchor: 'start' | 'middle' | 'end'
    }

export type DiagramPlan = {
  readonly width: number
  readonly height: number
  /** In the direction the author wrote. */
  readonly isAsked: boolean
  readonly shapes: readonly PlanShape[]
}

export type PlanRoom = {
  readonly width: number
  readonly height: number
  /** Type is never larger. */
  readonly maxText: number
  /** From here on no plan is better for larger type. */
  readonly goodText: number
  /** Below this nobody can read it. */
  readonly minText: number
}

export type FittedPlan = { readonly plan: DiagramPlan; readonly text: number }

/** The first plan with type of a good size; else the largest, in the author's direction if it can be read. */
export function fitPlan(plans: readonly DiagramPlan[], room: PlanRoom): FittedPlan {
  const sized = plans.map((plan) => ({ plan, text: textSizeIn(plan, room) }))
  const asked = sized.filter(({ plan }) => plan.isAsked)
  const good = asked.find(({ text }) => text >= room.goodText)
  if (good !== undefined) return good
  const [best] = largestFirst(asked)
  if (best !== undefined && best.text >= room.minText) return best
  const [any] = largestFirst(sized)
  if (any === undefined) throw new Error('a diagram has no plan')
  return any
}

function textSizeIn({ width, height }: DiagramPlan, room: PlanRoom): number {
  return Math.min(room.maxText, room.width / width, room.height / height)
}

function largestFirst(sized: readonly FittedPlan[]): readonly FittedPlan[] {
  return sized.toSorted((a, b) => b.text - a.text)
}

export type Palette = Readonly<Record<PlanColor, string>>

type Colors = Readonly<
  Record<'paper' | 'ink' | 'muted' | 'primary' | 'accent' | 'rule' | 'tint', string>
>

/** What is legible on paper in a colour is legible in paper on that colour. */
export function screenPalette({ paper, ink, muted, primary, accent, rule, tint }: Colors): Palette {
  const named = { paper, ink, muted, primary, accent, rule, tint }
  return { ...named, strong: primary, onStrong: paper, stressed: accent, onStressed: paper }
}

/** Large dark grounds cost toner and come out of a copier as dots. */
export function printPalette(colors: Colors): Palette {
  const { paper, ink } = colors
  return {
    ...screenPalette(colors),
    strong: paper,
    onStrong: ink,
    stressed: paper,
    onStressed: colors.accent,
  }
}

export function drawPlan({ plan, text }: FittedPlan, palette: Palette): Drawing {
  return {
    width: round(plan.width * text),
    height: round(plan.height * text),
    shapes: plan.shapes.map((shape) => drawShape(shape, text, palette)),
  }
}

function drawShape(shape: PlanShape, em: number, palette: Palette): Shape {
  if (shape.kind === 'text') {
    const { x, y, color, ...rest } = shape
    return { ...rest, x: round(x * em), y: round(y * em), size: round(em), fill: palette[color] }
  }
  const { steps, fill, stroke, strokeWidth, dash } = shape
  return {
    kind: 'path',
    steps: steps.map((step) => scaleStep(step, em)),
    strokeWidth: round(strokeWidth * em),
    ...(fill === undefined ? {} : { fill: palette[fill] }),
    ...(stroke === undefined ? {} : { stroke: palette[stroke] }),
    ...(dash === undefined ? {} : { dash: [round(dash[0] * em), round(dash[1] * em)] }),
  }
}

function scaleStep(step: PathStep, em: number): PathStep {
  if (step.to === 'close') return step
  const end = { x: round(step.x * em), y: round(step.y * em) }
  if (step.to !== 'curve') return { to: step.to, ...end }
  const { x1, y1, x2, y2 } = step
  return {
    to: 'curve',
    x1: round(x1 * em),
    y1: round(y1 * em),
    x2: round(x2 * em),
    y2: round(y2 * em),
    ...end,
  }
}

/** Two decimals: the same text on every machine. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
