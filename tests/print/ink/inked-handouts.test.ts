/** Handouts with little ink and in grey, printed by the program and read back. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../../scripts/color/contrast.ts'
import { makeFolder, makeProject, runLectern } from '../../run-lectern.ts'
import { hasTool, runTool } from '../../typeset/pdf-text.ts'
import { inkProject } from './ink-project.ts'
import { coverage, readInk } from './pdf-ink.ts'

const SETS = ['lecture', 'lecture-dark', 'coaching', 'bold']
const hasTools = hasTool('qpdf') && hasTool('pdftoppm') && hasTool('pdfimages')

type Printed = Readonly<Record<'colour' | 'saving' | 'grey', Uint8Array>>

const known = new Map<string, Promise<Printed>>()

/** Two slides a page, so that the title slide is on the first. */
function printed(set: string): Promise<Printed> {
  const found = known.get(set) ?? printAll(set)
  known.set(set, found)
  return found
}

async function printAll(set: string): Promise<Printed> {
  const project = makeProject(inkProject(set))
  return {
    colour: await print(project, 'colour'),
    saving: await print(project, 'saving'),
    grey: await print(project, 'grey'),
  }
}

async function print(project: string, ink: string): Promise<Uint8Array> {
  const options = ['--to', 'handout', '--layout', '2', '--ink', ink, '-o', ink]
  const run = await runLectern(['build', ...options], { cwd: project })
  expect(run.code, run.err).toBe(0)
  return readFileSync(join(project, ink, 'colours/handout.pdf'))
}

/** Pairs of letters, each once: a shadow shows a text twice, and spaces are the reader's guess. */
function lettersByPage(pdf: Uint8Array): readonly string[] {
  const text = runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? ''
  return text.split('\f').map((page) => {
    const words = page.split(/\s+/)
    const pairs = words.flatMap((word) => [...word].slice(1).map((letter, at) => word[at] + letter))
    return [...new Set(pairs)]
      .filter((pair) => !/\dU/.test(pair))
      .sort()
      .join(' ')
  })
}

/** Of all pages, in percent. */
function mean(pages: readonly number[]): number {
  return pages.reduce((sum, page) => sum + page, 0) / pages.length
}

describe.skipIf(!hasTools).each(SETS)('a handout in the set %s', (set) => {
  it('in grey has no operator that sets a colour, and no pattern or shading', async () => {
    const { colors, patterns } = readInk((await printed(set)).grey)
    expect(colors.filter((color) => !/^#(..)\1\1$/.test(color))).toEqual([])
    expect(colors.length).toBeGreaterThan(1)
    expect(patterns).toBe(0)
  }, 120_000)

  it('in grey has grey pictures', async () => {
    const { grey } = await printed(set)
    const images = pixelsOf(grey)
    expect(images.length).toBeGreaterThan(1)
    for (const pixels of images) expect(isGrey(pixels)).toBe(true)
  }, 120_000)

  it.each(['saving', 'grey'] as const)(
    'has text with 4.5:1 on white paper in %s',
    async (ink) => {
      const { textColors } = readInk((await printed(set))[ink])
      const faint = textColors.filter((color) => contrast(color, '#ffffff') < 4.5)
      expect(faint).toEqual([])
    },
    120_000,
  )

  it.each(['saving', 'grey'] as const)(
    'covers little of the paper in %s',
    async (ink) => {
      const pages = coverage((await printed(set))[ink])
      expect(Math.max(...pages)).toBeLessThan(10)
      expect(mean(pages)).toBeLessThan(5)
    },
    120_000,
  )

  it('says the same on the same pages in every ink', async () => {
    const { colour, saving, grey } = await printed(set)
    expect(lettersByPage(grey)).toEqual(lettersByPage(saving))
    // The filters of the bold set make pictures of words; on paper they are words again.
    if (set !== 'bold') expect(lettersByPage(saving)).toEqual(lettersByPage(colour))
  }, 120_000)
})

describe.skipIf(!hasTools)('the ink that is saved', () => {
  it('is nine tenths of a dark deck', async () => {
    const { colour, saving } = await printed('lecture-dark')
    expect(mean(coverage(saving)) / mean(coverage(colour))).toBeLessThan(0.1)
  }, 120_000)

  it('is nine tenths of the page of a title slide', async () => {
    const { colour, saving } = await printed('lecture')
    const [before = 0] = coverage(colour)
    const [after = 0] = coverage(saving)
    expect(after / before).toBeLessThan(0.1)
  }, 120_000)
})

function pixelsOf(pdf: Uint8Array): readonly Buffer[] {
  const project = makeProject({ 'handout.pdf': pdf }, makeFolder())
  execFileSync('pdfimages', [join(project, 'handout.pdf'), join(project, 'image')])
  return execFileSync('ls', [project], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => /\.p[pg]m$/.test(name))
    .map((name) => readFileSync(join(project, name)))
}

/** Of a netpbm file: one value a pixel, or three that are the same. */
function isGrey(file: Buffer): boolean {
  const [header = '', kind] =
    /^(P[56])\s+\d+\s+\d+\s+\d+\s/.exec(file.toString('latin1', 0, 40)) ?? []
  if (kind === 'P5') return true
  const pixels = file.subarray(header.length)
  for (let at = 0; at + 2 < pixels.length; at += 3)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  return true
}
