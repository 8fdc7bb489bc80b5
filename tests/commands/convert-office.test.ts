import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corporaDir } from '../corpora.ts'
import { FULL_FILES } from '../marp/full-deck.ts'
import { pptxSlides } from '../marp/slide-words.ts'
import { hasOffice, toPdf } from '../pptx/office/open-office.ts'
import { makeFolder, makeProject, runLectern } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'

const isOfficeHere = hasOffice()
if (!isOfficeHere) process.stderr.write('tests: no soffice, so no PowerPoint file is opened\n')

/** Ours and, where they are, the real ones. */
function decks(): readonly string[] {
  const real = join(corporaDir, 'marp-decks')
  const own = join(makeProject(FULL_FILES), 'deck/full.md')
  const found = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.md')) : []
  return [own, ...found.sort().map((name) => join(real, name))]
}

describe.skipIf(!isOfficeHere)('LibreOffice', () => {
  it('opens every deck, a page for each slide', { timeout: 300_000 }, async () => {
    const out = makeFolder()
    const run = await runLectern(['convert', ...decks(), '--to', 'pptx', '-o', out, '--json'])
    expect(run).toMatchObject({ code: 0, err: '' })
    const files = readdirSync(out).map((name) => join(out, name))
    const counts = files.map((file) => pptxSlides(readFileSync(file)).length)
    const pages = await Promise.all(
      toPdf(files).map(async (pdf) => (await readPdf(new Uint8Array(readFileSync(pdf)))).pageCount),
    )
    expect(pages).toEqual(counts)
  })
})
