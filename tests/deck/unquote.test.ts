import { describe, expect, it } from 'vitest'
import { DeckMarkdownError } from '../../scripts/deck/deck-markdown-error.ts'
import { unquote } from '../../scripts/deck/unquote.ts'

describe('a value of deck.md', () => {
  it('is JSON when it is quoted, else itself', () => {
    expect([unquote('"a \\"b\\""'), unquote('trade'), unquote('')]).toEqual(['a "b"', 'trade', ''])
  })

  it('that a template quotes badly is the mistake of the template', () => {
    expect(() => unquote('"India" and Russia')).toThrow(DeckMarkdownError)
  })
})
