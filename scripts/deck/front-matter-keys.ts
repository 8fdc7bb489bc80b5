/** The keys of deck.md's front matter; Marp takes any other one as an instruction. */
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { unquote } from './unquote.ts'

const ALLOWED = ['marp', 'theme', 'size', 'lang', 'title', 'paginate', 'footer']

/** Throws on any other key: only templates write this, so it is a mistake of the template. */
export function readFrontMatterKeys(frontMatter: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of frontMatter.split('\n').slice(1, -1)) {
    if (line.trim() === '') continue
    const [, key, value = ''] = /^([A-Za-z]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (key === undefined || !ALLOWED.includes(key))
      throw new DeckMarkdownError(
        `front matter of deck.md may hold only ${ALLOWED.join(', ')}; found: ${line}`,
      )
    values.set(key, unquote(value.trim()))
  }
  return values
}
