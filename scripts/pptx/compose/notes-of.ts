/** What the speaker says, as paragraphs of a notes page: lists, headings and emphasis are kept. */
import type Token from 'markdown-it/lib/token.mjs'
import { formulaRuns } from '../../math/formula-runs.ts'
import type { Mark, Paragraph, Run } from '../presentation.ts'
import { notesMarkdown } from './markdown.ts'
import { runsOfTokens } from './runs-of.ts'

const COMMENT_RE = /^<!--([\s\S]*)-->$/
/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

/** @param notes comments of a slide, as written */
export function notesText(notes: readonly string[]): string {
  return notes
    .map((note) => note.replace(COMMENT_RE, '$1').replace(GUARD_RE, '').trim())
    .filter((note) => note !== '')
    .join('\n\n')
}

/** @param notes comments of a slide, as written */
export function notesOf(notes: readonly string[]): readonly Paragraph[] {
  const text = notesText(notes)
  if (text === '') return []
  const state: State = { lists: [], quotes: 0, style: {}, row: undefined, paragraphs: [] }
  for (const token of notesMarkdown().parse(text, {})) RULES[token.type]?.(state, token)
  return state.paragraphs
}

type Runs = readonly (Run | 'break')[]

type State = {
  /** Of each list that is open, the number of its first item; undefined: bullets. */
  readonly lists: (number | undefined)[]
  quotes: number
  /** The bullet or number of the item that has begun, for its first paragraph. */
  bullet?: Paragraph['bullet'] | undefined
  style: Omit<Run, 'text'>
  /** Of a table that is open. */
  row: (Run | 'break')[] | undefined
  readonly paragraphs: Paragraph[]
}

type Rule = (state: State, token: Token) => void

const bold: Rule = (state) => {
  state.style = { isStrong: true }
}
const plain: Rule = (state) => {
  state.style = {}
}
const endList: Rule = ({ lists }) => {
  lists.pop()
}
/** A program keeps its lines. */
const addProgram: Rule = (state, { content }) => {
  const lines = content.replace(/\n$/, '').split('\n')
  for (const text of lines) add(text === '' ? [] : [{ text, isCode: true }], state)
}

const RULES: Readonly<Record<string, Rule>> = {
  bullet_list_open: ({ lists }) => {
    lists.push(undefined)
  },
  ordered_list_open: ({ lists }, token) => {
    lists.push(Number(token.attrGet('start') ?? 1))
  },
  bullet_list_close: endList,
  ordered_list_close: endList,
  list_item_open: (state) => {
    state.bullet = state.lists.at(-1) ?? DOT
  },
  blockquote_open: (state) => {
    state.quotes += 1
  },
  blockquote_close: (state) => {
    state.quotes -= 1
  },
  heading_open: bold,
  heading_close: plain,
  th_open: bold,
  th_close: plain,
  tr_open: (state) => {
    state.row = []
  },
  tr_close: (state) => {
    const runs = state.row ?? []
    state.row = undefined
    add(runs, state)
  },
  inline: (state, { children }) => {
    const runs = styled(runsOfTokens(children ?? [], ' '), state)
    if (state.row === undefined) add(runs, state)
    else state.row.push(...(state.row.length > 0 ? [{ text: ' · ' }] : []), ...runs)
  },
  fence: addProgram,
  code_block: addProgram,
  formula_block: (state, { content }) => add(formulaRuns(content), state),
}

function styled(runs: Runs, { style }: State): Runs {
  return runs.map((run) => (run === 'break' ? run : { ...run, ...style }))
}

const DOT: Mark = { sign: '•' }
const INDENT_PX = 24

/** A paragraph after the first of an item stands under its words. */
function add(runs: Runs, state: State): void {
  const { lists, quotes, bullet = 'none', paragraphs } = state
  state.bullet = undefined
  const left = (lists.length + quotes) * INDENT_PX
  const isPlain = left === 0 && bullet === 'none'
  paragraphs.push({
    runs,
    level: Math.max(0, lists.length - 1),
    bullet: isPlain ? 'master' : bullet,
    ...(left > 0 && { indentPx: { left, first: bullet === 'none' ? 0 : -INDENT_PX } }),
  })
}
