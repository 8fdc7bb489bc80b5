import { describe, expect, it } from 'vitest'
import { overlayTokens } from '../../scripts/theme/overlay-tokens.ts'

const DEFAULTS = {
  colors: { ink: '#14181f', paper: '#ffffff' },
  deck: { widthPx: 1280, sizes: { text: { sizePx: 33, linePx: 46 } } },
  word: 'one',
}

function overlay(given: unknown) {
  return overlayTokens(DEFAULTS, given)
}

describe('overlayTokens', () => {
  it('takes what is given at any depth and keeps the rest', () => {
    const { tokens, problems } = overlay({
      colors: { ink: '#000000' },
      deck: { sizes: { text: { sizePx: 36 } } },
    })
    expect(problems).toEqual([])
    expect(tokens).toEqual({
      colors: { ink: '#000000', paper: '#ffffff' },
      deck: { widthPx: 1280, sizes: { text: { sizePx: 36, linePx: 46 } } },
      word: 'one',
    })
  })

  it('leaves the defaults as they were', () => {
    const before = structuredClone(DEFAULTS)
    overlay({ colors: { ink: '#000000' }, deck: { widthPx: 1 } })
    expect(DEFAULTS).toEqual(before)
  })

  it.each([[null], [undefined], [{}]])('is the defaults for %j', (given) => {
    expect(overlay(given)).toEqual({ tokens: DEFAULTS, problems: [] })
  })

  it('names an unknown key by its whole path, with what is allowed there', () => {
    const { tokens, problems } = overlay({ deck: { widhtPx: 5 }, colours: {} })
    expect(tokens).toEqual(DEFAULTS)
    expect(problems).toEqual([
      { path: ['deck', 'widhtPx'], expected: 'a known key', candidates: ['widthPx', 'sizes'] },
      { path: ['colours'], expected: 'a known key', candidates: ['colors', 'deck', 'word'] },
    ])
  })

  it.each([
    [{ deck: { widthPx: '1280' } }, 'a number from 0 to 10000'],
    [{ deck: { widthPx: Number.NaN } }, 'a number from 0 to 10000'],
    [{ deck: { widthPx: Number.POSITIVE_INFINITY } }, 'a number from 0 to 10000'],
    [{ deck: { widthPx: null } }, 'a number from 0 to 10000'],
    [{ colors: { ink: 'black' } }, 'a colour such as "#0b3c5d"'],
    [{ colors: { ink: '#000' } }, 'a colour such as "#0b3c5d"'],
    [{ colors: { ink: '#000000; background: url(//x)' } }, 'a colour such as "#0b3c5d"'],
    [{ colors: { ink: 0 } }, 'a colour such as "#0b3c5d"'],
    [{ word: 5 }, 'a string'],
    [{ deck: 5 }, 'a list of keys and values'],
    [{ deck: [1] }, 'a list of keys and values'],
  ])('keeps the built-in value instead of %j', (given, expected) => {
    const { tokens, problems } = overlay(given)
    expect(tokens).toEqual(DEFAULTS)
    expect(problems).toMatchObject([{ expected }])
  })

  it.each([['text'], [5], [[1, 2]], [true]])('reports a file that is %j', (given) => {
    expect(overlay(given)).toMatchObject({ tokens: DEFAULTS, problems: [{ path: [] }] })
  })

  it('takes no key from a prototype', () => {
    const given: unknown = JSON.parse(
      '{"__proto__":{"polluted":"#000000"},"constructor":{"x":1},"colors":{"toString":"#000000"}}',
    )
    const { tokens, problems } = overlay(given)
    expect(tokens).toEqual(DEFAULTS)
    expect(problems).toHaveLength(3)
    expect('polluted' in {}).toBe(false)
  })
})
