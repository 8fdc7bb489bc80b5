/** What of a Marp deck does not come through, with its lines. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { marpTag, marpTagText } from '../diagnostics/marp-problems.ts'
import { formulaFault } from '../marp/formula-fault.ts'
import { isText, type MarkupNode } from '../marp/markup-tree.ts'
import type { ReadMarp } from '../marp/read-marp-deck.ts'
import { DISPLAY, FORMULA } from '../marp/token-events.ts'
import { safeLink } from '../pptx/safe-link.ts'

export type Told = { readonly line: number; readonly words: string }

export type DeckFaults = {
  readonly formulas: readonly Told[]
  readonly links: readonly Told[]
  readonly tags: readonly ((file: string) => Diagnostic)[]
}

export function tellMarpDeck(read: ReadMarp): DeckFaults {
  const formulas: Told[] = []
  const links: Told[] = []
  const visit = (nodes: readonly MarkupNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) continue
      const { tag, attributes, line, children } = node
      if (tag === FORMULA || tag === DISPLAY) {
        const words = formulaFault(attributes.get('tex') ?? '', tag === DISPLAY)
        if (words !== undefined) formulas.push({ line, words })
      }
      const href = tag === 'a' ? (attributes.get('href') ?? '') : ''
      if (isRefused(href)) links.push({ line, words: href })
      visit(children)
    }
  }
  for (const { header, content, footer } of read.deck.slides) {
    visit(header)
    visit(content)
    visit(footer)
  }
  return { formulas, links, tags: tagFaults(read) }
}

/** A path leads to a file beside the deck, which is nowhere when the deck is sent away. */
function isRefused(href: string): boolean {
  return href !== '' && !href.startsWith('#') && safeLink(href, 0) === undefined
}

const LOADING_RE = /<(script|iframe|object|embed|video|audio|link|meta|form)\b/i
const SHOWN_RE = /&lt;(\/?[a-z][a-z0-9-]*)/i
/** Of what Marp shows as text: tags that an author meant as such. */
const MEANT_RE = /^\/?(?:font|svg|style|label|input|button|iframe|u|tt|main|form)$/i

/** Each kind once, at its first line. */
function tagFaults({ tokens, htmlOf }: ReadMarp): readonly ((file: string) => Diagnostic)[] {
  let loading: Told | undefined
  let shown: Told | undefined
  let line = 0
  for (const token of tokens) {
    if (token.map !== null && token.map !== undefined) line = token.map[0] + 1
    for (const one of [token, ...(token.children ?? [])]) {
      if (one.type !== 'html_block' && one.type !== 'html_inline') continue
      const tag = LOADING_RE.exec(one.content)?.[1]
      if (tag !== undefined) loading ??= { line, words: tag.toLowerCase() }
      const text = SHOWN_RE.exec(htmlOf(one))?.[1]
      if (tag === undefined && text !== undefined && MEANT_RE.test(text))
        shown ??= { line, words: text }
    }
  }
  const at = (file: string, told: Told) => ({ file, place: { line: told.line, column: 1 } })
  return [
    ...(loading === undefined ? [] : [(file: string) => marpTag(at(file, loading), loading.words)]),
    ...(shown === undefined ? [] : [(file: string) => marpTagText(at(file, shown), shown.words)]),
  ]
}
