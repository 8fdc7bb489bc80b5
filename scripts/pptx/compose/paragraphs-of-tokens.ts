/** Blocks of Markdown as paragraphs: lists, headings, quotations, programs and tables as text. */
import type Token from 'markdown-it/lib/token.mjs'
import { decodeReferences } from '../../deck/html-text.ts'
import { formulaRuns } from '../../math/formula-runs.ts'
import type { Paragraph, Run } from '../presentation.ts'
import { runsOfTokens } from './runs-of.ts'

type Runs = readonly (Run | 'break')[]

export type BlockLook = {
  /** Of items of lists without numbers. */
  readonly bullet: Paragraph['bullet']
  /** Each list and quotation is that much further in; 0: as the levels of the placeholder have it. */
  readonly stepPx: number
  readonly softBreak: 'break' | ' '
}

export function paragraphsOfTokens(
  tokens: readonly Token[],
  look: BlockLook,
): readonly Paragraph[] {
  const state: State = { look, lists: [], quotes: 0, style: {}, row: undefined, paragraphs: [] }
  for (const token of tokens) RULES[token.type]?.(state, token)
  return state.paragraphs
}

type State = {
  readonly look: BlockLook
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
    state.bullet = state.lists.at(-1) ?? state.look.bullet
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
    const runs = styled(runsOfTokens(children ?? [], state.look.softBreak), state)
    if (state.row === undefined) add(runs, state)
    else state.row.push(...(state.row.length > 0 ? [{ text: ' · ' }] : []), ...runs)
  },
  fence: addProgram,
  code_block: addProgram,
  html_block: (state, { content }) => {
    const text = content.replace(HIDDEN_RE, '').replace(/<[^<>]*>/g, ' ')
    for (const line of text.split('\n')) {
      const words = decodeReferences(line).replace(/\s+/g, ' ').trim()
      if (words !== '') add([{ text: words }], state)
    }
  },
  formula_block: (state, { content }) => add(formulaRuns(content), state),
}

/** Of raw HTML: what no reader sees. */
const HIDDEN_RE = /<!--[\s\S]*?(?:-->|$)|<(script|style|svg)\b[\s\S]*?(?:<\/\1>|$)/gi

function styled(runs: Runs, { style }: State): Runs {
  return runs.map((run) => (run === 'break' ? run : { ...run, ...style }))
}

/** A paragraph after the first of an item stands under its words. */
function add(runs: Runs, state: State): void {
  const { lists, quotes, bullet = 'none', paragraphs, look } = state
  state.bullet = undefined
  const left = (lists.length + quotes) * look.stepPx
  const isPlain = look.stepPx > 0 && left === 0 && bullet === 'none'
  paragraphs.push({
    runs,
    level: Math.max(0, lists.length - 1),
    bullet: isPlain ? 'master' : bullet,
    ...(left > 0 && { indentPx: { left, first: bullet === 'none' ? 0 : -look.stepPx } }),
  })
}
