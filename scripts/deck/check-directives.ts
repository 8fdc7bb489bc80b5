/** The comments of deck.md that Marp obeys: only those of the contract in ARCHITECTURE.md may stand there. */
import { DeckMarkdownError } from './deck-markdown-error.ts'

/** The last two are ours: Marp knows no such name and passes them over. */
const ALLOWED = new Set(['_class', '_header', '_paginate', '_footer', '_section', '_minutes'])

/** Marpit's global and local directives, Marp Core's and those of Marp's command line (their references). */
const MARP_DIRECTIVES = new Set(
  'headingDivider lang style theme backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize class color footer header paginate math size title author description image keywords url transition marp'.split(
    ' ',
  ),
)

/** The guard that the template room puts before notes: Marp reads what follows it as text. */
const GUARD = '\u2060'

/** What looks like a comment in a program is code. */
const LISTING_RE = /^(`{3,})[^\n]*\n[\s\S]*?^\1`*[ \t]*$/gm

/** Throws at the first instruction to Marp outside the contract: only a template can have written it. */
export function checkDirectives(markdown: string): void {
  for (const [, comment = ''] of markdown.replace(LISTING_RE, '').matchAll(/<!--([\s\S]*?)-->/g)) {
    if (comment.trimStart().startsWith(GUARD)) continue
    for (const [, key = ''] of comment.matchAll(/(?:^|[{,])\s*["']?(_?[A-Za-z]+)["']?\s*:/gm))
      if (MARP_DIRECTIVES.has(key.replace(/^_/, '')) && !ALLOWED.has(key))
        throw new DeckMarkdownError(
          `a slide of deck.md may hold only ${[...ALLOWED].join(', ')}; found: ${key}`,
        )
  }
}
