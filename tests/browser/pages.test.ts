/** Pages used for document after document. */
import { afterEach, describe, expect, it } from 'vitest'
import { LIMITS } from '../../scripts/browser/limits.ts'
import type { OpenPrinter } from '../../scripts/browser/open-printer.ts'
import { openTestPrinter } from '../own-browser.ts'
import { pngOf } from '../png-of.ts'
import { makeFolder } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'
import { pageTask } from './page-task.ts'
import { browsersIn, expectNothingLeft, hasProc, profilesIn, until } from './processes.ts'

const TIMEOUT = 120_000
const opened: OpenPrinter[] = []

function open(documentsPerBrowser = LIMITS.documentsPerBrowser, cores = 1) {
  const folder = makeFolder()
  const printer = openTestPrinter(
    { temporaryDir: folder, cores },
    { limits: { ...LIMITS, documentsPerBrowser } },
  )
  opened.push(printer)
  return { printer, folder }
}

afterEach(async () => {
  for (const printer of opened.splice(0)) await printer.close()
})

const SEEN =
  '[innerWidth, innerHeight, devicePixelRatio, matchMedia("print").matches, document.title, document.body.textContent]'

describe('a page', () => {
  it(
    'shows the next document in its own size and medium, with nothing of the last',
    async () => {
      const { printer } = open()
      await printer.run(
        pageTask('old', { viewport: { widthPx: 900, heightPx: 700, scale: 3 }, inspect: SEEN }),
      )
      const { inspected } = await printer.run({
        html: '<!doctype html><title>new</title><body>new</body>',
        media: 'screen',
        viewport: { widthPx: 400, heightPx: 300, scale: 1 },
        inspect: SEEN,
      })
      expect(inspected).toEqual([400, 300, 1, false, 'new', 'new'])
    },
    TIMEOUT,
  )

  it(
    'stays where it is when the last document wanted to go elsewhere',
    async () => {
      const { printer } = open()
      await printer.run(
        pageTask('<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">old'),
      )
      for (let at = 0; at < 20; at += 1) {
        const inspect = '[location.href, document.body.textContent]'
        const { inspected } = await printer.run(pageTask(`new ${at}`, { inspect }))
        expect(inspected).toEqual(['about:blank', `new ${at}`])
      }
    },
    TIMEOUT,
  )

  it(
    'asks the document itself, not what the document calls by the same names',
    async () => {
      const { printer } = open()
      const { pdf } = await printer.run(
        pageTask('<img name="fonts"><img name="images"><form name="body"></form>x'),
      )
      expect(pdf?.length).toBeGreaterThan(500)
    },
    TIMEOUT,
  )

  it(
    'prints a document of many pictures whole',
    async () => {
      const { printer } = open()
      // Noise, so that no picture is the same, and none small.
      const slide = (at: number): string => {
        const noise = pngOf(120, 120, (x, y) => {
          const value = (x * 7919 + y * 104_729 + at * 15_485_863) ** 2 % 16_777_213
          return [value & 255, (value >> 8) & 255, (value >> 16) & 255, 255]
        })
        return `<p style="break-after: page">Slide ${at}<img src="data:image/png;base64,${noise.toString('base64')}"></p>`
      }
      const slides = Array.from({ length: 120 }, (_, at) => slide(at)).join('')
      expect(slides.length).toBeGreaterThan(5_000_000)
      const { pdf } = await printer.run(pageTask(slides))
      const { pageCount, text } = await readPdf(new Uint8Array(pdf ?? []))
      expect(pageCount).toBe(120)
      expect(text).toContain('Slide 119')
    },
    TIMEOUT,
  )

  it(
    'takes a document that is longer than any message may be',
    async () => {
      const { printer } = open()
      // Three bytes a letter: 117 MB.
      const filling = `<!-- ${'हिन्दी'.repeat(6_500_000)} -->`
      const { inspected } = await printer.run(
        pageTask(`<p>first</p>${filling}<p id="last">last</p>`, {
          pdf: false,
          inspect: `[document.querySelectorAll('p').length, document.getElementById('last').textContent]`,
        }),
      )
      expect(inspected).toEqual([2, 'last'])
    },
    TIMEOUT,
  )
})

describe.skipIf(!hasProc)('a browser', () => {
  it(
    'gives way to a fresh one after so many documents, and is gone then',
    async () => {
      const { printer, folder } = open(2)
      const seen = new Set<number>()
      for (let at = 0; at < 5; at += 1) {
        await printer.run(pageTask(`deck ${at}`))
        const [pid = 0] = await until(() => browsersIn(folder).length === 1 && browsersIn(folder))
        seen.add(pid)
      }
      expect(seen.size).toBe(3)
      expect(profilesIn(folder)).toHaveLength(1)
    },
    TIMEOUT,
  )

  it(
    'prints the same bytes as its neighbours and its successors',
    async () => {
      const { printer } = open(3, 4)
      const prints = await Promise.all(
        Array.from({ length: 8 }, () => printer.run(pageTask('<h1>Ores</h1>'))),
      )
      const texts = prints.map(({ pdf }) =>
        Buffer.from(pdf ?? [])
          .toString('latin1')
          .replace(/D:\d{14}[^)]*/g, '')
          .replace(/node\d{8}/g, ''),
      )
      expect(new Set(texts).size).toBe(1)
    },
    TIMEOUT,
  )

  it(
    'that was started and never needed is gone with the printer',
    async () => {
      const { printer, folder } = open()
      printer.start()
      await until(() => browsersIn(folder).length === 1)
      await printer.close()
      await expectNothingLeft(folder)
    },
    TIMEOUT,
  )
})
