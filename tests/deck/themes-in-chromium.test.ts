/** Every slide kind in every set, ratio and language as a browser draws it: nothing clipped, all text readable, the logo clear of it. */
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyBrand, type Theme } from '../../scripts/theme/theme.ts'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { faintTexts, logoFaults } from './drawn-colors.ts'
import { atSize, buildSample, readSample, samplePictures, sampleTheme } from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

const SETS = ['lecture', 'lecture-dark', 'coaching']
const GALLERIES = ['gallery.en', 'gallery.hi']

function logoOf(path: string) {
  const picture = samplePictures().get(path)
  if (picture?.kind !== 'image') throw new Error(`no image ${path}`)
  return picture.file
}

/** Pale, bright, and with a logo of one shape and another. */
const BRANDS = {
  none: { primary: '', accent: '' },
  pale: { primary: '#fff2a8', accent: '#ffd400', logo: logoOf('images/map.png') },
  strong: { primary: '#7a1f2b', accent: '#0a7d3c', logo: logoOf('images/tall.png') },
}

async function open(html: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setContent(html)
  await page.evaluate('globalThis.__name = (inner) => inner')
  // All slides at once, below one another.
  await page.evaluate(() => document.documentElement.classList.remove('playing'))
  return page
}

async function faultsOf(markdown: string, theme: Theme): Promise<readonly string[]> {
  const { html } = await buildSample(markdown, theme)
  const page = await open(html)
  const drawn = [
    ...(await page.evaluate(faintTexts)),
    ...(theme.logo === undefined ? [] : await page.evaluate(logoFaults)),
  ]
  await page.close()
  return [...drawn, ...(await findSlideFaults(browser, html))]
}

describe.each(SETS)('%s', (set) => {
  it.each(Object.entries(BRANDS))('in the brand %s', async (_, brand) => {
    const { theme } = applyBrand(sampleTheme(set), brand)
    for (const gallery of GALLERIES)
      for (const size of SIZES)
        expect(await faultsOf(atSize(readSample(gallery), size), theme), size).toEqual([])
  })

  it('carries the logo once, however many slides show it', async () => {
    const { logo } = BRANDS.pale
    const { theme } = applyBrand(sampleTheme(set), BRANDS.pale)
    const { html } = await buildSample(readSample('gallery.en'), theme)
    expect(html.split(Buffer.from(logo.bytes).toString('base64')).length - 1).toBe(2)
  })

  it('sets Hindi unspaced, upright and in real bold', async () => {
    const { html } = await buildSample(readSample('gallery.hi'), sampleTheme(set))
    const page = await open(html)
    const odd = await page.evaluate(() =>
      [...document.querySelectorAll('section, section *')].flatMap((element) => {
        const { letterSpacing, fontStyle, fontSynthesisWeight, fontWeight } =
          getComputedStyle(element)
        const isPlain = ['normal', '0px'].includes(letterSpacing) && fontStyle === 'normal'
        const isReal = fontSynthesisWeight === 'none' && ['400', '700'].includes(fontWeight)
        return isPlain && isReal ? [] : [`${element.tagName} ${letterSpacing} ${fontWeight}`]
      }),
    )
    await page.close()
    expect(odd).toEqual([])
  })
})

it('a dark slide gives the logo and the QR code a white plate, a white one does not', async () => {
  const plates = await Promise.all(
    ['lecture-dark', 'lecture'].map(async (set) => {
      const { theme } = applyBrand(sampleTheme(set), BRANDS.pale)
      const page = await open((await buildSample(readSample('gallery.en'), theme)).html)
      const found = await page.evaluate(() => {
        const slide = document.querySelector('section.points')
        const logo = slide && getComputedStyle(slide, '::before').backgroundColor
        return [logo, document.querySelectorAll('section.sources svg > rect').length]
      })
      await page.close()
      return found
    }),
  )
  expect(plates).toEqual([
    ['rgb(255, 255, 255)', 1],
    ['rgba(0, 0, 0, 0)', 0],
  ])
})
