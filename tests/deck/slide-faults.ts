/** What a viewer would see wrong on the slides of a deck file, measured in real Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Browser } from 'puppeteer-core'
import type { Fault, MeasuredSlide } from '../../scripts/print/inspect/measured.ts'
import { SLIDE_LIMITS } from '../../scripts/print/slide-limits.ts'
import { rootDir } from '../run-lectern.ts'

export async function findSlideFaults(browser: Browser, html: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-deck-'))
  const page = await browser.newPage()
  try {
    writeFileSync(join(folder, 'deck.html'), html)
    await page.setViewport({ width: 1280, height: 720 })
    await page.goto(`file://${folder}/deck.html`)
    // tsx wraps every inner function in a helper that the page does not have.
    await page.evaluate('globalThis.__name = (inner) => inner')
    const outside = await page.evaluate(measureMargins)
    // What `check --render` measures, by the same code.
    const call = `(() => { ${inspectScript()}; return inspect.measureSlides(${JSON.stringify(SLIDE_LIMITS)}) })()`
    const slides = (await page.evaluate(call)) as readonly MeasuredSlide[]
    return [...outside, ...slides.flatMap(faultsOf)]
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Under 18 pt only what would else be cut off; `check --render` tells it. */
const LEAST_DRAWN_PX = { text: 19, formula: 17 }

function faultsOf({ number, title, faults, suspects }: MeasuredSlide): readonly string[] {
  const name = `slide ${number} (${title})`
  return [
    ...faults.filter((fault) => !isAccepted(fault)).map((fault) => `${name}: ${textOf(fault)}`),
    // Our own sets paint text on plain grounds alone.
    ...suspects.map((suspect) => `${name}: faint? ${JSON.stringify(suspect)}`),
  ]
}

function isAccepted(fault: Fault): boolean {
  if (fault.kind !== 'small-text' || fault.role !== 'figure') return false
  return fault.sizePx >= LEAST_DRAWN_PX[fault.what === 'formula' ? 'formula' : 'text']
}

function textOf(fault: Fault): string {
  if (fault.kind === 'overlap') return `“${fault.words}” stands on “${fault.other}”`
  if (fault.kind === 'small-text') return `“${fault.words}” is ${fault.sizePx} px`
  return JSON.stringify(fault)
}

let script: string | undefined

/** As bundle.ts compiles it. */
export function inspectScript(): string {
  script ??= buildSync({
    entryPoints: [join(rootDir, 'scripts/print/inspect/measure-slides.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'inspect',
    charset: 'utf8',
    write: false,
  }).outputFiles[0]?.text
  return script ?? ''
}

/** What leaves the margins of our own sets. Runs in the page, so it must hold everything it calls. */
async function measureMargins(): Promise<string[]> {
  document.documentElement.classList.remove('playing')
  // Every face the page declares, whether or not the first slide needs it.
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined)))
  await document.fonts.ready
  const faults: string[] = []
  for (const section of document.querySelectorAll<HTMLElement>(
    'div.marpit > svg > foreignObject > section',
  )) {
    const name = `slide ${section.id} (${section.className})`
    const origin = section.getBoundingClientRect()
    const scale = origin.width / section.clientWidth
    const padding = getComputedStyle(section)
    // A line may stand a little out of its box: the ascent of a first line, a rounded last one.
    const least = { x: Number.parseFloat(padding.paddingLeft) - 2, y: 40 }
    const most = {
      x: section.clientWidth - Number.parseFloat(padding.paddingRight) + 2,
      y: section.clientHeight - Number.parseFloat(padding.paddingBottom) + 8,
    }
    const check = (element: Element | Range, label: string): void => {
      for (const rect of element.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue
        const box = {
          left: (rect.left - origin.left) / scale,
          right: (rect.right - origin.left) / scale,
          top: (rect.top - origin.top) / scale,
          bottom: (rect.bottom - origin.top) / scale,
        }
        if (box.left < least.x || box.right > most.x || box.top < least.y || box.bottom > most.y)
          faults.push(`${name}: ${label} at ${JSON.stringify(box)}`)
      }
    }
    if (section.scrollHeight > section.clientHeight + 1)
      faults.push(`${name}: taller than the slide`)
    if (section.scrollWidth > section.clientWidth + 1) faults.push(`${name}: wider than the slide`)
    for (const element of section.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('header, footer, .chart-figures')) continue
      // The tails of roots and braces reach far out of what is shown of them; a formula's boxes do not.
      if (element.closest('.katex')) {
        if (element.matches('.katex-base, .katex-tag')) check(element, 'formula')
        continue
      }
      const label = `${element.tagName} ${(element.textContent ?? '').slice(0, 30)}`
      // Rectangles of text are taller than its lines; lines are checked through their elements.
      if (
        ![
          'SUP',
          'SUB',
          'SMALL',
          'STRONG',
          'EM',
          'A',
          'SPAN',
          'BR',
          'COL',
          'COLGROUP',
          'TITLE',
          'title',
          'CODE',
          'B',
          'I',
        ].includes(element.tagName)
      )
        check(element, label)
      if (
        ['TD', 'TH', 'LI', 'P', 'H1', 'H2', 'TABLE', 'UL', 'OL', 'BLOCKQUOTE'].includes(
          element.tagName,
        ) &&
        element.scrollWidth > element.clientWidth + 1
      )
        faults.push(
          `${name}: ${label} overflows its box: ${element.scrollWidth} > ${element.clientWidth}`,
        )
    }
    const blocks = [...section.children].filter(
      (child) => !child.matches('header, footer, .picture, .chart-figures'),
    )
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1]
      const [here, there] = [block.getBoundingClientRect(), next?.getBoundingClientRect()]
      // Points and the caption of a picture stand side by side.
      if (next && there && there.top < here.bottom - 1 && there.left < here.right - 1)
        faults.push(`${name}: ${block.tagName} overlaps ${next.tagName}`)
    }
  }
  return faults
}
