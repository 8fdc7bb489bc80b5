import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFetches } from '../../scripts/deck/find-fetches.ts'
import { naughtyStrings } from '../corpora.ts'
import { FULL_DECK, FULL_FILES, FULL_SLIDES } from '../marp/full-deck.ts'
import { firstMissing, marpWords, pptxSlides } from '../marp/slide-words.ts'
import { judgePptx, sayFindings } from '../pptx/judge/judge-pptx.ts'
import { jpegOf } from '../pptx/picture-project.ts'
import { makeFolder, makeProject, runLectern } from '../run-lectern.ts'

type Told = { readonly code: string; readonly message: string; readonly place?: { line: number } }

async function convert(files: Readonly<Record<string, string | Uint8Array>>, ...more: string[]) {
  const cwd = makeProject(files)
  const [file = ''] = Object.keys(files)
  const run = await runLectern(['convert', file, '-o', 'made', '--json', ...more], { cwd })
  const { diagnostics, decks } = JSON.parse(run.out || '{}')
  const name = join(cwd, 'made', file.replace(/^.*\/|\.md$/g, ''))
  const read = (ending: string): Buffer => readFileSync(`${name}.${ending}`)
  return { run, cwd, decks, diagnostics: diagnostics as readonly Told[], read }
}

it('turns a photograph as its camera was held, and cuts off the sides that stand over', async () => {
  // 40 × 30 pixels, seen as 30 × 40: in the left half of a slide, 640 × 720, 7.8 % are cut off above and below.
  const files = { 'deck.md': '![bg left cover](held.jpg)\n# Title\n', 'held.jpg': jpegOf(6) }
  const { read } = await convert(files, '--to', 'pptx')
  const [{ xml } = { xml: '' }] = pptxSlides(read('pptx'))
  expect(xml).toMatch(/<a:srcRect l="7812" t="0" r="7812" b="0"\/>/)
  expect(xml).toMatch(/<a:xfrm rot="5400000">/)
})

describe('a deck with every feature', () => {
  it('keeps slides, words in order, and notes', async () => {
    const { run, read, diagnostics } = await convert(FULL_FILES, '--to', 'pptx')
    expect(run).toMatchObject({ code: 0, err: '' })
    const slides = pptxSlides(read('pptx'))
    const words = marpWords(FULL_DECK)
    expect(words).toHaveLength(FULL_SLIDES)
    expect(slides).toHaveLength(FULL_SLIDES)
    const missing = words.map((all, at) => firstMissing(all, slides[at]?.words ?? []))
    expect(missing).toEqual(words.map(() => undefined))
    expect(slides[0]?.notes.join(' ')).toContain('Welcome everybody & sit down')
    expect(diagnostics.map(({ code }) => code)).toEqual(['marp-picture'])
    expect(diagnostics[0]?.message).toContain('SVG')
  })

  it('is a package without a fault', async () => {
    const { read } = await convert(FULL_FILES, '--to', 'pptx')
    expect(sayFindings(judgePptx(read('pptx')))).toEqual([])
  })

  it('has native tables, pictures, titles and numbers', async () => {
    const { read } = await convert(FULL_FILES, '--to', 'pptx')
    const xml = pptxSlides(read('pptx')).map((slide) => slide.xml)
    expect(xml[0]).toContain('type="ctrTitle"')
    expect(xml[2]).toMatch(/<a:tbl>[\s\S]*algn="r"[\s\S]*<\/a:tbl>/)
    expect(xml[3]?.match(/<p:pic>/g)).toHaveLength(3)
    expect(xml[3]).toContain('descr="a small map"')
    expect(xml[4]).toContain('<a:alphaModFix amt="30000"/>')
    expect(xml[5]).toContain('typeface="Noto Sans Mono"')
    expect(xml[6]).toContain('<a:overrideClrMapping bg1="dk1"')
    expect(xml[6]).toContain('name="Formula"')
    expect(xml[10]).toContain('svgBlip')
    for (const slide of xml) expect(slide).toContain('type="slidenum"')
    expect(xml.filter((slide) => /type="(?:ctrT|t)itle"/.test(slide))).toHaveLength(FULL_SLIDES - 2)
  })

  it('has the same bytes in every run', async () => {
    const [first, second] = await Promise.all([
      convert(FULL_FILES, '--to', 'pptx,html'),
      convert(FULL_FILES, '--to', 'pptx,html'),
    ])
    for (const ending of ['pptx', 'html']) expect(first.read(ending)).toEqual(second.read(ending))
  })

  it('is one page that fetches nothing, in the theme beside it', async () => {
    const { read } = await convert(FULL_FILES, '--to', 'html')
    const html = read('html').toString('utf8')
    expect(findFetches(html)).toEqual([])
    expect(html).toContain('#f4efe6')
    expect(html.match(/<svg data-marpit-svg/g)).toHaveLength(FULL_SLIDES)
    expect(html).toContain('data:image/png;base64,')
    expect(html).toContain('class="katex"')
    // Also in the overview, whose slides stand elsewhere; and no face without a file.
    expect(html).not.toContain('div.marpit > svg > foreignObject')
    expect(html).not.toContain('url("data:,")')
    expect(html).toContain('Welcome everybody &amp; sit down')
  })

  it('is printed by the browser', { timeout: 180_000 }, async () => {
    const { run, decks, read } = await convert(FULL_FILES)
    expect(run.code).toBe(0)
    expect(decks[0].outputs.map(({ format }: { format: string }) => format)).toEqual([
      'pptx',
      'html',
      'pdf',
    ])
    expect(read('pdf').subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('where files go', () => {
  it('is out/<name>, and beside the deck where that is asked for', async () => {
    const cwd = makeProject({ 'a b.md': '# A\n' })
    const first = await runLectern(['convert', 'a b.md', '--to', 'html'], { cwd })
    expect(first.out).toMatch(/^out\/a b\/a b\.html \(1 slide, \d+ kB\)\n$/)
    const second = await runLectern(['convert', 'a b.md', '--to', 'html', '-o', '.'], { cwd })
    expect(second.code).toBe(0)
    expect(readdirSync(cwd).sort()).toEqual(['a b.html', 'a b.md', 'out'])
    expect(readFileSync(join(cwd, 'a b.md'), 'utf8')).toBe('# A\n')
  })

  it('needs no project, and takes several decks', async () => {
    const cwd = makeProject({ 'one.md': '# 1\n', 'sub/two.md': '# 2\n\n---\n' })
    const run = await runLectern(['convert', 'one.md', 'sub/two.md', '--to', 'pptx', '--json'], {
      cwd,
    })
    expect(JSON.parse(run.out).decks).toMatchObject([
      { file: 'one.md', slides: 1 },
      { file: 'sub/two.md', slides: 2, outputs: [{ path: 'out/two/two.pptx' }] },
    ])
  })

  it('tells wrong words in one line', async () => {
    const cwd = makeFolder()
    for (const args of [[], ['nothing.md'], ['x.md', '--to', 'docx']]) {
      const run = await runLectern(['convert', ...args], { cwd })
      expect(run.code).toBe(2)
      expect(run.err).toMatch(/^lectern: .*\n {2}.*\n$/)
    }
  })
})

it('without a browser all else is made, and the command ends with 3', async () => {
  const { run, diagnostics, cwd } = await convert({ 'a.md': '# A\n' }, '--browser', '/nonexistent')
  expect(run.code).toBe(3)
  expect(diagnostics.map(({ code }) => code)).toEqual(['browser-missing'])
  expect(readdirSync(join(cwd, 'made')).sort()).toEqual(['a.html', 'a.pptx'])
})

const LINKS = `# A

[j](javascript:alert(1)) [f](file:///etc/passwd) [u](//srv/share) [d](data:text/html,x)
<a href="javascript:x">h</a> <a href="file:///x">k</a> [ok](https://example.org/) [m](mailto:a@b.org) [s](#2) [z](#99)

---

# B
`

it('only harmless links are links', async () => {
  const { read, diagnostics } = await convert({ 'a.md': LINKS }, '--to', 'pptx,html')
  const { xml, words } = pptxSlides(read('pptx'))[0] ?? { xml: '', words: [] }
  expect(xml.match(/<a:hlinkClick /g)).toHaveLength(3)
  expect(words).toEqual(expect.arrayContaining(['h', 'k', 'u', 'ok', 's', 'z']))
  const html = read('html').toString('utf8')
  expect(html).not.toMatch(/href="(?:javascript|file|data|\/\/)/)
  expect(findFetches(html)).toEqual([])
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['marp-link']))
  expect(diagnostics.every(({ place }) => (place?.line ?? 0) >= 3)).toBe(true)
})

const HOSTILE = `---
style: |
  @import url(http://e.example/x.css);
  section { background: url(//e.example/x.png) }
  } broken {{{
class: 'x" onload=alert(1)'
backgroundColor: "red;} body{display:none"
backgroundImage: "url(http://e.example/x.png)"
footer: "<script>alert(1)</script> foot"
---

# A

<style>h1 { background: image-set("http://e.example/z.png" 1x) }</style>
<script>alert(document.cookie)</script>
<iframe src="http://e.example/"></iframe>
<img src="x.png" onerror="alert(1)"> <img src="http://e.example/x.png" alt="remote words">
<video src="http://e.example/v.mp4" autoplay></video>
![](../../secret.png) ![](%2e%2e/secret.png) ![](/etc/passwd) ![](file:///etc/passwd)
![there are words](https://e.example/y.png)

<div><table><tr><td>never closed <ul><li>open
`

describe('a hostile deck', () => {
  it.each(['--strict', '--trust-html'])('fetches and runs nothing with %s', async (flag) => {
    const { run, read, diagnostics } = await convert({ 'a.md': HOSTILE }, '--to', 'pptx,html', flag)
    expect(run).toMatchObject({ code: flag === '--strict' ? 1 : 0, err: '' })
    const html = read('html').toString('utf8')
    expect(findFetches(html)).toEqual([])
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(/<(?:iframe|video)|document\.cookie/.exec(html)).toBe(null)
    expect(html).toContain('remote words')
    const slide = pptxSlides(read('pptx'))[0]
    expect(slide?.words.join(' ')).toContain('never closed')
    expect(slide?.words.join(' ')).toContain('there are words')
    const codes = new Set(diagnostics.map(({ code }) => code))
    expect([...codes].sort()).toEqual(
      expect.arrayContaining(['marp-picture', 'marp-remote', 'marp-tag']),
    )
  })

  const BAD: Readonly<Record<string, readonly [string | Uint8Array, number, string | undefined]>> =
    {
      'UTF-16': [Buffer.from('\ufeff# A\n', 'utf16le'), 1, 'utf16'],
      'Latin-1': [Buffer.from([0x23, 0x20, 0xe9]), 1, 'not-utf8'],
      'a NUL': ['# A\0\n', 1, 'control-character'],
      nothing: ['', 1, 'empty-file'],
      'too much': ['x'.repeat(5_100_000), 1, 'too-large'],
      'a mark and CRLF': ['\ufeff---\r\ntitle: x\r\n---\r\n\r\n# A\r\n', 0, undefined],
      'no YAML': ['---\na: [b\n---\n# A\n', 0, 'marp-front-matter'],
      'aliases without end': [
        `---\na: &a [x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array.from({ length: 8 }, () => `*${'abcdefgh'[at]}`).join()}]\n`).join('')}title: *h\n---\n# A\n`,
        0,
        undefined,
      ],
      'comments that never end': [`# A\n\nx ${'<!--'.repeat(20_000)}`, 0, 'marp-overflow'],
      'quotes in quotes': [`# A\n\n${'> '.repeat(2000)}x`, 0, undefined],
      'tags in tags': [`# A\n\n${'<div>'.repeat(5000)}x`, 0, undefined],
      'emphasis in emphasis': [`# A\n\n${'**_'.repeat(5000)}x`, 0, undefined],
      'names of JavaScript': [
        '---\n__proto__: 1\ntheme: __proto__\n---\n# constructor\n\n```toString\nx\n```\n',
        0,
        'marp-theme',
      ],
      'a thousand slides': ['# A\n\n---\n\n'.repeat(1000), 0, undefined],
    }

  it.each(Object.entries(BAD))(
    'of %s is told or made, without a trace',
    async (_, [text, code, told]) => {
      const { run, diagnostics } = await convert({ 'a.md': text }, '--to', 'pptx,html')
      expect(run).toMatchObject({ code, err: '' })
      expect(diagnostics.map((one) => one.code)).toEqual(told === undefined ? [] : [told])
    },
  )

  it('of naughty strings is a package without a fault', { timeout: 120_000 }, async () => {
    // Control characters are refused as a whole.
    const strings = naughtyStrings().filter(
      (text) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/.test(text),
    )
    const deck = strings
      .map(
        (text) =>
          `# ${text}\n\n- ${text}\n- **${text}**\n\n| ${text} | b |\n|---|---|\n| x | ${text} |\n\n[${text}](https://e.org/${text})\n\n<!-- ${text} -->\n`,
      )
      .join('\n---\n\n')
    const { run, read } = await convert({ 'a.md': deck }, '--to', 'pptx,html')
    expect(run.code).toBe(0)
    expect(findFetches(read('html').toString('utf8'))).toEqual([])
    const words = marpWords(deck)
    expect(pptxSlides(read('pptx'))).toHaveLength(words.length)
    // Which language a mark of Devanagari between Arabic letters is in, nobody can say.
    const faults = sayFindings(judgePptx(read('pptx'))).filter((fault) => !fault.endsWith('[lang]'))
    expect(faults).toEqual([])
  })
})

it('leaves nothing behind of a deck that cannot be read', async () => {
  const { cwd } = await convert({ 'a.md': '# A\0\n' })
  expect(existsSync(join(cwd, 'made'))).toBe(false)
})
