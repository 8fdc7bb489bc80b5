/** Cases of `mermaid-syntax.txt`: a name, a source, and what is read from it or told, a line for each part. */
import type {
  Diagram,
  Graph,
  GraphGroup,
  Sequence,
} from '../../../scripts/topic/diagram/diagram.ts'
import { parseDiagram } from '../../../scripts/topic/diagram/parse-diagram.ts'

export type SyntaxCase = {
  readonly name: string
  readonly source: string
  readonly expected: string
}

export function casesOf(file: string): readonly SyntaxCase[] {
  return file
    .split(/^== /mu)
    .slice(1)
    .map((part) => {
      const [name = ''] = part.split('\n', 1)
      const [source = '', expected = ''] = part.slice(name.length + 1).split('\n->\n')
      return { name, source: source.trimEnd(), expected: expected.trimEnd() }
    })
}

export function summaryOf(source: string): string {
  const parsed = parseDiagram(source)
  if ('mistakes' in parsed)
    return parsed.mistakes
      .map(
        ({ kind, start, end }) => `refused: ${kind}, ${JSON.stringify(source.slice(start, end))}`,
      )
      .join('\n')
  const { diagram, title, description, ignored } = parsed
  return [
    ...(title === undefined ? [] : [`title: ${title.text}`]),
    ...(description === '' ? [] : [`in words: ${description}`]),
    ...ignored.map(({ start, end }) => `told: ${source.slice(start, end)}`),
    ...linesOf(diagram),
  ].join('\n')
}

function linesOf(diagram: Diagram): readonly string[] {
  if (diagram.kind === 'graph') return graphLines(diagram)
  if (diagram.kind === 'sequence') return sequenceLines(diagram)
  const { isHorizontal, title, xTitle, yTitle, categories, series, range } = diagram
  return [
    `${isHorizontal ? 'horizontal' : 'upright'} ${JSON.stringify({ title, xTitle, yTitle, range })}`,
    ...series.map(
      ({ kind, label, values }) =>
        `${kind} ${JSON.stringify(label)}: ${values.map(({ printed }, at) => `${categories[at] ?? ''}=${printed}`).join(' ')}`,
    ),
  ]
}

function graphLines({ direction, isOpen, nodes, edges, groups }: Graph): readonly string[] {
  const name = (id: string): string => id.replaceAll('\n', '/').trim()
  return [
    `${direction}${isOpen ? '?' : ''}`,
    ...nodes.map(
      ({ id, label, shape, tag, lists, isStressed }) =>
        `${isStressed ? '!' : ''}${shape} ${name(id)}${label === id ? '' : ` ${JSON.stringify(label)}`}${tag === '' ? '' : ` «${tag}»`}${lists.map((list) => ` {${list.join('; ')}}`).join('')}`,
    ),
    ...edges.map(
      ({ from, to, label, line, fromMark, toMark, fromLabel, toLabel }) =>
        `${name(from)} ${[fromLabel, fromMark, line, toMark, toLabel].filter((word) => word !== '').join(' ')} ${name(to)}${label === '' ? '' : `: ${name(label)}`}`,
    ),
    ...groups.flatMap((group) => groupLines(group, '')),
  ]
}

function groupLines(
  { id, label, nodes, groups, direction }: GraphGroup,
  indent: string,
): readonly string[] {
  return [
    `${indent}group ${id} ${JSON.stringify(label)}${direction === undefined ? '' : ` ${direction}`}: ${nodes.join(', ')}`,
    ...groups.flatMap((group) => groupLines(group, `${indent}  `)),
  ]
}

function sequenceLines({ actors, boxes, steps }: Sequence): readonly string[] {
  return [
    actors
      .map(({ id, label }) => (id === label ? id : `${id} = ${JSON.stringify(label)}`))
      .join(' | '),
    ...boxes.map(
      ({ label, actors: inside }) => `box ${JSON.stringify(label)}: ${inside.join(', ')}`,
    ),
    ...steps.map((step) => {
      if (step.kind === 'message')
        return `${step.from} ${step.fromMark} ${step.line} ${step.toMark} ${step.to}: ${JSON.stringify(step.label)}`
      if (step.kind === 'note')
        return `note ${step.side} ${step.actors.join(',')}: ${JSON.stringify(step.label)}`
      if ('actor' in step) return `${step.kind} ${step.actor}`
      return step.kind === 'close'
        ? 'close'
        : `${step.kind} ${step.word} ${JSON.stringify(step.label)}`
    }),
  ]
}
