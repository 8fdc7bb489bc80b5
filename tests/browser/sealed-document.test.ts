import { afterAll, describe, expect, it } from 'vitest'
import { policyFor } from '../../scripts/deck/page-policy.ts'
import type { PageTask } from '../../scripts/print/printer.ts'
import { openTestPrinter } from '../own-browser.ts'
import { pngOf } from '../png-of.ts'

const printer = openTestPrinter()

afterAll(() => printer.close())

const viewport = { widthPx: 320, heightPx: 240, scale: 1 }

const IMAGE = `data:image/png;base64,${pngOf(8, 8, () => [200, 100, 50, 255]).toString('base64')}`

const DRAWING = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>')}`

function pageOf(css: string, policy: string): string {
  return `<!doctype html><html lang="en"><head>${policy}<title>x</title><style>${css}</style></head><body><h1>Ores</h1><p>and <a href="#x">more</a></p><img alt="" src="${IMAGE}"><img alt="" src="${DRAWING}"></body></html>`
}

const CSS = '@page { size: 320px 240px; margin: 0 } h1 { color: rgb(9, 8, 7) }'

/** Without dates and the numbers that the browser counts elements by. */
async function printed(html: string): Promise<string> {
  const task: PageTask = { html, media: 'print', viewport, pdf: true }
  const { pdf } = await printer.run(task)
  const text = Buffer.from(pdf ?? []).toString('latin1')
  return text.replace(/D:\d{14}[^)]*/g, '').replace(/node\d{8}/g, '')
}

describe('a document that is only printed', () => {
  it('is never laid out for the screen, and comes out as if it were', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(CSS)}">`
    const hidden = await printed(pageOf(CSS, policy))
    expect(hidden).toBe(await printed(pageOf(CSS, '')))
    expect(hidden.match(/\/Subtype\s*\/Image/g)?.length).toBeGreaterThan(0)
  }, 60_000)
})

describe('a document without a policy', () => {
  it('is under that of the page: it may not even use a style sheet beside its own', async () => {
    const { inspected } = await printer.run({
      html: `<!doctype html><html><head><style>@import url('data:text/css,p{opacity:0.5}'); p { color: rgb(1, 2, 3) }</style></head><body><p>x</p></body></html>`,
      media: 'screen',
      viewport,
      inspect: `(({ color, opacity }) => [color, opacity])(getComputedStyle(document.querySelector('p')))`,
    })
    expect(inspected).toEqual(['rgb(1, 2, 3)', '1'])
  }, 60_000)
})
