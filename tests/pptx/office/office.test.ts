/**
 * Our files as LibreOffice opens them, compared with the HTML slides: as many slides, every letter of them found again
 * in its order, nothing clipped, nothing on top of something else. Letters are compared without white space (see
 * `lettersOf`); what LibreOffice draws is read from its PDF, whose letters it writes beside the glyphs.
 */
import { describe, expect, it } from 'vitest'
import { oddTopic } from '../../deck/odd-topics.ts'
import { samplePng } from '../../deck/sample-deck.ts'
import { type MadeFile, makeFiles } from '../made-files.ts'
import { findLostOnPage, findLostText } from './find-lost-text.ts'
import { findMisplacedText } from './find-misplaced-text.ts'
import { readHtmlSlides } from './html-slides.ts'
import { lettersOf } from './letters.ts'
import { hasOffice, toPdf } from './open-office.ts'
import { type PdfPage, readPdfPages } from './pdf-pages.ts'
import { type PptxSlide, readPptxSlides } from './pptx-slides.ts'

const isOffice = hasOffice()

type Opened = { readonly file: MadeFile; readonly pages: readonly PdfPage[] }

let making: Promise<readonly MadeFile[]> | undefined
let opening: Promise<readonly Opened[]> | undefined

/** The dark set has the measures of the first. */
const LOOKS = ['lecture', 'coaching'].flatMap((template) =>
  (['16:9', '4:3'] as const).map((size) => ({ template, size })),
)
/** Two of each set, one of them in Hindi; they hold content of every kind in odd sizes. */
const ODD = [0, 1, 2, 3, 4, 5]

function madeFiles(): Promise<readonly MadeFile[]> {
  making ??= makeAll()
  return making
}

async function makeAll(): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = []
  for (const look of LOOKS) made.push(...(await makeFiles(look)))
  for (const seed of ODD) {
    const files = {
      [`content/odd-${seed}.md`]: oddTopic(seed).text,
      'content/images/tall.png': samplePng(1, 8000).bytes,
      'content/images/wide.png': samplePng(2000, 10).bytes,
      'content/images/map.png': samplePng(800, 500).bytes,
    }
    made.push(...(await makeFiles({ files, size: seed % 3 === 0 ? '4:3' : '16:9' })))
  }
  return made
}

function openedFiles(): Promise<readonly Opened[]> {
  opening ??= madeFiles().then((files) => {
    const pdfs = toPdf(files.map(({ path }) => path))
    return files.map((file, index) => ({ file, pages: readPdfPages(pdfs[index] ?? '') }))
  })
  return opening
}

function asideOf({ alts, charts }: PptxSlide): string {
  return lettersOf([...alts, charts].join(' '))
}

describe('the text of each HTML slide', () => {
  it('is found again in the file, in its order', async () => {
    const lost = (await madeFiles()).flatMap(({ name, html, bytes }) => {
      const slides = readPptxSlides(bytes)
      const wanted = readHtmlSlides(html)
      expect(slides, name).toHaveLength(wanted.length)
      return wanted.flatMap((slide, index) => {
        const said = slides[index]
        if (said === undefined) return []
        const letters = lettersOf(said.texts.flatMap(({ paragraphs }) => paragraphs).join(''))
        return findLostText(slide, { letters, aside: asideOf(said) }).map(
          (fault) => `${name} ${index + 1}: ${fault}`,
        )
      })
    })
    expect(lost).toEqual([])
  })

  it('has the same notes', async () => {
    const other = (await madeFiles()).flatMap(({ name, html, bytes }) => {
      const slides = readPptxSlides(bytes)
      return readHtmlSlides(html).flatMap(({ notes }, index) => {
        // Marks of points are signs here, and drawn by the browser there.
        const said = slides[index]?.notes.replace(/^(?:[-–•]|\d+\.) /gm, '') ?? ''
        return lettersOf(said) === lettersOf(notes) ? [] : [`${name} ${index + 1}: ${said}`]
      })
    })
    expect(other).toEqual([])
  })

  it('has the same words for pictures, and for charts also their figures', async () => {
    const lost = (await madeFiles()).flatMap(({ name, html, bytes }) => {
      const slides = readPptxSlides(bytes)
      return readHtmlSlides(html).flatMap(({ alts, figures }, index) => {
        const said = slides[index]
        const aside = said === undefined ? '' : asideOf(said)
        return [...alts, ...figures]
          .filter((text) => !aside.includes(lettersOf(text)))
          .map((text) => `${name} ${index + 1}: ${text}`)
      })
    })
    expect(lost).toEqual([])
  })

  it.skipIf(!isOffice)('is drawn by LibreOffice, in its order', async () => {
    const lost = (await openedFiles()).flatMap(({ file: { name, html, bytes }, pages }) => {
      const wanted = readHtmlSlides(html)
      const slides = readPptxSlides(bytes)
      expect(pages, name).toHaveLength(wanted.length)
      return wanted.flatMap((slide, index) => {
        const letters = lettersOf((pages[index]?.words ?? []).map(({ text }) => text).join(''))
        const said = slides[index]
        const aside = said === undefined ? '' : asideOf(said)
        return findLostOnPage(slide, { letters, aside }).map(
          (fault) => `${name} ${index + 1}: ${fault}`,
        )
      })
    })
    expect(lost).toEqual([])
  })
})

describe('as LibreOffice lays it', () => {
  it.skipIf(!isOffice)(
    'no text leaves its box, the slide or its margins, or stands on other text',
    async () => {
      const faults = (await openedFiles()).flatMap(({ file: { name, bytes }, pages }) =>
        readPptxSlides(bytes).flatMap((slide, index) => {
          const page = pages[index]
          if (page === undefined) return []
          const room = { left: 0, right: page.width }
          return findMisplacedText(slide, page, room).map(
            (fault) => `${name} ${index + 1}: ${fault}`,
          )
        }),
      )
      expect(faults).toEqual([])
    },
  )
})
