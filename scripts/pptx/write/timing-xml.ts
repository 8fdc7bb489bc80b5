/**
 * What appears click by click: lists whose items the author marked to come one by one (ECMA-376 Part 1 §19.5, in the
 * form that PowerPoint writes for the effect “Appear”).
 */
import type { Paragraph } from '../presentation.ts'
import { element } from './xml.ts'

/** What appears at one click. */
export type Step = {
  /** Of the shape on its slide. */
  readonly shapeId: number
  /** Of its text, from 0, with all that is nested below the first; undefined: the whole shape. */
  readonly paragraphs: readonly number[] | undefined
  /** Level of the first of them. */
  readonly level: number
}

/** A paragraph that waits, and what is nested below it and does not wait for itself. */
export function stepsOf(paragraphs: readonly Paragraph[]): readonly Omit<Step, 'shapeId'>[] {
  const steps: { paragraphs: number[]; level: number }[] = []
  let open: (typeof steps)[number] | undefined
  for (const [index, { isStep, level }] of paragraphs.entries()) {
    if (isStep === true) {
      open = { paragraphs: [index], level }
      steps.push(open)
    } else if (open !== undefined && level > open.level) open.paragraphs.push(index)
    else open = undefined
  }
  return steps
}

/** Empty when nothing waits for a click. */
export function timingXml(steps: readonly Step[]): string {
  if (steps.length === 0) return ''
  // Ids of time nodes count through the slide; 1 and 2 are the root and the sequence of clicks.
  let id = 2
  const nextId = (): number => ++id
  const clicks = steps.map((step) => clickXml(step, nextId))
  const sequence = element(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    element(
      'p:cTn',
      { id: 2, dur: 'indefinite', nodeType: 'mainSeq' },
      element('p:childTnLst', {}, ...clicks),
    ),
    conditionXml('p:prevCondLst', 'onPrev'),
    conditionXml('p:nextCondLst', 'onNext'),
  )
  const root = element(
    'p:cTn',
    { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
    element('p:childTnLst', {}, sequence),
  )
  return element('p:timing', {}, element('p:tnLst', {}, element('p:par', {}, root)), builds(steps))
}

function conditionXml(tag: string, event: string): string {
  return `<${tag}><p:cond evt="${event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></${tag}>`
}

function clickXml({ shapeId, paragraphs }: Step, nextId: () => number): string {
  const [click, moment] = [nextId(), nextId()]
  const effects = (paragraphs ?? [undefined]).map((paragraph, index) =>
    effectXml({ shapeId, paragraph, isFirst: index === 0 }, nextId),
  )
  return nodeXml({ id: click, fill: 'hold' }, 'indefinite', [
    nodeXml({ id: moment, fill: 'hold' }, '0', effects),
  ])
}

type Effect = {
  readonly shapeId: number
  readonly paragraph: number | undefined
  readonly isFirst: boolean
}

function effectXml({ shapeId, paragraph, isFirst }: Effect, nextId: () => number): string {
  const effect = {
    id: nextId(),
    presetID: 1,
    presetClass: 'entr',
    presetSubtype: 0,
    fill: 'hold',
    // Groups of effects are those of text; a whole shape has none.
    grpId: paragraph === undefined ? undefined : 0,
    nodeType: isFirst ? 'clickEffect' : 'withEffect',
  }
  const range =
    paragraph === undefined ? '' : `<p:txEl><p:pRg st="${paragraph}" end="${paragraph}"/></p:txEl>`
  const set = element(
    'p:set',
    {},
    element(
      'p:cBhvr',
      {},
      element('p:cTn', { id: nextId(), dur: 1, fill: 'hold' }, START),
      element('p:tgtEl', {}, element('p:spTgt', { spid: shapeId }, range)),
      '<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>',
    ),
    '<p:to><p:strVal val="visible"/></p:to>',
  )
  return nodeXml(effect, '0', [set])
}

const START = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'

function nodeXml(
  attributes: Parameters<typeof element>[1],
  delay: '0' | 'indefinite',
  children: readonly string[],
): string {
  const start = `<p:stCondLst><p:cond delay="${delay}"/></p:stCondLst>`
  const node = element('p:cTn', attributes, start, element('p:childTnLst', {}, ...children))
  return element('p:par', {}, node)
}

/** Once for each text: down to which level its paragraphs come by themselves. */
function builds(steps: readonly Step[]): string {
  const levels = new Map<number, number>()
  for (const { shapeId, paragraphs, level } of steps)
    if (paragraphs !== undefined) levels.set(shapeId, Math.max(level + 1, levels.get(shapeId) ?? 1))
  if (levels.size === 0) return ''
  const entries = [...levels].map(([spid, level]) =>
    element('p:bldP', { spid, grpId: 0, build: 'p', bldLvl: level === 1 ? undefined : level }),
  )
  return element('p:bldLst', {}, ...entries)
}
