/** Colours where every ground is white paper. */
import { describe, expect, it } from 'vitest'
import { channelsOf, contrast } from '../../../scripts/color/contrast.ts'
import { lineOnPaper, outlineOf, textOnPaper } from '../../../scripts/print/ink/paper-color.ts'
import { shadowOnPaper } from '../../../scripts/print/ink/shadow.ts'

const COLORS = [
  '#ffffff',
  '#eef1f6',
  '#ffd400',
  '#00ffff',
  '#f0a070',
  '#777777',
  '#0b3c5d',
  '#000000',
]
const INKS = ['saving', 'grey'] as const

function isGrey(color: string): boolean {
  return new Set(channelsOf(color)).size === 1
}

describe.each(INKS)('%s', (ink) => {
  it.each(COLORS)('text in %s is read', (color) => {
    expect(contrast(textOnPaper(color, ink), '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(COLORS)('a line in %s is seen', (color) => {
    const ground = color === '#000000' ? '#ffffff' : '#000000'
    expect(contrast(lineOnPaper(color, ground, ink), '#ffffff')).toBeGreaterThanOrEqual(1.8)
    expect(contrast(outlineOf(color, ink), '#ffffff')).toBeGreaterThanOrEqual(1.8)
  })

  it('a line of the colour of its ground stays unseen', () => {
    expect(lineOnPaper('#102a43', '#102a43', ink)).toBe('#ffffff')
  })
})

it('white text becomes black, and a colour that is read stays', () => {
  expect(textOnPaper('#ffffff', 'saving')).toBe('#000000')
  expect(textOnPaper('#a33b0b', 'saving')).toBe('#a33b0b')
})

it('in grey all is grey, and what had a colour is black', () => {
  for (const color of COLORS) {
    expect(isGrey(textOnPaper(color, 'grey'))).toBe(true)
    expect(isGrey(lineOnPaper(color, undefined, 'grey'))).toBe(true)
  }
  expect(textOnPaper('#a33b0b', 'grey')).toBe('#000000')
})

it('of a band a line is left at its edge, a stripe stays, what is soft goes', () => {
  const saved = (value: string): string => shadowOnPaper(value, '#ffffff', 'saving')
  expect(saved('rgb(11, 60, 93) 0px 52px 0px 0px inset')).toBe(
    '#ffffff 0px 48px 0px 0px inset, #0b3c5d 0px 52px 0px 0px inset',
  )
  expect(saved('rgb(163, 59, 11) 12px 0px 0px 0px inset')).toBe('#a33b0b 12px 0px 0px 0px inset')
  expect(saved('rgba(0, 0, 0, 0.4) 0px 8px 30px 0px')).toBe('none')
})

it('a wide layer of which a wider one above leaves an edge is that edge', () => {
  expect(
    shadowOnPaper(
      'rgb(255, 255, 255) 0px 52px 0px 0px inset, rgb(163, 59, 11) 0px 57px 0px 0px inset',
      '#ffffff',
      'saving',
    ),
  ).toBe('#ffffff 0px 52px 0px 0px inset, #a33b0b 0px 57px 0px 0px inset')
})
