/** A page of deck.pdf looks as its slide does in the browser. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Pixels, readPng } from '../../scripts/print/read-png.ts'
import { makeFolder, rootDir, runLectern } from '../run-lectern.ts'
import { hasTool } from '../typeset/pdf-text.ts'

const WIDTH = 960
/** Smoothing of edges differs between the two; the mean of a block does not. */
const BLOCK = 24
/** Of 255. In 459 pages of the sample topics 17 was the most; another slide differs by 100 and more. */
const TOLERANCE = 32

function blockMeans(picture: Pixels): readonly number[] {
  const means: number[] = []
  for (let top = 0; top + BLOCK <= picture.height; top += BLOCK)
    for (let left = 0; left + BLOCK <= picture.width; left += BLOCK)
      means.push(...blockMean(picture, left, top))
  return means
}

function blockMean(picture: Pixels, left: number, top: number): readonly number[] {
  const sums: [number, number, number] = [0, 0, 0]
  for (let y = top; y < top + BLOCK; y++)
    for (let x = left; x < left + BLOCK; x++) {
      const [red, green, blue] = picture.at(x, y)
      sums[0] += red
      sums[1] += green
      sums[2] += blue
    }
  return sums.map((sum) => sum / BLOCK / BLOCK)
}

function mostApart(page: Pixels, slide: Pixels): number {
  const means = blockMeans(slide)
  return Math.max(...blockMeans(page).map((mean, at) => Math.abs(mean - (means[at] ?? 0))))
}

const DECKS = [
  { slug: 'india-russia-strategic-partnership.hi', template: 'lecture', size: '4:3', height: 720 },
  {
    slug: 'india-russia-strategic-partnership',
    template: 'lecture-dark',
    size: '16:9',
    height: 540,
  },
  { slug: 'india-russia-strategic-minerals', template: 'coaching', size: '16:9', height: 540 },
] as const

describe.skipIf(!hasTool('pdftoppm'))('deck.pdf', () => {
  it.each(DECKS)(
    'has the pages of $slug as the browser shows its slides: $template $size',
    async ({ slug, template, size, height }) => {
      const out = makeFolder()
      const topic = join(rootDir, 'content', `${slug}.md`)
      const drawn = ['--template', template, '--size', size, '--width', String(WIDTH)]
      const to = ['--to', 'pdf,png', '--cwd', rootDir, '-o', out]
      expect((await runLectern(['build', topic, ...drawn, ...to])).code).toBe(0)
      const folder = join(out, slug)
      const scale = ['-scale-to-x', String(WIDTH), '-scale-to-y', String(height)]
      execFileSync('pdftoppm', [...scale, '-png', join(folder, 'deck.pdf'), join(folder, 'page')])
      const pages = readdirSync(folder).filter((name) => name.startsWith('page-'))
      expect(pages.length).toBeGreaterThan(20)
      const pictureOf = (name: string): Pixels => readPng(readFileSync(join(folder, name)))
      for (const page of pages) {
        const apart = mostApart(pictureOf(page), pictureOf(page.replace('page', 'deck')))
        expect(apart, page).toBeLessThan(TOLERANCE)
      }
    },
    180_000,
  )
})
