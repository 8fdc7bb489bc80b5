/**
 * Strings that broke other programs, in every place that content has: the file stays valid and says them. Straight
 * into the writer, through the Markdown of a deck, and through whole topics by the program itself.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { makeOwnBase } from '../../scripts/pptx/base/own-base.ts'
import type {
  Properties,
  Run,
  Shape,
  SlidePage,
  TextBody,
} from '../../scripts/pptx/presentation.ts'
import { renderPptx } from '../../scripts/pptx/render-pptx.ts'
import { writePresentation } from '../../scripts/pptx/write/write-presentation.ts'
import { escapeMarkdown, noteComment } from '../../scripts/template/escape-markdown.ts'
import { deckOf, samplePictures, samplePng, sampleTheme, slideOf } from '../deck/sample-deck.ts'
import { makeFolder } from '../run-lectern.ts'
import { hostileStrings, withoutForbidden } from './hostile-strings.ts'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'
import { lettersOf } from './office/letters.ts'
import { readPptxSlides } from './office/pptx-slides.ts'
import { hasValidator, validate } from './open-xml-sdk.ts'

/** What is nothing when XML has dropped what it cannot hold is no title: the reader refuses it. */
const strings = hostileStrings().filter((text) => lettersOf(withoutForbidden(text)) !== '')
const isValidated = hasValidator()

function propertiesOf(text: string): Properties {
  return {
    title: text,
    author: text,
    company: text,
    subject: text,
    keywords: [text, text],
    date: '2025-08-08',
    printedDate: '8 August 2025',
  }
}

async function expectRight(bytes: Uint8Array): Promise<void> {
  expect(sayFindings(judgePptx(bytes))).toEqual([])
  if (!isValidated) return
  const path = join(makeFolder(), 'hostile.pptx')
  writeFileSync(path, bytes)
  expect(await validate([path])).toEqual([])
}

/** Each slide says it in a title, a point, a text box, a cell, a group, the words of a picture, notes and foot line. */
function pageOf(text: string): SlidePage {
  const inLine = text.replace(/[\r\n]+/g, ' ')
  const run: Run = {
    text: inLine,
    linkTitle: text,
    link: 'https://example.org/',
  }
  const body: TextBody = { paragraphs: [{ runs: [run], level: 0, bullet: 'master' }] }
  const box = { x: 64, y: 200, width: 400, height: 100 }
  const file = { mime: 'image/png', bytes: samplePng(2, 2).bytes } as const
  const words = { name: `Shape ${text}`, alt: `Alt ${text}`, box }
  const shapes: readonly Shape[] = [
    { kind: 'placeholder', role: 'title', text: body },
    { kind: 'placeholder', role: 'body', text: body },
    { kind: 'text', ...words, text: body },
    {
      kind: 'table',
      ...words,
      columnWidthsPx: [200, 200],
      rows: [{ heightPx: 50, cells: [body, body] }],
      cellPaddingPx: { y: 2, right: 2 },
    },
    { kind: 'group', ...words, children: [{ kind: 'text', ...words, text: body }] },
    { kind: 'picture', ...words, file },
  ]
  const line = { text: inLine, whole: text }
  const foot = { footer: line, section: line, isNumbered: true }
  return { layout: 'Title and Content', shapes, notes: body.paragraphs, ...foot }
}

describe('hostile strings', () => {
  it('are held by the writer as they are given', async () => {
    const theme = sampleTheme()
    const base = makeOwnBase({
      theme,
      lang: 'en',
      paperColors: theme.colors,
      foot: { footer: '', date: '' },
    })
    const all = strings.join(' ')
    const sections = strings.map((text) => ({ name: `Section ${text}`, slideCount: 1 }))
    const slides = strings.map(pageOf)
    const bytes = writePresentation(
      { lang: 'en', properties: propertiesOf(all), slides, sections },
      base,
    )
    await expectRight(bytes)
    const read = readPptxSlides(bytes)
    const lost = strings.filter((text, index) => {
      const said = (read[index]?.texts ?? []).flatMap(({ paragraphs }) => paragraphs).join('\n')
      const wanted = lettersOf(withoutForbidden(text))
      return lettersOf(said).split(wanted).length < 6
    })
    expect(lost).toEqual([])
  })

  it('are held through the Markdown of a deck, also as addresses', async () => {
    const theme = sampleTheme()
    const markdown = deckOf(
      strings
        .filter((text) => text.length < 1000)
        // The reader knows no other end of a line.
        .map((text) => text.replaceAll('\r', '\n'))
        .flatMap((text) => {
          const escaped = escapeMarkdown(text)
          const link = `[link](<${text.replace(/[<>\\\n\r]/g, '')}>)`
          return [
            slideOf(
              'points',
              `## ${escaped}\n\n- ${escaped}\n- x ${link} y\n\n${noteComment(text)}`,
            ),
            slideOf('table', `## T\n\n| ${escaped} | b |\n| --- | --: |\n| ${escaped} | 1 |`),
            slideOf('facts', `## T\n\n- **${escaped}** unit\n  - ${escaped}`),
            slideOf('image', `## T\n\n![${escaped}](images/map.png)\n\n${escaped}`),
          ]
        }),
    )
    const { bytes, slideCount } = await renderPptx({
      markdown: paginateDeck(markdown, theme),
      pictures: samplePictures(),
      theme,
      hasNotes: true,
      properties: propertiesOf('A title'),
    })
    expect(slideCount).toBeGreaterThanOrEqual(4 * 500)
    await expectRight(bytes)
  })
})
