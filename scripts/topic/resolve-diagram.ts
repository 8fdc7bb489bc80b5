/** A diagram of a section: its Mermaid source read, its mistakes reported on the line where they stand. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import {
  diagramIgnored,
  diagramKind,
  diagramSyntax,
  diagramTooLarge,
} from '../diagnostics/diagram-problems.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { missingAlt } from '../diagnostics/topic-problems.ts'
import { checkGlyphs } from './check-glyphs.ts'
import type { Diagram } from './diagram/diagram.ts'
import type { IgnoredPart, MistakeKind, Statement } from './diagram/diagram-mistake.ts'
import { ignoredPart } from './diagram/ignored-parts.ts'
import { MAX_SOURCE, type ParsedDiagram, parseDiagram } from './diagram/parse-diagram.ts'
import { all, type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, plainOf, type Reading, requireKey } from './reading.ts'
import type { DiagramData, SectionData, TextData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereKey, whereText } from './source-document.ts'
import type { Block, Inline } from './topic.ts'

/** An edition may translate the source as a whole, or inherit it. */
export function resolveDiagram(
  reading: Reading,
  section: Layers<SectionData>,
  sectionId: string,
): Block {
  const layers: Layers<DiagramData> = all(section, 'diagram')
  const source = pick(layers, 'mermaid')
  if (source === undefined) requireKey(reading, layers, { key: 'mermaid', of: 'A diagram' })
  const caption = pick(layers, 'caption')
  const parsed = source === undefined ? undefined : read(reading, source, caption)
  const alt = plainOf(reading, pick(layers, 'alt')) || (parsed?.description ?? '')
  const strongest = layers[0]
  if (alt === '' && strongest !== undefined && !isPrunedBelow(child(strongest.at, 'alt')))
    reading.report(missingAlt(whereKey(strongest.at), 'diagram'))
  return {
    kind: 'diagram',
    diagram: {
      path: `diagrams/${sectionId}.svg`,
      diagram: parsed?.diagram ?? NOTHING,
      alt,
      caption: caption === undefined ? titleOf(parsed) : inlineOf(reading, caption),
      place: strongest === undefined ? NOWHERE : (whereKey(strongest.at).place ?? NOWHERE),
    },
  }
}

/** The title that Mermaid would write above is the caption here, unless there is one. */
function titleOf(parsed: ReadDiagram | undefined): Inline {
  const text = parsed?.title?.text ?? ''
  return text === '' ? [] : [{ kind: 'text', text }]
}

const NOWHERE = { line: 1, column: 1 }

/** Stands in where an error has been reported. */
const NOTHING: Diagram = {
  kind: 'graph',
  direction: 'DOWN',
  isOpen: true,
  nodes: [],
  edges: [],
  groups: [],
}

const PROBLEMS: Readonly<Record<MistakeKind, (where: Where, words: Words) => Diagnostic>> = {
  syntax: diagramSyntax,
  kind: diagramKind,
  'too-large': diagramTooLarge,
}

type Words = { readonly message: string; readonly hint: string }

type ReadDiagram = Extract<ParsedDiagram, { readonly diagram: Diagram }>

function read(
  reading: Reading,
  source: Layer<TextData>,
  caption: Layer<TextData> | undefined,
): ReadDiagram | undefined {
  const text = textAt(source.at)
  if (text.length <= MAX_SOURCE) checkGlyphs(text, source.at, reading.report)
  const parsed = parseDiagram(text)
  if ('mistakes' in parsed) {
    for (const { kind, start, end, ...words } of parsed.mistakes)
      reading.report(PROBLEMS[kind](whereText(source.at, start, end), words))
    return undefined
  }
  const { title, ignored } = parsed
  const unused = title === undefined || caption === undefined ? [] : [unusedTitle(title)]
  for (const { start, end, ...words } of [...unused, ...ignored])
    reading.report(diagramIgnored(whereText(source.at, start, end), words))
  return parsed
}

function unusedTitle(title: Statement): IgnoredPart {
  return ignoredPart(title, {
    message: 'The title inside the diagram is not drawn',
    hint: '`caption:` stands below it: delete one of the two',
  })
}
