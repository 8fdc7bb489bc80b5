import { parseMermaid } from 'beautiful-mermaid'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagram, Graph } from '../../../scripts/topic/diagram/diagram.ts'
import { labelText } from '../../../scripts/topic/diagram/label-text.ts'
import { MAX_SOURCE, parseDiagram } from '../../../scripts/topic/diagram/parse-diagram.ts'
import { SAMPLES } from '../../chart/diagram/samples.ts'
import { naughtyStrings } from '../../corpora.ts'

function read(source: string): Diagram {
  const parsed = parseDiagram(source)
  if ('mistakes' in parsed)
    throw new Error(parsed.mistakes.map(({ message }) => message).join('; '))
  return parsed.diagram
}

function graph(source: string): Graph {
  const diagram = read(source)
  if (diagram.kind !== 'graph') throw new Error(`is a ${diagram.kind}`)
  return diagram
}

const edgesOf = ({ edges }: Graph) =>
  edges.map(({ from, to, label, line }) => [from, to, label, line].join(' '))

function mistakesOf(source: string) {
  const parsed = parseDiagram(source)
  return 'mistakes' in parsed ? parsed.mistakes : []
}

describe('a flow chart', () => {
  it('reads boxes of every shape with their labels', () => {
    const { nodes } = graph(
      'flowchart LR\n a[A] --> b(B) --> c([C]) --> d[[D]] --> e[(E)] --> f((F)) --> g>G] --> h{H} --> i{{I}} --> j[/J/] --> k[\\K\\] --> l[/L\\] --> m[\\M/] --> n(((N)))',
    )
    expect(nodes.map(({ label, shape }) => `${label} ${shape}`)).toEqual([
      'A box',
      'B rounded',
      'C stadium',
      'D subroutine',
      'E cylinder',
      'F circle',
      'G flag',
      'H diamond',
      'I hexagon',
      'J slanted',
      'K slanted-left',
      'L trapezoid',
      'M trapezoid-down',
      'N double-circle',
    ])
  })

  it('reads links of every kind, close to their names or apart from them', () => {
    const read = graph(
      'graph TD\nA-->B\nA---|one|C\nA-- two -->D\nA-.->E\nA-. three .->F\nA==>G\nA == four ==> H\nA ~~~ I\nA --x J\nA <--> K\nA---->L',
    )
    expect(edgesOf(read)).toEqual([
      'A B  solid',
      'A C one solid',
      'A D two solid',
      'A E  dotted',
      'A F three dotted',
      'A G  thick',
      'A H four thick',
      'A I  hidden',
      'A J  solid',
      'A K  solid',
      'A L  solid',
    ])
    expect(read.edges.slice(-3).map(({ fromMark, toMark }) => [fromMark, toMark])).toEqual([
      ['none', 'cross'],
      ['arrow', 'arrow'],
      ['none', 'arrow'],
    ])
  })

  it('reads several statements on a line, several boxes in a place and groups', () => {
    const read = graph(
      'flowchart TB\nA & B --> C & D; C --> E\nsubgraph one [Upper house]\n a1 --> a2\n subgraph inner\n  x\n end\nend\none --> C',
    )
    expect(edgesOf(read)).toHaveLength(7)
    expect(read.groups).toEqual([
      {
        id: 'one',
        label: 'Upper house',
        nodes: ['a1', 'a2'],
        groups: [{ id: 'inner', label: 'inner', nodes: ['x'], groups: [] }],
      },
    ])
  })

  it('marks as the one to notice what the author gives a style', () => {
    const { nodes } = graph(
      'flowchart LR\nA --> B --> C:::hot --> D --> E --> F\nclassDef hot fill:red\nstyle A fill:#f00\nclass B hot',
    )
    expect(nodes.filter(({ isStressed }) => isStressed).map(({ id }) => id)).toEqual([
      'A',
      'B',
      'C',
    ])
  })

  it('agrees with the parser of beautiful-mermaid where that one reads all', () => {
    for (const source of [
      SAMPLES['institution'],
      SAMPLES['cause'],
      SAMPLES['decision'],
      SAMPLES['process8'],
      SAMPLES['groups'],
    ]) {
      const theirs = parseMermaid(source ?? '')
      const ours = graph(source ?? '')
      expect(ours.nodes.map(({ id, label }) => [id, label])).toEqual(
        [...theirs.nodes.values()].map(({ id, label }) => [id, label]),
      )
      expect(edgesOf(ours)).toEqual(
        theirs.edges.map(({ source, target, label = '', style }) =>
          [source, target, label, style].join(' '),
        ),
      )
    }
  })
})

it('a state diagram has one start, one end and states inside states', () => {
  const read = graph(
    'stateDiagram-v2\n[*] --> A\nstate "Waiting for papers" as A\nA --> B : sent\nB : Under review\nB --> [*]\nA --> [*]\nstate C {\n x --> y\n}',
  )
  expect(read.nodes.map(({ label, shape }) => `${label} ${shape}`)).toEqual([
    ' start',
    'Waiting for papers rounded',
    'Under review rounded',
    ' end',
    'x rounded',
    'y rounded',
  ])
  expect(read.isOpen).toBe(true)
  expect(read.groups[0]?.nodes).toEqual(['x', 'y'])
})

it('a sequence keeps its order, its frames and who speaks', () => {
  const read = read_(
    'sequenceDiagram\nactor A as Citizen\nA->>+B: Ask\nB-->>-A: Tell\nloop daily\nA-)B: Wait\nend\nNote over A,B: Both\nB-xA: Lost',
  )
  expect(read.actors.map(({ label }) => label)).toEqual(['Citizen', 'B'])
  expect(
    read.steps.map((step) => ('label' in step ? `${step.kind} ${step.label}` : step.kind)),
  ).toEqual([
    'message Ask',
    'activate',
    'message Tell',
    'deactivate',
    'open daily',
    'message Wait',
    'close',
    'note Both',
    'message Lost',
  ])
})

function read_(source: string) {
  const diagram = read(source)
  if (diagram.kind !== 'sequence') throw new Error(`is a ${diagram.kind}`)
  return diagram
}

it('classes have attributes and methods, relations their ends', () => {
  const read = graph(
    'classDiagram\nclass List~T~ {\n <<interface>>\n +int size\n +add(T item)\n}\nA <|-- B\nA "1" *-- "many" C : holds\nC ..> A\nB : +String name',
  )
  expect(read.nodes[0]).toMatchObject({
    label: 'List<T>',
    tag: 'interface',
    lists: [['+int size'], ['+add(T item)']],
  })
  expect(read.edges.map(({ fromMark, toMark, line }) => [fromMark, toMark, line])).toEqual([
    ['triangle', 'none', 'solid'],
    ['filled-diamond', 'none', 'solid'],
    ['none', 'arrow', 'dotted'],
  ])
  expect(read.edges[1]).toMatchObject({ fromLabel: '1', toLabel: 'many', label: 'holds' })
})

it('entities have fields, relations their counts', () => {
  const read = graph(
    'erDiagram\nSTATE ||--o{ DISTRICT : contains\nDISTRICT {\n string name PK\n int people\n}\nA }|..|| B : ""',
  )
  expect(read.nodes[1]?.lists).toEqual([['name: string (PK)', 'people: int']])
  expect(read.edges.map(({ fromMark, toMark, line }) => [fromMark, toMark, line])).toEqual([
    ['one', 'zero-many', 'solid'],
    ['many', 'one', 'dotted'],
  ])
})

it('a chart has named places and figures as written', () => {
  const plot = read(
    'xychart-beta\ntitle "Cells"\nx-axis "Year" [2019, "2020, first half"]\ny-axis "US$ billion" 0 --> 5\nbar [0.90, -2]',
  )
  expect(plot).toMatchObject({
    title: 'Cells',
    xTitle: 'Year',
    yTitle: 'US$ billion',
    categories: ['2019', '2020, first half'],
    range: [0, 5],
    series: [
      {
        kind: 'bar',
        values: [
          { value: 0.9, printed: '0.90' },
          { value: -2, printed: '−2' },
        ],
      },
    ],
  })
})

it.each([
  ['x-axis [June, July, August]\nbar [80, 120]', ['June', 'July', 'August']],
  ['x-axis [June]\nbar [80, 120]', ['June', '']],
])('a chart of %j has a place for every name and every value', (lines, categories) => {
  expect(read(`xychart-beta\n${lines}`)).toMatchObject({ categories })
})

describe('labels', () => {
  it.each([
    ['"quoted (brackets)"', 'quoted (brackets)'],
    ['one<br>two<BR/>three', 'one\ntwo\nthree'],
    ['<b>bold</b> <i class="x">it</i>', 'bold it'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['</svg><script>alert(1)</script>', '</svg><script>alert(1)</script>'],
    ['a #amp; b #35; #9829; &lt;', 'a & b # ♥ <'],
    ['"`**bold** text`"', 'bold text'],
    ['fa:fa-car Car', 'Car'],
  ])('%s', (written, shown) => expect(labelText(written)).toBe(shown))
})

describe('what cannot be read', () => {
  it('is told at its place, every line of it', () => {
    const source = 'flowchart LR\n  A --> B\n  A -> C\n  D[open --> E'
    const found = mistakesOf(source).map(({ start, end }) => source.slice(start, end))
    expect(found).toEqual(['-> C', '[open --> E'])
  })

  it.each(['pie title x', 'gantt', 'mindmap', 'journey', 'gitGraph', 'C4Context', 'nonsense'])(
    '%s: is a kind that is not drawn',
    (header) => {
      expect(mistakesOf(`${header}\n  a : 1`)).toMatchObject([
        { kind: 'kind', hint: expect.stringContaining('`flowchart`') },
      ])
    },
  )

  it.each([
    [
      '500 boxes',
      `flowchart TD\n${Array.from({ length: 500 }, (_, at) => `A${at} --> A${at + 1}`).join('\n')}`,
    ],
    ['200 lines between two boxes', `flowchart TD\n${'A --> B\n'.repeat(200)}`],
    ['100 kB', `flowchart TD\n${'%% a comment\n'.repeat(8000)}A --> B`],
    ['a line of 3,000 characters', `flowchart TD\nA[${'x'.repeat(3000)}]`],
  ])('%s: too large before anything is laid out', (_, source) => {
    expect(mistakesOf(source).map(({ kind }) => kind)).toEqual(['too-large'])
  })

  it('is an empty diagram', () => {
    for (const source of ['', '  \n', '%% nothing', 'flowchart LR', 'sequenceDiagram'])
      expect(mistakesOf(source)).toMatchObject([{ message: 'The diagram is empty' }])
  })
})

it('directives, comments, links and looks go no further', () => {
  const read = graph(
    '---\ntitle: x\n---\n%%{init: {"securityLevel": "loose"}}%%\nflowchart LR\n%% a comment\nA --> B\nclick A "javascript:alert(1)"\nclick B href "https://example.org"\nlinkStyle 0 stroke:red',
  )
  expect(JSON.stringify(read)).not.toMatch(/javascript|example|loose|red|comment/u)
  expect(read.nodes).toHaveLength(2)
})

it('never fails on hostile text: a diagram, or mistakes inside the source', () => {
  for (const raw of naughtyStrings())
    for (const source of [raw, `flowchart LR\nA[${raw}] --> B`, `sequenceDiagram\nA->>B: ${raw}`]) {
      const parsed = parseDiagram(source)
      if ('mistakes' in parsed)
        for (const { start, end } of parsed.mistakes) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(Math.max(1, source.length))
        }
    }
})

it('answers any damage to a good source with a diagram or with mistakes', () => {
  const sources = fc.constantFrom(...Object.values(SAMPLES))
  const damage = fc.record({
    source: sources,
    at: fc.nat(400),
    length: fc.nat(12),
    put: fc.constantFrom(
      '',
      '[',
      '{{',
      '"',
      '-->',
      ';',
      '\n',
      'end',
      '}',
      '<<',
      ' : ',
      '|',
      '~',
      'क',
    ),
  })
  fc.assert(
    fc.property(damage, ({ source, at, length, put }) => {
      const parsed = parseDiagram(source.slice(0, at) + put + source.slice(at + length))
      expect('diagram' in parsed || parsed.mistakes.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('reads the largest source that is allowed in any kind of one letter', () => {
  for (const letter of ['-', '(', '"', 'a', ' ', ':', '|', '<'])
    for (const header of [
      'flowchart LR',
      'sequenceDiagram',
      'classDiagram',
      'erDiagram',
      'stateDiagram',
    ])
      expect(
        parseDiagram(`${header}\n${`${letter.repeat(1900)}\n`.repeat(9)}`.slice(0, MAX_SOURCE)),
      ).toBeDefined()
})
