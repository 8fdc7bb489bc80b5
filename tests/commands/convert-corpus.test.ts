import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corporaDir } from '../corpora.ts'
import { firstMissing, marpNotes, marpWords, pptxSlides } from '../marp/slide-words.ts'
import { makeFolder, runLectern } from '../run-lectern.ts'

const decksDir = join(corporaDir, 'marp-decks')
const isHere = existsSync(decksDir)
if (!isHere) process.stderr.write('tests: ../shared/corpora is not here; no real Marp decks\n')
const decks = isHere ? readdirSync(decksDir).filter((name) => name.endsWith('.md')) : []

describe.skipIf(!isHere)('a real Marp deck', () => {
  it.each(decks)('%s keeps its slides, words and notes', { timeout: 60_000 }, async (name) => {
    const out = makeFolder()
    const path = join(decksDir, name)
    const run = await runLectern(['convert', path, '--to', 'pptx', '-o', out, '--json'])
    expect(run).toMatchObject({ code: 0, err: '' })
    const markdown = readFileSync(path, 'utf8')
    const slides = pptxSlides(readFileSync(join(out, name.replace(/\.md$/, '.pptx'))))
    const words = marpWords(markdown)
    expect(slides).toHaveLength(words.length)
    const missing = words.map((all, at) => firstMissing(all, slides[at]?.words ?? []))
    expect(missing.filter((word) => word !== undefined)).toEqual([])
    const notes = marpNotes(markdown).map((all, at) =>
      firstMissing(
        all.filter((word) => /[\p{L}\p{N}]/u.test(word)),
        slides[at]?.notes ?? [],
      ),
    )
    expect(notes.filter((word) => word !== undefined)).toEqual([])
  })
})
