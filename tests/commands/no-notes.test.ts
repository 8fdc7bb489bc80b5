/** A copy for students holds no sentence of the speaker notes, however it is written. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BUILD, listAll, makeProject, runLectern, topicText } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'

const KEYS = `link: https://example.org/oil
summary: What the price of oil does to trade.
minutes: 10
bilingual: side-by-side
sections:
  - { id: one, title: First, minutes: 4, points: [A first point, A second point] }
  - { id: two, title: Second, minutes: 6, table: { columns: [A, B], rows: [[c, d]] } }
`

const OPENING = 'Greet the <class> & say "good morning", then wait.'
const FIRST = "Ask Ravi's row: who pays 52 > 48 dollars? Do *not* answer --> yet."
const SECOND = '{{title}} class: lead is a joke; tell it slowly… `now`.'
const HINDI = 'पहले प्रश्न पूछें & "उत्तर" की प्रतीक्षा करें।'

const PROJECT = {
  'content/oil.md': topicText(
    'Oil',
    KEYS,
    `${OPENING}\n\n## one\n\n${FIRST}\n\n- A remark in a list nobody reads\n\n## two\n\n${SECOND}\n`,
  ),
  'content/oil.hi.md': `---
title: तेल
summary: तेल की कीमत व्यापार का क्या करती है।
sections:
  - { id: one, title: पहला, points: [पहली बात, दूसरी बात] }
  - { id: two, title: दूसरा, table: { columns: [क, ख], rows: [[ग, घ]] } }
---
${HINDI}

## one

यह वाक्य केवल शिक्षक के लिए है।
`,
}

/** Stretches of words without punctuation, which no escaping changes; three words of a note are enough to know it. */
function phrasesIn(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){2}/gu)].map(
    ([found]) => found,
  )
}

const PHRASES = [
  OPENING,
  FIRST,
  SECOND,
  HINDI,
  'A remark in a list nobody reads',
  'यह वाक्य केवल शिक्षक के लिए है',
].flatMap(phrasesIn)

/** Everything in a file that is text in some way: as it is, unescaped, in base64, packed, drawn on a page. */
async function readingsOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  const raw = bytes.toString('utf8')
  const decoded = [...raw.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString('utf8'),
  )
  const readings = [raw, bytes.toString('latin1'), bytes.toString('utf16le'), ...decoded]
  if (path.endsWith('.pdf'))
    readings.push((await readPdf(Uint8Array.from(bytes))).text, ...unpackedStreams(bytes))
  return readings.flatMap((text) => [text, unescapeAll(text)]).join('\n')
}

function unescapeAll(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/%[0-9a-f]{2}/gi, (written) =>
      String.fromCharCode(Number.parseInt(written.slice(1), 16)),
    )
    .replaceAll('\u2060', '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
}

function unpackedStreams(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(([, data = '']) => {
    try {
      const unpacked = inflateSync(Buffer.from(data, 'latin1'))
      return [unpacked.toString('latin1'), unpacked.toString('utf8')]
    } catch {
      // Not packed: read as it is already.
      return []
    }
  })
}

async function foundIn(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of listAll(folder).filter((path) => statSync(join(folder, path)).isFile())) {
    const text = await readingsOf(join(folder, name))
    for (const phrase of PHRASES) if (text.includes(phrase)) found.push(`${name}: ${phrase}`)
  }
  return found
}

describe('build --no-notes', () => {
  it('leaves no words of the notes in any file', { timeout: 60_000 }, async () => {
    const project = makeProject(PROJECT)
    const { code, err } = await runLectern(['build', '--no-notes'], { cwd: project })
    expect([code, err]).toEqual([0, expect.stringContaining('no problems')])
    const out = join(project, 'out')
    expect(PHRASES.length).toBeGreaterThan(8)
    expect(await foundIn(out)).toEqual([])
    expect(
      listAll(out).filter((name) =>
        /deck\.(?:html|md|pdf)$|handout\.pdf$|brief.*\.pdf$/.test(name),
      ),
    ).toHaveLength(11)
    const html = readFileSync(join(out, 'oil/deck.html'), 'utf8')
    expect(html).not.toContain('class="notes"')
    expect(readFileSync(join(out, 'oil/deck.md'), 'utf8')).not.toMatch(/<!--(?!\s*_)/)
  })

  it('is not the same as a build with them, which is made anew', { timeout: 60_000 }, async () => {
    const project = makeProject(PROJECT)
    await runLectern([...BUILD, '--no-notes'], { cwd: project })
    const { out } = await runLectern([...BUILD], { cwd: project })
    expect(out).toMatch(/oil: deck\.html/)
    const found = await foundIn(join(project, 'out'))
    for (const name of ['oil/deck.html', 'oil/deck.md', 'oil.hi/deck.html', 'oil.hi/deck.md'])
      expect(found.filter((line) => line.startsWith(name)).length, name).toBeGreaterThan(2)
    expect(found.filter((line) => !/deck\.(?:html|md):/.test(line))).toEqual([])
    const again = await runLectern([...BUILD, '--no-notes'], { cwd: project })
    expect(again.out).toMatch(/oil: deck\.html/)
    expect(await foundIn(join(project, 'out'))).toEqual([])
  })

  it('draws the same slides', { timeout: 60_000 }, async () => {
    const project = makeProject(PROJECT)
    await runLectern([...BUILD, '-o', 'mine'], { cwd: project })
    await runLectern([...BUILD, '--no-notes', '-o', 'students'], { cwd: project })
    const slidesIn = (folder: string): readonly string[] => {
      const html = readFileSync(join(project, folder, 'oil/deck.html'), 'utf8')
      return html.match(/<section[\s\S]*?<\/section>/g) ?? []
    }
    expect(slidesIn('students').length).toBeGreaterThan(2)
    expect(slidesIn('students')).toEqual(slidesIn('mine'))
  })

  it('refuses to put the source with its notes into the brief', async () => {
    const project = makeProject(PROJECT)
    const { code, err } = await runLectern(['build', '--no-notes', '--attach-source'], {
      cwd: project,
    })
    expect(code).toBe(2)
    expect(err).toMatch(/--attach-source.*notes/)
  })
})
