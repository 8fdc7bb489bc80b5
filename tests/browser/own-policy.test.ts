import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestPrinter } from '../own-browser.ts'

const printer = openTestPrinter()

afterAll(() => printer.close())

/** A document whose policy lets in its own style sheet alone, as every deck does. */
function pageIn(color: string): string {
  const css = `p { color: ${color}; }`
  const hash = createHash('sha256').update(css).digest('base64')
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'"><style>${css}</style></head><body><p>x</p></body></html>`
}

describe('a document printed after others', () => {
  it('has its own style sheet, whatever the policies before it let in', async () => {
    const colors = ['rgb(1, 0, 0)', 'rgb(2, 0, 0)', 'rgb(3, 0, 0)', 'rgb(4, 0, 0)', 'rgb(5, 0, 0)']
    const seen: unknown[] = []
    for (const color of colors) {
      const { inspected } = await printer.run({
        html: pageIn(color),
        media: 'screen',
        viewport: { widthPx: 320, heightPx: 240, scale: 1 },
        inspect: `getComputedStyle(document.querySelector('p')).color`,
      })
      seen.push(inspected)
    }
    expect(seen).toEqual(colors)
  }, 60_000)
})
