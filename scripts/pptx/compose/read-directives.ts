/** What the foot line of a slide says: its own directives over those of the deck. */
import { unquote } from '../../deck/unquote.ts'

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
    header: own('_header') ?? keys.get('header') ?? '',
    footer: own('_footer') ?? keys.get('footer') ?? '',
    isPaginated: (own('_paginate') ?? keys.get('paginate') ?? '') === 'true',
  }
}
