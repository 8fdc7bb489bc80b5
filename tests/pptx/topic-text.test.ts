/** Title, text and notes of every slide of the topics are those of the deck, to the letter. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { plainText } from '../../scripts/deck/rich-text.ts'
import type { Block, ListItem, Slide } from '../../scripts/deck/slide.ts'
import { makeFolder, rootDir, runLectern } from '../run-lectern.ts'
import { lettersOf } from './office/letters.ts'
import { type PptxSlide, readPptxSlides } from './office/pptx-slides.ts'

type Pair = { readonly name: string; readonly slide: Slide; readonly page: PptxSlide }

let pairs: readonly Pair[] = []

beforeAll(async () => {
  const out = makeFolder()
  const run = await runLectern(['build', '--to', 'pptx,md', '--force', '-o', out], { cwd: rootDir })
  expect(run.code, run.err).toBe(0)
  const slugs = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  pairs = slugs.flatMap(({ name }) => {
    const { slides } = readDeck(readFileSync(join(out, name, 'deck.md'), 'utf8'))
    const pages = readPptxSlides(readFileSync(join(out, name, 'deck.pptx')))
    expect(pages).toHaveLength(slides.length)
    return slides.map((slide, index) => ({
      name: `${name} ${index + 1}`,
      slide,
      page: pages[index] ?? { texts: [], alts: [], charts: '', notes: '' },
    }))
  })
}, 60_000)

describe('each slide of the topics', () => {
  it('is there, in both languages', () => {
    expect(pairs.length).toBeGreaterThan(70)
    expect(pairs.some(({ name }) => name.includes('.hi'))).toBe(true)
  })

  it('has its title in the title placeholder', () => {
    for (const { name, slide, page } of pairs) {
      const title = page.texts.find(({ placeholder = '' }) => /itle$/.test(placeholder))
      const shown = lettersOf(title?.paragraphs.join(' ') ?? '')
      expect(shown, name).toBe(lettersOf(plainText(slide.heading?.text ?? '')))
    }
  })

  it('has its text in order', () => {
    for (const { name, slide, page } of pairs) {
      const shown = lettersOf(page.texts.flatMap(({ paragraphs }) => paragraphs).join(''))
      let from = 0
      for (const text of slide.blocks.flatMap(textsOf).map(plainText).map(lettersOf)) {
        const at = shown.indexOf(text, from)
        expect(at, `${name}: ${text}`).toBeGreaterThanOrEqual(0)
        from = at + text.length
      }
    }
  })

  it('has all that the speaker says on its notes page', () => {
    const said = pairs.filter(({ slide }) => slide.notes.length > 0)
    expect(said.length).toBeGreaterThan(20)
    for (const { name, slide, page } of pairs) {
      const notes = slide.notes.join('').replace(/^<!--|-->$|\u2060|^ *- /gm, '')
      expect(lettersOf(page.notes).replace(/^\d+$/, ''), name).toContain(lettersOf(notes))
    }
  })
})

/** Of the blocks that are text. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(itemTexts)
    case 'paragraph':
    case 'subheading':
      return [block.text]
    case 'quote':
      return block.paragraphs
    default:
      return []
  }
}

function itemTexts({ text, children }: ListItem): readonly string[] {
  return [text, ...children.flatMap(itemTexts)]
}
