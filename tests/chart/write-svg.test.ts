import { describe, expect, it } from 'vitest'
import { drawChart } from '../../scripts/chart/draw-chart.ts'
import type { Drawing } from '../../scripts/chart/drawing.ts'
import { toSvg } from '../../scripts/chart/write-svg.ts'
import { naughtyStrings } from '../corpora.ts'
import { bar, chartOf, DECK_STYLE } from './made-chart.ts'
import { type Element, parseXml } from './well-formed.ts'

const FONT = "'Noto Sans', sans-serif"
/** The reader refuses a file with control characters, so none gets as far as a drawing. */
const CONTROL_RE = /[\p{Cc}\ufffe\uffff]/gu

function drawingOf(text: string): Drawing {
  return {
    width: 100,
    height: 50,
    shapes: [
      { kind: 'rect', x: 1, y: 2, width: 3, height: 4, fill: '#0b3c5d' },
      { kind: 'line', x1: 0, y1: 0, x2: 9, y2: 9, stroke: '#14181f', strokeWidth: 0.5 },
      { kind: 'text', x: 5, y: 6, text, size: 7, weight: 400, fill: '#14181f', anchor: 'end' },
    ],
  }
}

function textsIn(element: Element): readonly string[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [child] : textsIn(child)))
}

describe('toSvg', () => {
  it('writes shapes one to one', () => {
    const svg = parseXml(toSvg(drawingOf('label'), { alt: 'alt', fontFamily: FONT }))
    expect(svg.attributes).toMatchObject({
      viewBox: '0 0 100 50',
      role: 'img',
      'aria-label': 'alt',
      'font-family': FONT,
    })
    const names = svg.children.map((child) => (typeof child === 'string' ? child : child.name))
    expect(names).toEqual(['title', 'rect', 'line', 'text'])
  })

  it('writes a path with its curves, and middles a text', () => {
    const svg = toSvg(
      {
        width: 9,
        height: 9,
        shapes: [
          {
            kind: 'path',
            steps: [
              { to: 'move', x: 1, y: 2 },
              { to: 'curve', x1: 3, y1: 4, x2: 5, y2: 6, x: 7, y: 8 },
              { to: 'close' },
            ],
            stroke: '#0b3c5d',
            strokeWidth: 2,
            dash: [4, 3],
          },
          {
            kind: 'text',
            x: 5,
            y: 6,
            text: 'a',
            size: 7,
            weight: 400,
            fill: '#14181f',
            anchor: 'middle',
          },
        ],
      },
      { alt: 'alt', fontFamily: FONT },
    )
    expect(svg).toContain('d="M1 2C3 4 5 6 7 8Z" fill="none" stroke="#0b3c5d" stroke-width="2"')
    expect(svg).toContain('stroke-dasharray="4 3"')
    expect(svg).toContain('text-anchor="middle"')
  })

  it('is well-formed XML that says every hostile string as it is', () => {
    for (const raw of naughtyStrings()) {
      const text = raw.replace(CONTROL_RE, '')
      const svg = parseXml(toSvg(drawingOf(text), { alt: text, fontFamily: FONT }))
      expect(svg.attributes['aria-label']).toBe(text)
      expect(textsIn(svg)).toEqual([text, text].filter((value) => value !== ''))
    }
  })

  it('of a chart with hostile labels and figures is well-formed XML', () => {
    for (const raw of naughtyStrings()) {
      const text = raw.replace(CONTROL_RE, '')
      const chart = { ...chartOf([bar(text, 3, text)]), alt: text }
      const drawing = drawChart(chart, { ...DECK_STYLE, width: 400, maxHeight: 300 })
      expect(() => parseXml(toSvg(drawing, { alt: text, fontFamily: FONT }))).not.toThrow()
    }
  })

  it('refers to nothing outside itself', () => {
    const svg = toSvg(drawingOf('x'), { alt: 'x', fontFamily: FONT })
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|<style|<script/,
    )
  })
})
