import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { pngOf } from '../topic/png.ts'
import { hasTool } from '../typeset/pdf-text.ts'
import { makeInput, pageOf, profileNamed, readFixture, section } from './sample-input.ts'

/** Mean darkness of the first page at 150 dpi, in percent, by poppler. */
function rasterInk(pdf: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-ink-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf)
    const root = join(folder, 'page')
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-singlefile', join(folder, 'page.pdf'), root])
    const image = readFileSync(`${root}.pgm`)
    // Three lines of header: P5, width and height, 255.
    const start = [0, 1, 2].reduce((at) => image.indexOf(10, at) + 1, 0)
    const pixels = image.subarray(start)
    return (100 * pixels.reduce((sum, value) => sum + 255 - value, 0)) / 255 / pixels.length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function estimate(given: Parameters<typeof makeInput>[1] & { markdown: string }) {
  const result = await renderBrief(makeInput(given.markdown, given))
  if (!result.ok) throw new Error('does not fit')
  return { percent: result.report.inkPercent, pdf: result.pdf }
}

it.skipIf(!hasTool('pdftoppm')).each([
  ['partnership.md', 'en', 'a4', ''],
  ['partnership.md', 'en', 'copier', 'DRAFT'],
  ['partnership.hi.md', 'hi', 'a4', 'मसौदा'],
  ['partnership.hi.md', 'hi', 'copier', ''],
] as const)(
  'the ink of %s (%s, %s, “%s”) is that of a raster within 5 %%',
  async (name, lang, profile, watermark) => {
    const markdown = readFixture(name)
    const { percent, pdf } = await estimate({
      markdown,
      lang,
      watermark,
      profile: profileNamed(profile),
    })
    const raster = rasterInk(pdf)
    expect(raster).toBeGreaterThan(3)
    expect(Math.abs(percent - raster) / raster).toBeLessThan(0.05)
  },
)

it.skipIf(!hasTool('pdftoppm'))('counts the pixels of pictures', async () => {
  const bytes = readFileSync(new URL('../typeset/fixtures/photo-baseline.jpg', import.meta.url))
  const jpeg = { mime: 'image/jpeg', bytes, widthPx: 61, heightPx: 43 } as const
  const png = { mime: 'image/png', bytes: pngOf(200, 100), widthPx: 200, heightPx: 100 } as const
  for (const file of [jpeg, png]) {
    const pictures = new Map([['images/a', { kind: 'image', file } as const]])
    const { percent, pdf } = await estimate({
      markdown: pageOf(section('a', '![alt](images/a)')),
      pictures,
    })
    expect(Math.abs(percent - rasterInk(pdf)) / rasterInk(pdf)).toBeLessThan(0.1)
  }
})
