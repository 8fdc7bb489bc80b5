/** The lines of text of a slide with what each is for, and the slide with other lines in their places. */
import { markdownIt } from './marp-parser.ts'
import type { Block, InlineSource, ListItem, Slide } from './slide.ts'
import { unquote } from './unquote.ts'

/**
 * What a line is: `running` text; `led` by bold words that are structure (the title of a group, a date, the letter of an
 * option), after which running text follows; an `entry` of a glossary, led by its term; a `label`, which has no text that
 * runs (headings, heads of tables, figures, all of a title or a question).
 */
export type TextRole = 'running' | 'led' | 'entry' | 'label'

export type TextWriter = (source: InlineSource, role: TextRole) => InlineSource

/** What the lines of a slide are: on the first level of its lists, further in, and everywhere else. */
type Roles = { readonly top: TextRole; readonly nested: TextRole; readonly rest: TextRole }

const LABELS: Roles = { top: 'label', nested: 'label', rest: 'label' }
const RUNNING: Roles = { top: 'running', nested: 'running', rest: 'running' }

/** By class; titles are headings as a whole. An option that lacks a word would tell which one is right. */
const ROLES: Readonly<Record<string, Roles>> = {
  title: LABELS,
  part: LABELS,
  question: { ...LABELS, rest: 'running' },
  groups: { ...RUNNING, top: 'led' },
  compare: { ...RUNNING, top: 'led' },
  timeline: { ...RUNNING, top: 'led' },
  facts: { ...RUNNING, top: 'label' },
  glossary: { ...RUNNING, top: 'entry' },
}

/** The slide with every line of its blocks written anew; headings, pictures and programs stay. */
export function mapTexts({ classes, blocks }: Slide, write: TextWriter): readonly Block[] {
  const name = classes.find((candidate) => Object.hasOwn(ROLES, candidate)) ?? ''
  return blocks.map((block) => mapBlock(block, ROLES[name] ?? RUNNING, write))
}

function mapBlock(block: Block, roles: Roles, write: TextWriter): Block {
  const { rest } = roles
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map((item) => mapItem(item, roles, write)) }
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => write(cell, 'label')),
        rows: block.rows.map((row) => row.map((cell) => write(cell, rest))),
      }
    case 'paragraph':
      return { ...block, text: write(block.text, rest) }
    case 'subheading':
      return { ...block, text: write(block.text, 'label') }
    case 'quote':
      return { ...block, paragraphs: block.paragraphs.map((text) => write(text, rest)) }
    default:
      return block
  }
}

function mapItem(item: ListItem, { top, nested, rest }: Roles, write: TextWriter): ListItem {
  const inner = { top: nested, nested, rest }
  const text = write(item.text, top)
  return { ...item, text, children: item.children.map((child) => mapItem(child, inner, write)) }
}

const MARGIN_RE = /^_(?:header|footer)\s*:\s*(.+)$/gm

/** What a slide shows outside its blocks. */
export function marginTexts({ directives, heading }: Slide): readonly string[] {
  const margins = [...directives.matchAll(MARGIN_RE)].map(([, value = '']) => unquote(value.trim()))
  return heading === undefined ? margins : [heading.text, ...margins]
}

/** The words of a block that the contract does not name. */
export function opaqueText(source: string): string {
  return markdownIt
    .parse(source, {})
    .flatMap((token) => [token.content, ...(token.children ?? []).map(({ content }) => content)])
    .join(' ')
}
