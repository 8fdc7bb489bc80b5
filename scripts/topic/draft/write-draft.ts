/** The topic file of a draft: front matter line by line, then the notes. */
import type { Lang } from '../topic.ts'
import { DRAFT_WORDS } from './draft.ts'
import type { DraftPoint, DraftSection } from './draft-section.ts'
import type { DraftSource } from './draft-sources.ts'
import type { OfferedFact } from './fact-book.ts'
import { createIdMaker } from './make-id.ts'
import { escapeInline } from './note-text.ts'
import { writeBody } from './write-body.ts'
import { quote, yamlKey, yamlLines } from './write-yaml.ts'

export type DraftContent = {
  readonly lang: Lang
  /** Title and subtitle as a viewer reads them; the summary is inline markup. */
  readonly title: string
  readonly subtitle: string | undefined
  readonly summary: string | undefined
  readonly sources: readonly DraftSource[]
  /** Addresses that stand before the first section. */
  readonly openingUrls: readonly string[]
  readonly facts: readonly OfferedFact[]
  readonly sections: readonly DraftSection[]
  readonly opening: readonly string[]
}

export type NamedSection = DraftSection & { readonly id: string }

export function writeDraft(content: DraftContent): string {
  const words = DRAFT_WORDS[content.lang]
  const makeId = createIdMaker('section', { maxWords: 6 })
  const sections = content.sections.map((section) => ({ ...section, id: makeId(section.title) }))
  const lines = [
    '---',
    `# ${words.aboutDraft}`,
    ...headLines(content),
    ...sourceLines(content.sources),
    ...factLines(content, words.aboutFacts),
    '',
    `# ${words.aboutNotes}`,
    'sections:',
    ...sections.flatMap((section, index) => sectionLines(section, citedIn(content, index))),
    '---',
  ]
  return `${lines.join('\n')}\n${writeBody(sections, content.opening)}`
}

function headLines({ lang, title, subtitle, summary }: DraftContent): readonly string[] {
  return [
    `title: ${quote(escapeInline(title))}`,
    ...yamlLines('', { subtitle: subtitle && quote(escapeInline(subtitle)) }),
    `lang: ${lang}`,
    `# ${DRAFT_WORDS[lang].aboutDate}`,
    '# date: 2025-01-31',
    ...yamlLines('', { summary: summary && quote(summary) }),
  ]
}

function sourceLines(sources: readonly DraftSource[]): readonly string[] {
  if (sources.length === 0) return []
  const lines = sources.flatMap(({ id, title, publisher, url }) => [
    `  ${yamlKey(id)}:`,
    ...yamlLines('    ', { title: quote(title), publisher: quote(publisher), url: quote(url) }),
  ])
  return ['', 'sources:', ...lines]
}

function factLines({ facts, sources }: DraftContent, about: string): readonly string[] {
  if (facts.length === 0) return []
  const source = sources.length === 1 ? sources[0]?.id : undefined
  const lines = facts.flatMap(({ id, label, digits, unit, qualifier, asOf }) => [
    `  ${yamlKey(id)}:`,
    ...yamlLines('    ', {
      label: quote(escapeInline(label)),
      value: digits.length === 1 ? digits[0] : `[${digits.join(', ')}]`,
      unit: quote(unit),
      qualifier,
      as_of: asOf && quote(asOf),
      source: source && yamlKey(source),
    }),
  ])
  return ['', `# ${about}`, 'facts:', ...lines]
}

/** The only source stands for all that the notes say; of several, each for the section it stands in. */
function citedIn({ sources, sections, openingUrls }: DraftContent, index: number): string {
  const urls = [...(index === 0 ? openingUrls : []), ...(sections[index]?.urls ?? [])]
  const isCitable = (at: number) => (sections[at]?.points.length ?? 0) > 0
  const all = sources.map((source) => source.id)
  if (all.length === 1) return all.map((id) => `[@${id}]`).join('')
  const here = sources.filter(({ url }) => urls.some((own) => own === url)).map(({ id }) => id)
  return here.length > 0 && isCitable(index) ? `[${here.map((id) => `@${id}`).join('; ')}]` : ''
}

function sectionLines(section: NamedSection, citation: string): readonly string[] {
  const { id, title, points, table, cards } = section
  const last = points.length - 1
  const cited = points.map((point, index) =>
    index === last ? { ...point, text: `${point.text}${citation}` } : point,
  )
  return [
    `  - id: ${yamlKey(id)}`,
    `    title: ${quote(escapeInline(title))}`,
    ...(points.length === 0 ? [] : ['    points:', ...pointLines(cited, '      ')]),
    ...(table === undefined ? [] : tableLines(table)),
    ...(cards.length === 0 ? [] : [`    facts: [${cards.map(yamlKey).join(', ')}]`]),
  ]
}

function pointLines(points: readonly DraftPoint[], indent: string): readonly string[] {
  return points.flatMap(({ text, points: children }) =>
    children.length === 0
      ? [`${indent}- ${quote(text)}`]
      : [
          `${indent}- text: ${quote(text)}`,
          `${indent}  points:`,
          ...pointLines(children, `${indent}    `),
        ],
  )
}

function tableLines({
  columns,
  rows,
}: Exclude<DraftSection['table'], undefined>): readonly string[] {
  const cells = (row: readonly string[]) => `[${row.map(quote).join(', ')}]`
  return [
    '    table:',
    `      columns: ${cells(columns)}`,
    '      rows:',
    ...rows.map((row) => `        - ${cells(row)}`),
  ]
}
