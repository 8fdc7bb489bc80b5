/**
 * What a template sees: the topic with every text already Markdown, as plain strings and lists.
 * Every optional field is there, empty when not given, so that a name a template misspells is an error.
 * Strings only: Handlebars adds numbers up when two stand side by side.
 */

import { inlineText } from '../topic/inline-text.ts'
import type {
  Block,
  Chart,
  DiagramFigure,
  Fact,
  Group,
  Image,
  Inline,
  Point,
  Question,
  Section,
  Source,
  Table,
  Topic,
} from '../topic/topic.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { codeView, formulaView } from './formula-view.ts'
import { boldMarkdown, cellMarkdown, inlineMarkdown } from './inline-markdown.ts'
import { planOf, shareMinutes } from './running-order.ts'
import type { Words } from './words.ts'

export type View = { readonly [key: string]: ViewValue }
type ViewValue = string | boolean | View | readonly ViewValue[]

export function makeView(topic: Topic, words: Words): View {
  const planned = topic.sections.map(({ minutes }) => minutes)
  const shares = shareMinutes(planned, topic.minutes)
  const sections = topic.sections.map((section, index) =>
    sectionView(section, shares[index] ?? 0, topic.images),
  )
  return {
    slug: topic.slug,
    lang: topic.lang,
    size: topic.size ?? '16:9',
    template: topic.template,
    title: inlineMarkdown(topic.title),
    plainTitle: inlineText(topic.title),
    subtitle: inlineMarkdown(topic.subtitle),
    summary: inlineMarkdown(topic.summary),
    author: inlineMarkdown(topic.author),
    subject: inlineMarkdown(topic.subject),
    syllabus: topic.syllabus.map(inlineMarkdown),
    date: escapeMarkdown(topic.printedDate.replaceAll(' ', '\u00a0')),
    version: escapeMarkdown(topic.version),
    link: topic.link,
    printedLink: escapeMarkdown(topic.link),
    brand: brandView(topic),
    highlights: topic.highlights.map(factView),
    facts: topic.facts.map(factView),
    sections,
    sources: topic.sources.map(sourceView),
    glossary: topic.glossary.map(({ term, meaning }) => ({
      term: boldMarkdown(term),
      meaning: inlineMarkdown(meaning),
    })),
    questions: topic.questions.map((question, index) => questionView(question, index, words)),
    notes: topic.openingNotes,
    /** `minutes` that the sections add up to, and how many are `untimed`. */
    ...planOf(sections),
    talkMinutes: count(topic.minutes),
    words,
  }
}

function brandView({ brand }: Topic): View {
  return {
    name: escapeMarkdown(brand.name),
    line: escapeMarkdown(brand.line),
    // A number must not break between two lines.
    phone: escapeMarkdown(brand.phone.replaceAll(' ', '\u00a0')),
    logo: brand.logo,
  }
}

function factView(fact: Fact): View {
  const { printed } = fact
  return {
    id: fact.id,
    label: inlineMarkdown(fact.label),
    before: escapeMarkdown(printed.before),
    number: escapeMarkdown(printed.number),
    unit: escapeMarkdown(printed.unit),
    after: escapeMarkdown(printed.after),
    phrase: escapeMarkdown(printed.phrase),
    asOf: escapeMarkdown(fact.asOf),
    cite: citation(fact.source === 0 ? [] : [fact.source]),
  }
}

function sectionView(section: Section, minutes: number, images: Topic['images']): View {
  return {
    id: section.id,
    title: inlineMarkdown(section.title),
    part: inlineMarkdown(section.part),
    minutes: count(minutes),
    priority: String(section.priority),
    notes: section.notes,
    /** Marp shows the items of a list with `*` one by one. */
    bullet: section.isIncremental ? '*' : '-',
    blocks: section.blocks.map((block) => ({ kind: block.kind, ...blockView(block, images) })),
  }
}

function blockView(block: Block, images: Topic['images']): View {
  switch (block.kind) {
    case 'points':
      return { points: block.items.map(pointView) }
    case 'groups':
    case 'compare':
      return { groups: block.groups.map(groupView) }
    case 'table':
      return tableView(block.table)
    case 'chart':
      return chartView(block.chart)
    case 'timeline':
      return {
        entries: block.entries.map(({ when, what }) => ({
          when: boldMarkdown(when),
          what: inlineMarkdown(what),
        })),
      }
    case 'quote':
      return { text: inlineMarkdown(block.text), by: inlineMarkdown(block.by) }
    case 'image':
      return imageView(block.image, images)
    case 'diagram':
      return diagramView(block.diagram)
    case 'facts':
      return { facts: block.facts.map(factView) }
    case 'formula':
      return formulaView(block.formula)
    case 'code':
      return codeView(block.code)
  }
}

function pointView(point: Point): View {
  return { text: inlineMarkdown(point.text), points: point.children.map(pointView) }
}

function groupView(group: Group): View {
  return { title: boldMarkdown(group.title), points: group.items.map(pointView) }
}

function tableView(table: Table): View {
  return {
    columns: table.columns.map((column) => ({
      title: cellMarkdown(column.title),
      rule: column.align === 'decimal' ? '--:' : '---',
    })),
    rows: table.rows.map((cells) => ({ cells: cells.map(cellMarkdown) })),
  }
}

function chartView(chart: Chart): View {
  return {
    path: chart.path,
    title: inlineMarkdown(chart.title),
    caption: inlineMarkdown(chart.caption),
    alt: escapeMarkdown(chart.alt),
    cite: citation(chart.sources),
    sourceNumbers: chart.sources.map(String),
  }
}

/** From here on a picture is larger above its points than beside them. */
const WIDE = 1.9

function imageView(image: Image, images: Topic['images']): View {
  const { widthPx = 1, heightPx = 1 } = images.get(image.path) ?? {}
  return {
    path: image.path,
    alt: escapeMarkdown(image.alt),
    caption: inlineMarkdown(image.caption),
    credit: inlineMarkdown(image.credit),
    isWide: widthPx / heightPx > WIDE,
  }
}

function diagramView({ path, alt, caption }: DiagramFigure): View {
  return { path, alt: escapeMarkdown(alt), caption: inlineMarkdown(caption) }
}

function sourceView(source: Source): View {
  return {
    number: String(source.number),
    title: inlineMarkdown(source.title),
    author: inlineMarkdown(source.author),
    publisher: inlineMarkdown(source.publisher),
    url: source.url,
    date: escapeMarkdown(source.printedDate),
  }
}

function questionView(question: Question, index: number, words: Words): View {
  return {
    number: String(index + 1),
    ask: inlineMarkdown(question.ask),
    isChoice: question.options.length > 0,
    options: question.options.map((option, position) => ({
      letter: letterOf(position),
      text: inlineMarkdown(option),
      isAnswer: position === question.answer,
    })),
    letter: question.answer < 0 ? '' : letterOf(question.answer),
    answer: textAt(question.options, question.answer),
    because: inlineMarkdown(question.because),
    /** `15 marks, 250 words`; empty when neither was given. */
    size: [sizeText(words['marks'], question.marks), sizeText(words['words'], question.words)]
      .filter((text) => text !== '')
      .join(', '),
  }
}

/** Number and unit stay on one line. */
function sizeText(pattern: string | undefined, value: number): string {
  return value === 0 ? '' : (pattern ?? '{}').replace('{}', String(value)).replace(' ', '\u00a0')
}

function textAt(options: readonly Inline[], index: number): string {
  return inlineMarkdown(options[index] ?? [])
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

/** A count for a template: empty instead of 0, so that `{{#if minutes}}` means "given". */
function count(value: number): string {
  return value === 0 ? '' : String(value)
}

function citation(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : `<sup>${numbers.join(',')}</sup>`
}
