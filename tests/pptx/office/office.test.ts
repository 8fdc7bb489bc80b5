/**
 * Our files as LibreOffice opens them, compared with the HTML slides: as many slides, every letter of them found again
 * in its order, nothing clipped, nothing on top of something else. Letters are compared without white space (see
 * `lettersOf`); what LibreOffice draws is read from its PDF, whose letters it writes beside the glyphs.
 */
import { describe, expect, it } from 'vitest'
import { SIZES } from '../../../scripts/topic/topic.ts'
import { SETS } from '../../deck/odd-topics.ts'
import { type MadeFile, makeFiles } from '../made-files.ts'
import { findLostOnPage, findLostText } from './find-lost-text.ts'
import { readHtmlSlides } from './html-slides.ts'
import { lettersOf } from './letters.ts'
import { hasOffice, toPdf } from './open-office.ts'
import { type PdfPage, readPdfPages } from './pdf-pages.ts'
import { type PptxSlide, readPptxSlides } from './pptx-slides.ts'

const isOffice = hasOffice()

type Opened = { readonly file: MadeFile; readonly pages: readonly PdfPage[] }

let making: Promise<readonly MadeFile[]> | undefined
let opening: Promise<readonly Opened[]> | undefined

/** Every topic in every look. */
function madeFiles(): Promise<readonly MadeFile[]> {
  making ??= makeAll()
  return making
}

async function makeAll(): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = []
  for (const template of SETS)
    for (const size of SIZES) made.push(...(await makeFiles({ template, size })))
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
