/** What a source says and no slide or page can show; told once each. Pure looks (`classDef`, `linkStyle`, `animate`) are not told. */
import type { IgnoredPart, Statement } from './diagram-mistake.ts'

type Kind = 'settings' | 'links' | 'icons' | 'pictures'

const WORDS: Readonly<Record<Kind, { readonly message: string; readonly hint: string }>> = {
  settings: {
    message: 'Settings of Mermaid are not used',
    hint: 'colours, type and layout are those of the template set: delete `%%{init: …}%%` and `config:`',
  },
  links: {
    message: 'Links and tooltips of a diagram are not drawn',
    hint: 'delete the line, and put the address into `caption:` or `sources:`',
  },
  icons: {
    message: 'Icons of a diagram are not drawn',
    hint: 'delete the icon, and say it in words',
  },
  pictures: {
    message: 'Pictures inside a diagram are not drawn',
    hint: 'delete it, or show the picture by `image:`',
  },
}

const LINKS =
  /^(?:(?:click|callback)\s+[^\s\-=<>:;[({]+\s+\S|link\s+[^\s:]+\s+"|(?:links?|properties|details)\s+[^:>]+:)/u
const ICON = /\bfa[bsrlk]?:fa-[\w-]+|@\{[^}]*\bicon\s*:/u
const PICTURE = /@\{[^}]*\bimg\s*:/u

/** Statements a parser should see, and what the author is told of the others. */
export function withoutIgnored(
  statements: readonly Statement[],
  settings: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly ignored: readonly IgnoredPart[] } {
  const found = new Map<Kind, Statement>()
  const note = (kind: Kind, part: Statement | undefined): void => {
    if (part !== undefined && !found.has(kind)) found.set(kind, part)
  }
  note('settings', settings[0])
  const links = statements.filter(({ text }) => LINKS.test(text))
  note('links', links[0])
  note(
    'icons',
    statements.find(({ text }) => ICON.test(text)),
  )
  note(
    'pictures',
    statements.find(({ text }) => PICTURE.test(text)),
  )
  return {
    statements: statements.filter((statement) => !links.includes(statement)),
    ignored: [...found].map(([kind, part]) => ignoredPart(part, WORDS[kind])),
  }
}

export function ignoredPart(
  { start, text }: Statement,
  words: { readonly message: string; readonly hint: string },
): IgnoredPart {
  const line = text.split('\n')[0] ?? ''
  return { start, end: start + Math.max(1, line.length), ...words }
}
