/** What becomes of files that the Chromium of the tests printed, and of files that are not as it writes them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditPdf } from '../../../scripts/audit/audit-pdf.ts'
import { plainBand } from '../../../scripts/print/pdf/plain-bands.ts'
import { rewritePdf } from '../../../scripts/print/pdf/rewrite-pdf.ts'
import { UnexpectedPdf } from '../../../scripts/print/pdf/unexpected-pdf.ts'
import { openTestPrinter } from '../../own-browser.ts'
import { hasHindiWords, readHindiWords } from '../../typeset/hindi-list.ts'
import { hasTool, runTool } from '../../typeset/pdf-text.ts'
import { wordsIn } from '../../typeset/set-hindi-words.ts'
import { readPrinted } from '../read-printed.ts'
import { editOf, printPage } from './printed-page.ts'

const printer = openTestPrinter()

const BODY = `<h1>A page of <em>everything</em></h1>
<p style="width: 200px">Words that go on to another line, and Donaudampfschifffahrtsgesellschaft</p>
<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>first</li></ol>
<table><caption>Figures</caption><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td><td></td></tr></table>
<p style="background: #eee; border: 1px solid">See <a href="https://example.org/">the source</a>, <a href="#end">the end</a>.</p>
<svg role="img" aria-label="Two boxes" width="200" height="40"><rect width="20" height="9"/><text y="20">one</text><rect x="50" width="20" height="9"/><text x="90" y="20">two</text></svg>
<section style="break-before: page" aria-hidden="true">Running text</section><h2 id="end">The end</h2>`

const CSS = 'p { overflow-wrap: anywhere } h1, h2 { margin: 0 }'

let printed: Uint8Array = new Uint8Array()
let finished: Uint8Array = new Uint8Array()
let text = ''

beforeAll(async () => {
  ;({ pdf: printed, text } = await printPage(BODY, printer, { css: CSS }))
  finished = rewritePdf(printed, editOf(text))
}, 120_000)

afterAll(() => printer.close())

function structureOf(pdf: Uint8Array): readonly string[] {
  return (runTool('pdfinfo', ['-struct-text', 'FILE'], pdf) ?? '').split('\n')
}

describe('a printed page', () => {
  it('meets what PDF/UA-1 asks of a machine', () => {
    const ofUa = ({ clause }: { readonly clause: string }): boolean =>
      clause.startsWith('Matterhorn')
    expect(auditPdf(printed).filter(ofUa)).not.toEqual([])
    expect(auditPdf(finished).filter(ofUa)).toEqual([])
  })

  it('does not claim it where a picture is told by nobody', async () => {
    const bare = await printPage(
      '<h1>A</h1><img alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC" width="9" height="9">',
      printer,
    )
    expect(auditPdf(rewritePdf(bare.pdf, editOf(bare.text)))).not.toContainEqual(
      expect.objectContaining({ clause: 'Matterhorn 06-002' }),
    )
    const skipped = await printPage('<h1>A</h1><h3>B</h3>', printer)
    expect(auditPdf(rewritePdf(skipped.pdf, editOf(skipped.text)))).toContainEqual(
      expect.objectContaining({ clause: 'Matterhorn 06-002' }),
    )
  }, 60_000)

  it('has links with what they say, outside and inside', async () => {
    const { annotations } = await readPrinted(finished)
    expect(annotations.map(({ text: said, target }) => [said, target])).toEqual([
      ['the source', 'https://example.org/'],
      ['the end', '3'],
    ])
  })

  it('is the same for the same input, and smaller than it was', () => {
    expect(rewritePdf(printed, editOf(text))).toEqual(finished)
    expect(finished.length).toBeLessThan(printed.length)
  })

  it.skipIf(!hasTool('pdfinfo'))('has spaces where lines end, and none inside a word', () => {
    const structure = structureOf(finished).join('\n')
    expect(structure).toContain('Words that go on to another line, and ')
    expect(structure).toContain('Donaudampfschifffahrtsgesellschaft')
  })

  it.skipIf(!hasTool('pdfinfo'))('has tags that mean something, of what is read', () => {
    expect(
      structureOf(finished).map((line) => line.trim().replace(/ \(.*\)$/, '')),
    ).toMatchSnapshot()
  })
})

describe('a file that is not as Chromium writes it', () => {
  const refuse = (bytes: Uint8Array): unknown => {
    try {
      rewritePdf(bytes, editOf(text))
      return 'taken'
    } catch (error) {
      return error
    }
  }

  it('is refused when it breaks off', () => {
    for (let part = 0; part < 40; part++) {
      const cut = printed.slice(0, Math.floor((printed.length * part) / 40))
      expect(refuse(cut)).toBeInstanceOf(UnexpectedPdf)
    }
    expect(refuse(printed.slice(0, -7))).toBeInstanceOf(UnexpectedPdf)
  })

  it('is refused when its objects are in streams, as in our own', () => {
    expect(refuse(finished)).toEqual(
      new UnexpectedPdf('it has no cross-reference table of one section'),
    )
  })

  it('is refused when it is no PDF, is encrypted or has no tags', () => {
    expect(refuse(Buffer.from('<html>'))).toBeInstanceOf(UnexpectedPdf)
    const source = Buffer.from(printed).toString('latin1')
    const changed = (from: string, to: string): Uint8Array =>
      Buffer.from(source.replace(from, to.padEnd(from.length)), 'latin1')
    expect(refuse(changed('/Info 1 0 R', '/Encrypt 1 0 R'))).toBeInstanceOf(UnexpectedPdf)
    expect(refuse(changed('/StructTreeRoot ', '/StructTreeRoof '))).toEqual(
      new UnexpectedPdf('it has no tags, as when a style sheet hides all that is printed'),
    )
  })

  it('is refused or read, but never the cause of another error, whatever byte is wrong', () => {
    for (let turn = 0; turn < 400; turn++) {
      const damaged = Uint8Array.from(printed)
      const at = (turn * 7919 + 13) % damaged.length
      damaged[at] = ((damaged[at] ?? 0) + 1 + (turn % 200)) % 256
      const outcome = refuse(damaged)
      if (outcome !== 'taken') expect(outcome).toBeInstanceOf(UnexpectedPdf)
    }
  })
})

describe('a band along an edge', () => {
  const path = (outer: string, hole: string): string => `${outer}h\n${hole}h\nf*\n`
  const box = (left: number, top: number, right: number, bottom: number): string =>
    `${left} ${top} m\n${left} ${bottom} l\n${right} ${bottom} l\n${right} ${top} l\n${left} ${top} l\n`

  it('is one rectangle', () => {
    expect(plainBand(path(box(0, -57, 1280, 720), box(0, 0, 1280, 720)))).toBe(
      '0 -57 1280 57 re\nf\n',
    )
    expect(plainBand(path(box(0, 0, 1280, 720), box(16, 0, 1280, 720)))).toBe('0 0 16 720 re\nf\n')
  })

  it('stays where two sides are painted, or none', () => {
    expect(plainBand(path(box(0, 0, 9, 9), box(1, 1, 9, 9)))).toBeUndefined()
    expect(plainBand(path(box(0, 0, 9, 9), box(0, 0, 9, 9)))).toBeUndefined()
    expect(plainBand('0 0 9 9 re\nf\n')).toBeUndefined()
  })
})

describe.skipIf(!hasHindiWords() || !hasTool('pdftotext'))(
  'of the 15,990 words of hunspell-hi',
  () => {
    it('poppler extracts none wrongly', async () => {
      const words = readHindiWords()
      const rows = Array.from({ length: Math.ceil(words.length / 100) }, (_, row) =>
        words.slice(row * 100, row * 100 + 100).join(' '),
      )
      const page = await printPage(`<p>${rows.join('</p><p>')}</p>`, printer, { lang: 'hi' })
      const pdf = rewritePdf(page.pdf, editOf(page.text, 'hi'))
      for (const order of [[], ['-raw']]) {
        const read = runTool('pdftotext', [...order, 'FILE', '-'], pdf) ?? ''
        expect(wordsIn(read).toSorted()).toEqual(wordsIn(words.join(' ')).toSorted())
      }
      expect(auditPdf(pdf).filter(({ clause }) => clause.startsWith('Matterhorn'))).toEqual([])
    }, 120_000)
  },
)
