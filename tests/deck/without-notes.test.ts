import { expect, it } from 'vitest'
import { withoutNotes } from '../../scripts/deck/without-notes.ts'
import { deckOf, slideOf } from './sample-deck.ts'

it('takes the notes away and leaves the same words in a listing', () => {
  const listing = '## Comments\n\n```html\n<!--\nSay it\n-->\n```'
  const bare = withoutNotes(deckOf([slideOf('code', `${listing}\n\n<!--\nSay it\n-->`)]))
  expect(bare.trimEnd().endsWith(listing)).toBe(true)
})
