import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPng } from '../../scripts/typeset/plain-png.ts'
import { withChromium } from '../chromium.ts'
import { pngOf } from '../png-of.ts'
import { type Files, listAll, makeProject, runLectern, topicText } from '../run-lectern.ts'

/** A picture with a pixel of every kind, which packs badly. */
const PHOTO = pngOf(320, 200, (x, y) => [(x * 7 + y * 13) % 256, (x * y) % 256, (x ^ y) % 256, 255])

const SECTIONS = `sections:
  - title: A chart
    chart: { kind: share, unit: "%", data: [[Coal, 48.2], [Water, 18.4]], title: Coal leads, alt: Two parts }
  - title: A picture
    image: { src: photo.png, alt: Colours }
  - title: Points
    points: [One, "$x^2$ and water", हिन्दी में]
questions:
  - { ask: Which one, options: [North, South, East, West], answer: B }
`

const TOPIC: Files = {
  'content/a.md': topicText('Rivers of the north', `date: 2025-08-08\n${SECTIONS}`),
  'content/photo.png': PHOTO,
}

function makePictures(args: readonly string[], files: Files = TOPIC) {
  const project = makeProject(files)
  return runLectern(['build', '--to', 'html,png', ...args], { cwd: project }).then((run) => ({
    ...run,
    folder: join(project, 'out', 'a'),
    names: listAll(join(project, 'out', 'a')).filter((name) => name.endsWith('.png')),
  }))
}

function pixelsOf(png: Uint8Array) {
  const pixels = readPng(png)
  if (pixels === undefined) throw new Error('not a PNG')
  return pixels
}

function sizeOf(folder: string, name: string): string {
  const header = readFileSync(join(folder, name))
  return `${header.readUInt32BE(16)} × ${header.readUInt32BE(20)}`
}

/** How many pixels are not the same. */
function differences(a: Uint8Array, b: Uint8Array): number {
  const [one, other] = [pixelsOf(a), pixelsOf(b)]
  expect([one.width, one.height]).toEqual([other.width, other.height])
  let count = 0
  for (let at = 0; at < one.rgba.length; at += 4)
    if ([0, 1, 2, 3].some((sample) => one.rgba[at + sample] !== other.rgba[at + sample])) count++
  return count
}

/** What somebody sees who opens the deck in a window of this size and turns to the slide. */
function screenshots(
  path: string,
  { width, height, count }: { width: number; height: number; count: number },
): Promise<readonly Uint8Array[]> {
  return withChromium(async (browser) => {
    const page = await browser.newPage()
    await page.setViewport({ width, height })
    const pictures: Uint8Array[] = []
    for (let number = 1; number <= count; number++) {
      await page.goto(`file://${path}#${number}`)
      await page.reload()
      await page.evaluate(`document.fonts.ready.then(() => {
        for (const id of ['progress', 'controls', 'hint']) document.getElementById(id)?.remove()
      })`)
      pictures.push(await page.screenshot({ type: 'png' }))
    }
    return pictures
  })
}

describe('the slides as pictures', () => {
  it.each([
    ['16:9', 1920, 1080],
    ['4:3', 1024, 768],
  ])(
    'are what the player shows at %s, pixel by pixel',
    { timeout: 120_000 },
    async (size, width, height) => {
      const { code, folder, names } = await makePictures(['--size', size, '--width', `${width}`])
      expect(code).toBe(0)
      const slides = names.filter((name) => name !== 'card.png')
      expect(slides).toEqual(slides.map((_, index) => `deck-0${index + 1}.png`))
      const count = slides.length
      const seen = await screenshots(join(folder, 'deck.html'), { width, height, count })
      for (const [index, name] of slides.entries()) {
        const own = readFileSync(join(folder, name))
        expect([name, differences(own, seen[index] ?? Buffer.alloc(0))]).toEqual([name, 0])
      }
    },
  )

  it('have the width that was asked for, and the shape of the slides', {
    timeout: 120_000,
  }, async () => {
    const wide = await makePictures(['--width', '1000'])
    expect(sizeOf(wide.folder, 'deck-01.png')).toBe('1000 × 562')
    const square = await makePictures(['--width', '801', '--size', '4:3'])
    expect(sizeOf(square.folder, 'deck-01.png')).toBe('801 × 600')
    expect(sizeOf(square.folder, 'card.png')).toBe('1200 × 630')
  })

  it('have no line of another colour at an edge', { timeout: 120_000 }, async () => {
    // 16:9 of this width is 562.5 high, 4:3 of that one 600.75.
    for (const args of [
      ['--width', '1000'],
      ['--width', '801', '--size', '4:3'],
    ]) {
      const { folder } = await makePictures(args)
      const { width, height, rgba } = pixelsOf(readFileSync(join(folder, 'deck-01.png')))
      const at = (x: number, y: number) =>
        rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)
      const ground = at(width >> 1, 20)
      for (const y of [0, height - 1]) expect(at(width >> 1, y)).toEqual(ground)
      for (const x of [0, width - 1]) expect(at(x, height >> 1)).toEqual(ground)
    }
  })

  it('are numbered with as many digits as the deck needs', { timeout: 120_000 }, async () => {
    const sections = Array.from(
      { length: 101 },
      (_, index) => `  - title: S${index}\n    points: [P]`,
    )
    const text = topicText('Long', `sections:\n${sections.join('\n')}\n`)
    const { names } = await makePictures(['--width', '320'], { 'content/a.md': text })
    expect(names.length).toBeGreaterThan(101)
    expect(names.slice(0, 3)).toEqual(['card.png', 'deck-001.png', 'deck-002.png'])
    expect(names.at(-1)).toBe(`deck-${names.length - 1}.png`)
  })

  it('are the same bytes in a second build, with threads or without', {
    timeout: 120_000,
  }, async () => {
    const first = await makePictures(['--width', '640'])
    const second = await makePictures(['--width', '640', '--jobs', '2'])
    expect(second.names).toEqual(first.names)
    for (const name of first.names)
      expect(
        readFileSync(join(second.folder, name)).equals(readFileSync(join(first.folder, name))),
      ).toBe(true)
  })

  it('are made anew for another width, and not for another browser', {
    timeout: 120_000,
  }, async () => {
    const project = makeProject(TOPIC)
    const build = (...args: readonly string[]) =>
      runLectern(['build', '--to', 'png', '--width', '320', ...args], { cwd: project })
    expect((await build()).err).toContain('1 built')
    expect((await build('--browser', '/no/such/browser')).err).toContain('1 unchanged')
    expect((await build('--width', '640')).err).toContain('1 built')
    expect(sizeOf(join(project, 'out/a'), 'deck-01.png')).toBe('640 × 360')
  })

  it.each(['0', '319', '7681', '12.5', 'wide', '-1920'])('refuses a width of %s', async (width) => {
    const project = makeProject(TOPIC)
    const args = ['build', '--to', 'png', `--width=${width}`]
    const { code, err } = await runLectern(args, { cwd: project })
    expect(code).toBe(2)
    expect(err).toContain('from 320 to 7680')
    expect(listAll(project)).not.toContain('out')
  })
})
