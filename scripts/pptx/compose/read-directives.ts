/** What the foot line of a slide says: its own directives over those of the deck. */
import { plainText } from '../../deck/rich-text.ts'
import { unquote } from '../../deck/unquote.ts'

/** Letters alone: Marp reads Markdown there, a field of a foot line has one style. */
export type FootTexts = {
  readonly header: string
  readonly footer: string
  readonly isPaginated: boolean
}

export function readDirectives(directives: string, keys: ReadonlyMap<string, string>): FootTexts {
  const own = (name: string): string | undefined => {
    const line = directives.split('\n').find((candidate) => candidate.startsWith(`${name}:`))
    return line === undefined ? undefined : unquote(line.slice(name.length + 1).trim())
  }
  return {
    header: plainText(own('_header') ?? keys.get('header') ?? ''),
    footer: plainText(own('_footer') ?? keys.get('footer') ?? ''),
    isPaginated: (own('_paginate') ?? keys.get('paginate') ?? '') === 'true',
  }
}
