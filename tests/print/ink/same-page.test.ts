/** Documents that are settled one after the other in the same page of the browser. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openTestPrinter } from '../../own-browser.ts'

const script = readFileSync(new URL('../../../dist/ink.js', import.meta.url), 'utf8')

/** @param css of what stands before the one paragraph */
function documentOf(css: string): string {
  return `<!doctype html><html><head><style>p::before { content: 'x'; ${css} }</style></head><body><p>Text</p></body></html>`
}

const LOOK = `(() => { ${script}
return ink.settleInk('saving').then(() => {
  const { color, textShadow } = getComputedStyle(document.querySelector('p'), '::before')
  return { color, textShadow }
}) })()`

it('leaves nothing of one document to the next', async () => {
  const printer = openTestPrinter({ cores: 1 })
  const viewport = { widthPx: 800, heightPx: 600, scale: 1 }
  const settle = async (css: string): Promise<unknown> => {
    const task = { html: documentOf(css), media: 'screen', viewport, inspect: LOOK } as const
    return (await printer.run(task)).inspected
  }
  try {
    await settle('color: #dddddd')
    const dark = await settle('color: #123456; text-shadow: 1px 1px #000000')
    expect(dark).toEqual({ color: 'rgb(18, 52, 86)', textShadow: 'none' })
  } finally {
    await printer.close()
  }
})
