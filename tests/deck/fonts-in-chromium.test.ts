import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasGlyph } from '../../scripts/font/coverage.ts'
import { type FontFamily, type FontWeight, readFontFile } from '../../scripts/font/faces.ts'
import { webFontCss } from '../../scripts/font/web-fonts.ts'
import { escapeMarkdown } from '../../scripts/template/escape-markdown.ts'
import { startChromium } from '../chromium.ts'
import { naughtyStrings } from '../corpora.ts'
import { rootDir } from '../run-lectern.ts'
import { buildTopics } from './built-topics.ts'
import {
  buildSample,
  deckOf,
  readSample,
  slideOf,
  withoutScript,
  withStyle,
} from './sample-deck.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-fonts-'))
let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

const DEVANAGARI_WORDS =
  'श्री क्ष ज्ञ त्र द्ध्र र्क र्कि कि कीं र्क्तिं ष्ट्र ङ्क ट्ठ ड्ढ ह्म ह्य रु रू हृ क़ ख़ ग़ ज़ ड़ ढ़ फ़ ऑ कॉ ॐ ०१२३४५६७८९ । ॥ क्\u200dष क्\u200cष र्\u200dय ि ् ं प्रौद्योगिकी राष्ट्रीय स्त्री उत्कृष्ट'
const LATIN_WORDS =
  'AVATAR To Yes “fi” fl ffi Qu¹² 1,234.50 −7 × 3 ÷ ½ e\u0301 é Å ñ ß ı İ ǆ ẞ ĳ ŵ Ω θ Я ж € ₹ ₽ → ⇒ ✓ ★ … a\u00adb non\u2011breaking \u202fthin\u2009space'

async function decks(): Promise<Readonly<Record<string, string>>> {
  const slides = [LATIN_WORDS, DEVANAGARI_WORDS].map((words) =>
    slideOf('points', `## ${words}\n\n- ${words}\n- **${words}**\n- *${words}*`),
  )
  const strings = naughtyStrings().map((text) => escapeMarkdown(text))
  const naughty = strings.map((text) => slideOf('points', `## ${text}\n\n- **${text}** x`))
  const built = await buildTopics(
    Object.fromEntries(
      ['_defaults.yaml', '_facts.yaml', ...TOPICS].map((name) => [
        name,
        readFileSync(join(rootDir, 'content', name), 'utf8'),
      ]),
    ),
  )
  const all = {
    ...Object.fromEntries(built.map(({ slug, html }) => [slug, html])),
    'all-classes.en': (await buildSample(readSample('all-classes.en'))).html,
    'all-classes.hi': (await buildSample(readSample('all-classes.hi'))).html,
    'words.en': (await buildSample(deckOf(slides))).html,
    'words.hi': (await buildSample(deckOf(slides, 'hi'))).html,
    'naughty.en': (await buildSample(deckOf(naughty))).html,
    'naughty.hi': (await buildSample(deckOf(naughty, 'hi'))).html,
  }
  const hindi = Object.entries(all).filter(([name]) => name.includes('.hi'))
  const lean = hindi.map(
    async ([name, html]) => [`${name}.lean`, await withLeanFonts(html)] as const,
  )
  return { ...all, ...Object.fromEntries(await Promise.all(lean)) }
}

/** The page as one that would be too heavy is made. */
async function withLeanFonts(html: string): Promise<string> {
  const bare = html.replace(/@font-face\{[^}]*\}/g, '')
  const fonts = await webFontCss({
    html: bare.replace(/<(style|script)>[\s\S]*?<\/\1>/g, ''),
    css: '',
    script: '',
    lang: 'hi',
    hasItalic: false,
    hasSerifText: false,
    isLean: true,
  })
  const page = withStyle(bare, fonts)
  expect(page.length).toBeLessThan(html.length)
  return page
}

const TOPICS = readdirSync(join(rootDir, 'content')).filter((name) => name.endsWith('.md'))

const RULE_RE =
  /(font-family:'([^']+)';(font-style:italic;)?font-weight:([\d ]+);src:)url\(data:font\/woff2;base64,[^)]+\) format\('woff2'\)/g

/** The same page with the whole font in place of each cut. */
function withWholeFonts(html: string): string {
  return html.replace(RULE_RE, (_rule, head, family, italic, weight) => {
    // The rules are those of webFontCss.
    const face = {
      family: family as FontFamily,
      weight: (Number(weight) || 400) as FontWeight,
      isItalic: italic !== undefined,
    }
    const data = Buffer.from(readFontFile(face)).toString('base64')
    return `${head}url(data:font/ttf;base64,${data})`
  })
}

async function open(name: string, html: string): Promise<Page> {
  const path = join(folder, `${name}.html`)
  // Without the player, so that all slides stand below each other, and the policy, which knows no other fonts.
  writeFileSync(path, withStyle(withoutScript(html), ''))
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(`file://${path}`)
  await page.evaluate(async () => {
    for (const face of document.fonts) await face.load()
    await document.fonts.ready
  })
  return page
}

/** Where every line of text begins and ends, in a thousandth of a pixel. */
function textPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const places: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].map(({ x, y, width, height }) =>
        [x, y, width, height].map((value) => value.toFixed(3)).join(' '),
      )
      places.push(`${node.textContent} ${rects.join(' | ')}`)
    }
    return places
  })
}

function pictureOf(page: Page): Promise<string> {
  return page.screenshot({ fullPage: true, encoding: 'base64' })
}

/** Elements whose text some font of the machine draws, though a font of ours has all its characters. */
async function foreignFonts(page: Page): Promise<readonly string[]> {
  const session = await page.createCDPSession()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'main section, main section *',
  })
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('main section, main section *')].map(
      (element) => element.textContent ?? '',
    ),
  )
  const foreign: string[] = []
  for (const [index, nodeId] of nodeIds.entries()) {
    const text = texts[index] ?? ''
    if (text.trim() === '' || ![...text].every((one) => hasGlyph(one.codePointAt(0) ?? 0, 'sans')))
      continue
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, isCustomFont } of fonts)
      if (!isCustomFont) foreign.push(`${familyName}: ${text}`)
  }
  return foreign
}

describe('cut fonts', () => {
  it('set every line as the whole fonts do', { timeout: 180_000 }, async () => {
    for (const [name, html] of Object.entries(await decks())) {
      const whole = withWholeFonts(html)
      expect(whole, name).not.toContain('data:font/woff2')
      const [cutPage, wholePage] = [await open(name, html), await open(`${name}.whole`, whole)]
      const places = await textPlaces(cutPage)
      expect(places.length, name).toBeGreaterThan(15)
      expect(places, name).toEqual(await textPlaces(wholePage))
      // A page of hundreds of slides is too long for one picture.
      if (!name.startsWith('naughty'))
        expect(await pictureOf(cutPage), name).toBe(await pictureOf(wholePage))
      await cutPage.close()
      await wholePage.close()
    }
  })

  it('draw all that a page shows', { timeout: 120_000 }, async () => {
    for (const [name, html] of Object.entries(await decks())) {
      const page = await open(name, html)
      expect(await foreignFonts(page), name).toEqual([])
      await page.close()
    }
  })
})
