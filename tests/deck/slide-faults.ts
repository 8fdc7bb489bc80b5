/** What a viewer would see wrong on the slides of a deck file, measured in real Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'

export async function findSlideFaults(browser: Browser, html: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-deck-'))
  const page = await browser.newPage()
  try {
    writeFileSync(join(folder, 'deck.html'), html)
    await page.setViewport({ width: 1280, height: 720 })
    await page.goto(`file://${folder}/deck.html`)
    // tsx wraps every inner function in a helper that the page does not have.
    await page.evaluate('globalThis.__name = (inner) => inner')
    return await page.evaluate(measureFaults)
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs in the page, so it must hold everything it calls. */
async function measureFaults(): Promise<string[]> {
  document.documentElement.classList.remove('playing')
  // Every face the page declares, whether or not the first slide needs it.
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined)))
  await document.fonts.ready
  const faults: string[] = []
  /** Letters smaller than any small print but marks and the foot line. A diagram that must be smaller is reported when built. */
  const small = (section: HTMLElement, scale: number): string[] => {
    const texts = [...section.querySelectorAll('text, p, li, td, th, h1, h2, h3, code')]
    return texts.flatMap((element) => {
      if (element.closest('header, footer, small, sup, sub, .katex, .credit')) return []
      const drawing = element.closest('svg')
      const isDrawn = drawing !== null && section.contains(drawing)
      const shown = isDrawn
        ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width / scale
        : 1
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize) * shown
      const isSmall = sizePx < (isDrawn ? 19 : 22)
      return isSmall ? [`“${(element.textContent ?? '').slice(0, 30)}” is ${sizePx} px`] : []
    })
  }
  /** Lines of text that stand on one another, by the middle of each: ascents may reach into the line above. */
  const overlaps = (section: HTMLElement, scale: number): string[] => {
    const lines: {
      node: Node
      text: string
      left: number
      right: number
      top: number
      bottom: number
    }[] = []
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const apart = node.parentElement?.closest('.katex, title, sup, sub, small, .chart-figures')
      // Marp's own picture frame is outside the section.
      if (text === '' || (apart && section.contains(apart))) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // The foot cuts what is too long for it.
      const edge = node.parentElement?.closest('header, footer')?.getBoundingClientRect().right
      for (const { left, right: end, top, bottom } of range.getClientRects()) {
        const right = Math.min(end, edge ?? end)
        const quarter = (bottom - top) / 4
        lines.push({ node, text, left, right, top: top + quarter, bottom: bottom - quarter })
      }
    }
    // Letters of a formula may reach over one another: it is one thing, as high as its boxes.
    for (const node of section.querySelectorAll('.katex-base, .katex-tag')) {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      lines.push({ node, text: node.textContent ?? '', left, right, top, bottom })
    }
    return lines.flatMap((line, index) =>
      lines
        .slice(index + 1)
        .filter(
          (other) =>
            // A line cut short with an ellipsis has two rectangles.
            line.node !== other.node &&
            Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2 * scale &&
            Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top) > 2 * scale,
        )
        .map((other) => `“${line.text.slice(0, 30)}” stands on “${other.text.slice(0, 30)}”`),
    )
  }
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
    const texts = [...overlaps(section, scale), ...small(section, scale)]
    faults.push(...texts.map((fault) => `${name}: ${fault}`))
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
