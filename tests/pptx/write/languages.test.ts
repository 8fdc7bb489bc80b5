import { describe, expect, it } from 'vitest'
import { splitLanguages } from '../../../scripts/pptx/write/languages.ts'

function split(texts: readonly string[], lang: 'en' | 'hi' = 'hi'): readonly string[] {
  return splitLanguages(texts, lang).map((stretches) =>
    stretches.map(({ text, lang: own }) => `${own.slice(0, 2)}:${text}`).join('|'),
  )
}

describe('the languages of a paragraph', () => {
  it('change with the script, signs and digits going with the letters before them', () => {
    expect(split(['प्रश्नपत्र GS-II में 2024 तक'])).toEqual(['hi:प्रश्नपत्र |en:GS-II |hi:में 2024 तक'])
  })

  it('begin with those of the first letters, whatever signs stand before them', () => {
    expect(split(['“(2024) India” में'])).toEqual(['en:“(2024) India” |hi:में'])
    expect(split(['1. भारत'], 'en')).toEqual(['hi:1. भारत'])
  })

  it('are those of the deck where there are no letters', () => {
    expect(split(['52.7 %'], 'hi')).toEqual(['hi:52.7 %'])
    expect(split(['52.7 %'], 'en')).toEqual(['en:52.7 %'])
  })

  it('go on in the next run', () => {
    expect(split(['GS-II', ' 2024', ' में'])).toEqual(['en:GS-II', 'en: 2024', 'hi: में'])
  })

  it('never part a mark from its letter', () => {
    expect(split(['e\u0301कि x\u093f'])).toEqual(['en:e\u0301|hi:कि |en:x\u093f'])
  })

  it('keep letters beyond the basic plane whole', () => {
    expect(split(['x 𝑦 😀 क'])).toEqual(['en:x 𝑦 😀 |hi:क'])
  })

  it('lose nothing', () => {
    const texts = ['मौद्रिक नीति: GS-III, §5 — 7.5 %', '', 'RBI', ' की']
    const joined = splitLanguages(texts, 'hi').map((all) => all.map(({ text }) => text).join(''))
    expect(joined).toEqual(texts)
  })
})
