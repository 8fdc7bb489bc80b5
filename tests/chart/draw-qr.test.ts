import { describe, expect, it } from 'vitest'
import { drawQr, qrToSvg } from '../../scripts/chart/draw-qr.ts'
import type { Drawing } from '../../scripts/chart/drawing.ts'
import { readQr } from './read-qr.ts'
import { parseXml } from './well-formed.ts'

const QUIET = 4

/** The squares as a scanner's grid, without the quiet zone; fails when a square is off the grid. */
function modulesOf({ width, height, shapes }: Drawing): readonly (readonly boolean[])[] {
  const rects = shapes.filter((shape) => shape.kind === 'rect')
  expect(rects).toHaveLength(shapes.length)
  expect(height).toBe(width)
  const count = Math.round(width / Math.min(...rects.map((rect) => rect.height)))
  const side = width / count
  const grid = Array.from({ length: count }, () => Array<boolean>(count).fill(false))
  for (const rect of rects) {
    const [x, y, run] = [rect.x / side, rect.y / side, rect.width / side].map(Math.round)
    expect(Math.abs(rect.x / side - (x ?? 0))).toBeLessThan(0.01)
    const row = grid[y ?? 0]
    for (let i = 0; i < (run ?? 0); i++) {
      expect(row?.[(x ?? 0) + i]).toBe(false)
      if (row !== undefined) row[(x ?? 0) + i] = true
    }
  }
  for (const [y, row] of grid.entries())
    for (const [x, isDark] of row.entries()) {
      const isInQuietZone = Math.min(x, y, count - 1 - x, count - 1 - y) < QUIET
      if (isInQuietZone) expect(isDark).toBe(false)
    }
  return grid.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET))
}

function read(url: string, size = 300) {
  return readQr(modulesOf(drawQr(url, { size, color: '#14181f' })))
}

describe('drawQr', () => {
  it.each([
    'https://example.org/',
    'https://example.org/topics/india-russia',
    'https://example.org/?q=a%20b&x=1#frag',
    'http://a.in',
    `https://example.org/${'topic/'.repeat(20)}`,
    `https://example.org/${'a'.repeat(400)}`,
  ])('makes %s readable by somebody who knows only the standard', (url) => {
    const reading = read(url)
    expect(reading.text).toBe(url)
    expect(reading.isCorrectable).toBe(true)
  })

  it('stays readable at the size of the brief, 19 mm', () => {
    expect(read('https://example.org/topics/india-russia', 53.86).text).toContain('india-russia')
  })

  it('repairs more damage of a short address, and keeps the squares of a long one large', () => {
    expect(read('https://example.org/topics/india-russia').level).toBe('M')
    expect(read(`https://example.org/${'a'.repeat(100)}`).level).toBe('L')
  })

  it('grows with the address and no more than needed', () => {
    expect(read('http://a.in').version).toBe(1)
    expect(read('https://example.org/topics/india-russia').version).toBe(3)
  })

  it('draws dark neighbours as one rectangle, so that print shows no hairlines', () => {
    const { shapes } = drawQr('https://example.org/', { size: 300, color: '#000000' })
    const rects = shapes.filter((shape) => shape.kind === 'rect')
    const ends = new Set(rects.map(({ x, y, width }) => `${Math.round((x + width) * 100)},${y}`))
    for (const { x, y } of rects) expect(ends).not.toContain(`${Math.round(x * 100)},${y}`)
  })
})

describe('qrToSvg', () => {
  it('draws the same squares as one path, a module a unit', () => {
    const url = 'https://example.org/topics/india-russia'
    const svg = parseXml(qrToSvg(url, { alt: 'a "code"', color: '#14181f', ground: '#ffffff' }))
    expect(svg.attributes['aria-label']).toBe('a "code"')
    const path = svg.children.find((child) => typeof child !== 'string' && child.name === 'path')
    if (path === undefined || typeof path === 'string') throw new Error('no path')
    const count = Number(svg.attributes['viewBox']?.split(' ')[3])
    const shapes = [...(path.attributes['d'] ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map(
      ([, x, y, width]) =>
        ({ kind: 'rect', x: Number(x), y: Number(y), width: Number(width), height: 1 }) as const,
    )
    expect(shapes.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('')).toBe(
      path.attributes['d'],
    )
    const drawing = {
      width: count,
      height: count,
      shapes: shapes.map((shape) => ({ ...shape, fill: '#14181f' })),
    }
    expect(readQr(modulesOf(drawing)).text).toBe(url)
  })
})
