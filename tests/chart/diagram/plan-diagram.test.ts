import { describe, expect, it } from 'vitest'
import { MIN_TEXT_PX, slideRoom } from '../../../scripts/chart/diagram/diagram-room.ts'
import {
  type DiagramPlan,
  drawPlan,
  fitPlan,
  screenPalette,
} from '../../../scripts/chart/diagram/plan.ts'
import { planDiagram } from '../../../scripts/chart/diagram/plan-diagram.ts'
import { toSvg } from '../../../scripts/chart/write-svg.ts'
import { measureText } from '../../../scripts/font/measure-text.ts'
import { makeTheme } from '../../../scripts/theme/theme.ts'
import { parseDiagram } from '../../../scripts/topic/diagram/parse-diagram.ts'
import { SAMPLES } from './samples.ts'

const { theme } = makeTheme({ name: 'test', tokens: null, css: '' })
const SLIDE = slideRoom({ width: 1112, height: 430 })

function plansOf(source: string): Promise<readonly DiagramPlan[]> {
  const parsed = parseDiagram(source)
  if ('mistakes' in parsed) throw new Error(parsed.mistakes[0]?.message)
  return planDiagram(parsed.diagram)
}

const steps = (count: number, header: string): string =>
  `${header}\n${Array.from({ length: count }, (_, at) => `S${at}[Step number ${at}] --> S${at + 1}`).join('\n')}`

describe('every plan of every sample', () => {
  it.each(Object.keys(SAMPLES))('%s: keeps all its shapes inside', async (name) => {
    for (const { width, height, shapes } of await plansOf(SAMPLES[name] ?? '')) {
      expect(Number.isFinite(width * height)).toBe(true)
      for (const shape of shapes) {
        for (const { x, y } of placesOf(shape)) {
          expect(x).toBeGreaterThan(-0.1)
          expect(x).toBeLessThan(width + 0.1)
          expect(y).toBeGreaterThan(-0.1)
          expect(y).toBeLessThan(height + 0.1)
        }
      }
    }
  })
})

/** Corners of a path; both ends of a text. */
function placesOf(shape: DiagramPlan['shapes'][number]) {
  if (shape.kind === 'path')
    return shape.steps.flatMap((step) => (step.to === 'close' ? [] : [step]))
  const width = measureText(shape.text, { stack: 'sans', weight: shape.weight, isItalic: false })
  const left = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor]
  return [
    { x: left, y: shape.y - 0.7 },
    { x: left + width, y: shape.y },
  ]
}

describe('the type of a lecturer’s diagrams on a slide', () => {
  it.each(Object.keys(SAMPLES))('%s: is at least 24 px high', async (name) => {
    expect(fitPlan(await plansOf(SAMPLES[name] ?? ''), SLIDE).text).toBeGreaterThanOrEqual(
      MIN_TEXT_PX,
    )
  })

  it.each([5, 6, 7, 8])('of %i steps is, from left to right or top down', async (count) => {
    for (const header of ['flowchart LR', 'flowchart TD']) {
      const { text } = fitPlan(await plansOf(steps(count - 1, header)), SLIDE)
      expect(text).toBeGreaterThanOrEqual(MIN_TEXT_PX)
    }
  })
})

describe('the direction', () => {
  const directionOf = async (source: string): Promise<string> => {
    const { plan } = fitPlan(await plansOf(source), SLIDE)
    return plan.width > plan.height ? 'wide' : 'tall'
  }

  it('is the author’s as long as the type can be read', async () => {
    expect(await directionOf('flowchart TD\nA --> B --> C')).toBe('tall')
    expect(await directionOf('flowchart LR\nA --> B --> C')).toBe('wide')
  })

  it('is the other one when it cannot', async () => {
    expect(await directionOf(steps(6, 'flowchart TD'))).toBe('wide')
  })

  it('is the better one when the author named none', async () => {
    expect(
      await directionOf('stateDiagram-v2\n[*] --> A\nA --> B\nB --> C\nC --> D\nD --> [*]'),
    ).toBe('wide')
  })
})

it('lines of a graph without circles all run forward, whatever the order of the source', async () => {
  const [plan] = await plansOf('flowchart LR\nA --> B\nB --> C\nB --> D\nD --> E\nC --> F\nF --> E')
  const leftOf = (name: string): number =>
    plan?.shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.text === name ? [shape.x] : [],
    )[0] ?? 0
  expect(leftOf('F')).toBeLessThan(leftOf('E'))
})

it('a graph in circles, with lines to itself and groups in groups, is laid out', async () => {
  const source =
    'flowchart LR\nA --> A\nA --> B --> C --> A\nsubgraph one\nsubgraph two\nB\nend\nend\none --> C\nD'
  for (const { width, height } of await plansOf(source)) expect(width * height).toBeGreaterThan(0)
})

it('titles of groups and of boxes stay inside their frames', async () => {
  for (const source of [
    'flowchart LR\nsubgraph A very long title of one box\nx\nend\nx --> y',
    'stateDiagram-v2\nstate "A composite state by name" as C {\n[*] --> a\n}',
    'sequenceDiagram\nbox Grey A long title over one head\nparticipant A\nend\nA->>B: x',
  ])
    for (const { width, shapes } of await plansOf(source)) {
      for (const shape of shapes.filter(({ kind }) => kind === 'text'))
        for (const { x } of placesOf(shape)) expect(x).toBeLessThan(width)
    }
})

it('who comes later has a head where the message meets it, and who goes has no line below', async () => {
  const [plan] = await plansOf(
    'sequenceDiagram\nA->>B: x\ncreate participant C\nB->>C: y\ndestroy C\nA-xC: z\nA->>B: end',
  )
  const at = (name: string): number =>
    plan?.shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.text === name ? [shape.y] : [],
    )[0] ?? 0
  expect(at('C')).toBeGreaterThan(at('x'))
  expect(at('C')).toBeLessThan(at('z'))
})

it('labels of 300 characters and words of 90 letters stay inside their boxes', async () => {
  const source = `flowchart LR\nA["${'many words in a label '.repeat(14)}"] --> B[${'x'.repeat(90)}]\nB -->|${'label '.repeat(50)}| C[${'शब्द'.repeat(25)}]`
  for (const plan of await plansOf(source))
    for (const shape of plan.shapes)
      for (const { x } of placesOf(shape)) expect(x).toBeLessThan(plan.width + 0.1)
})

it('charts of zeros, of one value and of negative values have finite marks', async () => {
  for (const values of [
    '0, 0, 0',
    '5',
    '-3, 2, -8',
    '0.00001, 0.00002',
    '1e5'.replace('e5', '00000'),
  ])
    for (const kind of ['bar', 'line'])
      for (const header of ['xychart-beta', 'xychart-beta horizontal'])
        for (const { shapes } of await plansOf(`${header}\n${kind} [${values}]`))
          for (const shape of shapes)
            for (const { x, y } of placesOf(shape)) expect(Number.isFinite(x + y)).toBe(true)
})

it('the same source gives the same bytes', async () => {
  const draw = async (source: string): Promise<string> => {
    const drawing = drawPlan(fitPlan(await plansOf(source), SLIDE), screenPalette(theme.colors))
    return toSvg(drawing, { alt: 'x', fontFamily: 'sans-serif' })
  }
  for (const name of ['decision', 'groups', 'sequence', 'plotLine']) {
    const source = SAMPLES[name] ?? ''
    expect(await draw(source)).toBe(await draw(source))
  }
})
