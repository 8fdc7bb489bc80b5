/** Our layout of KaTeX's tree against KaTeX's HTML in a real browser, glyph by glyph. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MATH_CSS } from '../../scripts/deck/code-css.ts'
import { faceKey, nearestFace, readFontFile } from '../../scripts/font/faces.ts'
import { formulaText } from '../../scripts/math/formula-text.ts'
import { katexFile, katexOptions, openKatex, quietly } from '../../scripts/math/katex.ts'
import { katexCss } from '../../scripts/math/katex-css.ts'
import { layoutFormula } from '../../scripts/math/layout-formula.ts'
import { withChromium } from '../chromium.ts'
import { FORMULAS } from './formulas.ts'

const SIZE_PX = 33
const EM_PX = SIZE_PX * 1.21

const cases = [true, false].flatMap((isDisplay) => FORMULAS.map((tex) => ({ tex, isDisplay })))

function page(): string {
  const body = cases
    .map(({ tex, isDisplay }) => {
      const html = quietly(() =>
        openKatex().renderToString(tex, { ...katexOptions(isDisplay), output: 'html' }),
      )
      return `<section><p>${html}</p></section>`
    })
    .join('')
  const css = readFileSync(katexFile('katex.min.css'), 'utf8')
  const folder = dirname(katexFile('fonts/KaTeX_Main-Regular.ttf'))
  const faces = [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([rule]) =>
    rule.replace(/src:[^;}]*/, (source) => {
      const name = /fonts\/([\w-]+)\.woff2/.exec(source)?.[1] ?? ''
      return `src:url(data:font/ttf;base64,${readFileSync(`${folder}/${name}.ttf`).toString('base64')})`
    }),
  )
  const own = (['Noto Sans', 'Noto Sans Devanagari'] as const).map((family) => {
    const face = nearestFace(family, { stack: 'sans', weight: 400, isItalic: false })
    const data = Buffer.from(readFontFile(face)).toString('base64')
    return `@font-face{font-family:'${family}';src:url(data:font/ttf;base64,${data})}`
  })
  const rest = `section{--sans:'Noto Sans','Noto Sans Devanagari';font:${SIZE_PX}px/46px var(--sans)}p,.katex-display{margin:0}`
  return `<!doctype html><style>${faces.join('')}${own.join('')}${katexCss(body)}${MATH_CSS}${rest}</style>${body}`
}

type Drawn = {
  readonly parts: readonly { readonly width: number; readonly height: number }[]
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

/** Runs in the page. */
function readDrawn(): Drawn[] {
  const canvas = document.createElement('canvas').getContext('2d')
  return [...document.querySelectorAll('p')].map((paragraph) => {
    const bases = [...paragraph.querySelectorAll('.katex-base')]
    const texts = bases.flatMap((base) => {
      const box = base.getBoundingClientRect()
      const strut = base.querySelector('.katex-strut')
      if (strut === null || canvas === null) return []
      const shift = Number.parseFloat(getComputedStyle(strut).verticalAlign) || 0
      const baseline = strut.getBoundingClientRect().bottom + shift
      const walker = document.createTreeWalker(base, NodeFilter.SHOW_TEXT)
      const found: { text: string; x: number; y: number }[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = (node.nodeValue ?? '').replace(/[\u200b\u2060]/g, '')
        const parent = node.parentElement
        if (text === '' || parent === null) continue
        const style = getComputedStyle(parent)
        if (style.color === 'rgba(0, 0, 0, 0)') continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const rect = range.getBoundingClientRect()
        canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const ascent = canvas.measureText('x').fontBoundingBoxAscent
        found.push({ text, x: rect.left - box.left, y: rect.top + ascent - baseline })
      }
      return found
    })
    const parts = bases.map((base) => base.getBoundingClientRect())
    return { texts, parts: parts.map(({ width, height }) => ({ width, height })) }
  })
}

async function drawInChromium(): Promise<readonly Drawn[]> {
  return withChromium(async (browser) => {
    const tab = await browser.newPage()
    await tab.setViewport({ width: 2400, height: 900 })
    await tab.setContent(page())
    await tab.evaluate('globalThis.__name = (inner) => inner')
    await tab.evaluate(async () => {
      await document.fonts.ready
    })
    return tab.evaluate(readDrawn)
  })
}

/** Devanagari is measured up to a twentieth too wide: what follows it stands further right. */
const hasForeignText = (tex: string): boolean => /[\u0900-\u097f]/.test(tex)
/** `\oiint` is an oval over another sign; our room for it is wider than the browser's. */
const isTooWide = (tex: string): boolean => tex.includes('oiint')

describe('layout of formulas', () => {
  it('is what Chromium draws, for more than two hundred formulas', async () => {
    const drawn = await drawInChromium()
    const faults: string[] = []
    for (const [index, { tex, isDisplay }] of cases.entries()) {
      const box = layoutFormula(tex, isDisplay)
      const seen = drawn[index]
      const name = `${isDisplay ? 'display' : 'inline'} ${tex}`
      for (const [at, part] of box.parts.entries()) {
        const real = seen?.parts[at]
        const room = part.width * EM_PX * 1.015
        if (real === undefined || room < real.width - 0.5) faults.push(`${name}: too narrow`)
        if ((part.height + part.depth) * EM_PX < (real?.height ?? 0) - 0.7)
          faults.push(`${name}: too low`)
      }
      if (hasForeignText(tex) || isTooWide(tex)) continue
      const marks = box.parts.flatMap((part) => part.marks).filter(({ kind }) => kind === 'glyphs')
      const letters = marks.flatMap((mark) =>
        mark.kind === 'glyphs' ? [{ text: mark.text, x: mark.x * EM_PX, y: mark.y * EM_PX }] : [],
      )
      const own = joinWords(letters)
      const real = joinWords((seen?.texts ?? []).filter(({ text }) => !/[₹€]/.test(text)))
      if (own.length !== real.length)
        faults.push(`${name}: ${own.length} words, not ${real.length}`)
      for (const [at, mark] of own.entries()) {
        const { x, y } = real[at] ?? { x: Number.NaN, y: Number.NaN }
        // What follows a rule of at least a pixel, as in a ruled array, stands up to a pixel further.
        if (!(Math.abs(mark.x - x) < 2 && Math.abs(mark.y - y) < 0.5))
          faults.push(`${name}: “${mark.text}” at ${mark.x},${mark.y}, drawn at ${x},${y}`)
      }
    }
    expect(faults).toEqual([])
  }, 120_000)

  it('knows every class that KaTeX gives its nodes here', () => {
    expect(openKatex().version).toMatch(/^0\.18\./)
    expect(
      faceKey(nearestFace('KaTeX_Math', { stack: 'sans', weight: 400, isItalic: false })),
    ).toBe('KaTeX_Math-400i')
    expect(() => layoutFormula('\\begin{CD} A @>>> B \\end{CD}', true)).toThrow(/cd-/)
    expect(createRequire(import.meta.url).resolve('katex')).toContain('katex')
  })
})

/** Browsers join what KaTeX writes letter by letter (“lim”); the first letter's place is that of the word. */
function joinWords<T extends { readonly text: string; readonly y: number }>(
  texts: readonly T[],
): readonly T[] {
  const words: T[] = []
  for (const text of texts) {
    const last = words.at(-1)
    if (
      last !== undefined &&
      /^[a-z]+$/.test(last.text) &&
      /^[a-z]+$/.test(text.text) &&
      Math.abs(last.y - text.y) < 0.1
    )
      words[words.length - 1] = { ...last, text: last.text + text.text }
    else words.push(text)
  }
  return words
}

describe('a formula as a line of text', () => {
  it.each([
    ['E = mc^2', 'E = mc²'],
    ['x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}', 'x = (−b ± √(b² − 4ac))/2a'],
    ['\\frac{a}{b}', 'a/b'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\mathrm{H_2O}', 'H₂O'],
    ['\\sin x', 'sin x'],
    ['\\sum_{i=1}^{n} x_i', '∑_(i = 1)ⁿx_i'],
    ['\\bar{x}', 'x̄'],
  ])('%s', (tex, text) => {
    expect(formulaText(tex, false)).toBe(text)
  })

  it.each([
    ['\\begin{align*} a &= b \\\\ c &= d \\end{align*}', 'a = b; c = d'],
    ['E = mc^2 \\tag{1}', 'E = mc², (1)'],
    ['\\sum_{i=1}^{n} x_i', '∑_(i = 1)ⁿx_i'],
  ])('%s, which only a line of its own can hold', (tex, text) => {
    expect(formulaText(tex, true)).toBe(text)
  })
})
