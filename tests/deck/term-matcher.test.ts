import { expect, it } from 'vitest'
import { openMatcher } from '../../scripts/deck/term-matcher.ts'

function found(names: readonly string[], text: string): readonly string[] {
  const matcher = openMatcher(names.map((name) => [name]))
  return matcher.find(text).map(({ start, end }) => text.slice(start, end))
}

it.each([
  ['in the other number', 'mineral', 'Minerals and a mineral', ['Minerals', 'mineral']],
  ['with -y and -ies', 'economy', 'Two economies', ['economies']],
  ['in the plural of -sis', 'analysis', 'such analyses', ['analyses']],
  ['in the singular, too', 'rare earths', 'a rare earth', ['rare earth']],
  ['with a hyphen', 'rare earths', 'rare-earth supply', ['rare-earth']],
  ['before a possessive', 'China', 'China’s share', ['China']],
  ['over a line break', 'wind tunnel', 'a wind\ntunnel', ['wind\ntunnel']],
  ['an abbreviation in the plural', 'REE', 'REEs', ['REEs']],
  ['with signs of its name', 'C++', 'C and C++', ['C++']],
])('finds a term %s', (_, name, text, expected) => {
  expect(found([name], text)).toEqual(expected)
})

it.each([
  ['inside a longer word', 'art', 'party, artist, Dart'],
  ['a word that an abbreviation looks like', 'WHO', 'the man who knows'],
  ['over the end of a sentence', 'critical minerals', 'This is critical. Minerals matter'],
  ['a letter of another abbreviation', 'R', 'R&D and U.R.L'],
])('does not find %s', (_, name, text) => {
  expect(found([name], text)).toEqual([])
})

it('finds a letter that stands alone', () => {
  expect(found(['R'], 'the resistance R. So r = R')).toEqual(['R', 'R'])
})

it('takes the longest of terms that contain one another', () => {
  expect(found(['mineral', 'critical mineral'], 'a critical mineral, a mineral')).toEqual([
    'critical mineral',
    'mineral',
  ])
})

it('knows every term that stands in a text, also inside a longer one', () => {
  const matcher = openMatcher([['mineral'], ['critical mineral'], ['coal']])
  expect([...matcher.among('Critical minerals')].sort()).toEqual([0, 1])
})

it.each([
  ['खनिज', 'खनिजों का', ['खनिजों']],
  ['नदी', 'नदियाँ और नदियों', ['नदियाँ', 'नदियों']],
  ['दुर्लभ मृदा', 'दुर्लभ मृदाओं में', ['दुर्लभ मृदाओं']],
  ['काला धन', 'काले धन पर', ['काले धन']],
  ['महत्त्वपूर्ण', 'महत्वपूर्ण', ['महत्वपूर्ण']],
  ['आँकड़ा', 'आंकड़े', ['आंकड़े']],
])('finds %s in %s', (name, text, expected) => {
  expect(found([name], text)).toEqual(expected)
})

it('takes no Devanagari vowel sign for the end of a word', () => {
  expect(found(['कल'], 'कला कलम')).toEqual([])
})
