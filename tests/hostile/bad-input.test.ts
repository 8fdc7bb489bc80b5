/** The list "Bad input" of issue 2, one by one, through the real program: place, exit 1, the other topic built. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  listAll,
  makeFolder,
  makeProject,
  runLectern,
  STACK_LINE_RE,
  topicText,
} from '../run-lectern.ts'

const canary = join(makeFolder(), 'ran')
const CODE = `{ title: (require('node:fs').writeFileSync(${JSON.stringify(canary)}, ''), 'x') }`
const image = (src: string): string =>
  topicText(
    'T',
    `sections:\n  - title: One\n    image: { src: ${JSON.stringify(src)}, alt: A picture }`,
  )

/** File name → content, code, and whether the report can name a line. */
const CASES: Readonly<
  Record<string, readonly [text: string | Uint8Array, code: string, hasPlace: boolean]>
> = {
  js: [`---js\n${CODE}\n---\n`, 'front-matter-language', true],
  'js-blank-capitals': [`--- JS\n${CODE}\n---\n`, 'front-matter-language', true],
  javascript: [`---javascript\n${CODE}\n---\n`, 'front-matter-language', true],
  json: ['---json\n{ "title": "x" }\n---\n', 'front-matter-language', true],
  'js-crlf-bom': [`\ufeff---js\r\n${CODE}\r\n---\r\n`, 'front-matter-language', true],
  'no-yaml': ['---\ntitle: [a\nsections: x\n---\n', 'unclosed-bracket', true],
  'duplicate-key': ['---\ntitle: a\ntitle: b\n---\n', 'duplicate-key', true],
  alias: ['---\ntitle: &a x\nsubtitle: *a\n---\n', 'yaml-alias', true],
  'too-large': [
    topicText('T', `summary: ${'word '.repeat(14_000)}`),
    'front-matter-too-large',
    true,
  ],
  proto: ['---\n__proto__: { polluted: true }\ntitle: a\n---\n', 'forbidden-key', true],
  'wrong-type': ['---\ntitle: a\nsections: text\n---\n', 'wrong-type', true],
  'unknown-key': [topicText('T', 'subtilte: x'), 'unknown-key', true],
  empty: ['', 'empty-file', false],
  'not-utf8': [Buffer.from(topicText('caf\xe9'), 'latin1'), 'not-utf8', true],
  control: [topicText('T').replace('A first', 'A \u0007 first'), 'control-character', true],
  'image-parent': [image('../secret.png'), 'image-leaves-folder', true],
  'image-encoded-parent': [image('%2e%2e/secret.png'), 'image-leaves-folder', true],
  'image-absolute': [image('/etc/passwd'), 'image-absolute', true],
  'image-windows': [image('C:\\secret.png'), 'image-absolute', true],
  'image-file': [image('file:///etc/passwd'), 'image-absolute', true],
  'image-remote': [image('https://example.org/x.png'), 'image-remote', true],
  'image-host': [image('//example.org/x.png'), 'image-remote', true],
  'image-link': [image('link.png'), 'image-leaves-folder', true],
  'image-missing': [image('none.png'), 'image-missing', true],
  'image-text': [image('text.png'), 'image-format', true],
  fifo: ['', 'not-a-file', false],
  folder: ['', 'not-a-file', false],
}

describe('bad input', () => {
  const project = makeProject({
    ...Object.fromEntries(
      Object.entries(CASES).map(([name, [text]]) => [`content/bad-${name}.md`, text]),
    ),
    'content/good.md': topicText('Good'),
    'content/text.png': 'SECRET-CANARY',
    'secret.png': 'SECRET-CANARY',
  })
  for (const name of ['fifo', 'folder'])
    execFileSync('rm', [join(project, `content/bad-${name}.md`)])
  execFileSync('mkfifo', [join(project, 'content/bad-fifo.md')])
  mkdirSync(join(project, 'content/bad-folder.md'))
  symlinkSync('/etc/hostname', join(project, 'content/link.png'))
  const run = runLectern(['build', '--report', 'short', '--to', 'html,md'], { cwd: project })

  it.each(
    Object.entries(CASES).map(([name, [, code, hasPlace]]) => [name, code, hasPlace] as const),
  )('%s is reported as %s with its place', async (name, code, hasPlace) => {
    const lines = (await run).err
      .split('\n')
      .filter((line) => line.startsWith(`content/bad-${name}.md`))
    const place = hasPlace ? ':\\d+:\\d+' : '(?::\\d+:\\d+)?'
    expect(lines.join('\n')).toMatch(
      new RegExp(`^content/bad-${name}\\.md${place}: error\\[${code}\\]`, 'm'),
    )
  })

  it('names the byte that is not UTF-8', async () => {
    const offset = topicText('caf').indexOf('caf') + 3
    expect((await run).err).toContain(`byte ${offset} `)
  })

  it('stops no other topic, runs no code, shows no trace, exit 1', async () => {
    const { code, out, err } = await run
    expect(code).toBe(1)
    expect(out).toMatch(/^good: deck\.html \(\d+ slides/m)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(STACK_LINE_RE)
    expect(existsSync(canary)).toBe(false)
    expect('polluted' in {}).toBe(false)
  })

  it('brings no byte of another file into an output', async () => {
    await run
    const outputs = listAll(join(project, 'out')).filter((name) => /\.\w+$/.test(name))
    for (const name of outputs)
      expect(readFileSync(join(project, 'out', name), 'latin1')).not.toContain('SECRET-CANARY')
  })
})

const TEXTS = [
  '---',
  '***',
  '{{title}}',
  '{{{title}}}',
  '{{> deck-section}}',
  '{{#each sections}}x{{/each}}',
  '<!-- class: x -->',
  '<!-- _class: title -->',
  '--> <script>alert(1)</script>',
  '<style>section { display: none }</style>',
  '<style>@import url(http://example.org/x.css)</style>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="file:///etc/passwd"></iframe>',
  '<b>bold</b>',
  '&lt;b&gt; &amp; &#60;',
  '![x] (http://example.org/x.png)',
  '::: section',
  ':::',
  '# heading',
  '```',
  '| a | b |',
  ':smile: costs $5 and $6',
  '</section></body>',
  '__proto__',
  '\\',
] as const

/** Tags of a page: what a browser builds, whatever the text says. A bare address may become a link. */
function tagsOf(html: string): readonly string[] {
  const body = html.slice(html.indexOf('<body'))
  return [...body.matchAll(/<(\/?[a-zA-Z][\w-]*)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !/^\/?a$/.test(name))
}

function textOf(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')
}

describe('markup inside a value', () => {
  const topic = (text: string): string => {
    const value = JSON.stringify(text)
    return topicText(
      text,
      `subtitle: ${value}\nsections:\n  - id: one\n    title: ${value}\n    points: [${value}, second]\n  - title: Table\n    table: { columns: [${value}, b], rows: [[${value}, c]] }`,
    )
  }
  const project = makeProject({
    ...Object.fromEntries(TEXTS.map((text, index) => [`content/t${index}.md`, topic(text)])),
    'content/plain.md': topic('plain'),
  })
  const run = runLectern(['build', '--to', 'html', '--report', 'short'], { cwd: project })
  const deckOf = (slug: string): string =>
    readFileSync(join(project, 'out', slug, 'deck.html'), 'utf8')

  it('is no fault: every topic is built', async () => {
    const { code, out, err } = await run
    expect(err).not.toMatch(STACK_LINE_RE)
    expect([code, out.trimEnd().split('\n').length]).toEqual([0, TEXTS.length + 1])
  })

  it.each(TEXTS.map((text, index) => [text, index] as const))(
    '%s stays text: the same slides and tags as with a plain word',
    async (text, index) => {
      await run
      const deck = deckOf(`t${index}`)
      expect(deck.match(/<section /g)).toHaveLength(
        deckOf('plain').match(/<section /g)?.length ?? 0,
      )
      expect(tagsOf(deck)).toEqual(tagsOf(deckOf('plain')))
      expect(textOf(deck)).toContain(text)
    },
  )

  it('is HTML only with --trust-html, and then no script all the same', async () => {
    const trusted = makeProject({ 'content/t.md': topic('<b>bold</b> <script>alert(1)</script>') })
    await runLectern(['build', '--to', 'html', '--trust-html'], { cwd: trusted })
    const deck = readFileSync(join(trusted, 'out/t/deck.html'), 'utf8')
    expect(deck).toContain('<b>bold</b>')
    expect(deck).not.toMatch(/<script>alert\(1\)/)
  })
})

it('a text made of everything that is slow somewhere ends, in both formats', async () => {
  const slow = [
    '<!--'.repeat(2000),
    '['.repeat(3000),
    '*a_ '.repeat(2000),
    '`'.repeat(3000),
    '{'.repeat(3000),
    '**'.repeat(3000),
    'a '.repeat(8000),
  ]
  const project = makeProject(
    Object.fromEntries(
      slow.flatMap((text, index) => [
        [
          `content/v${index}.md`,
          topicText(
            'V',
            `summary: x\nsections: [{ title: One, points: [${JSON.stringify(text.trim())}] }]`,
          ),
        ],
        [`content/n${index}.md`, topicText('N', '', `## One\n${text}\n`)],
      ]),
    ),
  )
  const { code, err } = await runLectern(['build', '--to', 'html', '--report', 'short'], {
    cwd: project,
  })
  expect(err).not.toMatch(STACK_LINE_RE)
  expect([0, 1]).toContain(code)
}, 60_000)

it('an exclamation mark before a link does not make an image of it', async () => {
  const project = makeProject({
    'content/a.md': topicText('Read this![here](https://example.org/x.png)'),
  })
  const { code, err } = await runLectern(['build', '--to', 'html'], { cwd: project })
  expect(err).not.toMatch(STACK_LINE_RE)
  expect(code).toBe(0)
})

it.each(['**“oil”** is bold', '*(ore)* is italic'])(
  '%s in slides and on the brief',
  async (text) => {
    const project = makeProject({
      'content/a.md': topicText(
        'A',
        `sections: [{ title: One, points: [${JSON.stringify(text)}] }]`,
      ),
    })
    const { code, err } = await runLectern(['build', '--to', 'html,brief'], { cwd: project })
    expect([code, err]).toEqual([0, '1 built, no problems → out/index.html\n'])
  },
)

it('an address too long for a QR code is built or reported, never a trace', async () => {
  const project = makeProject({
    'content/a.md': topicText('A', `link: https://example.org/${'x'.repeat(4000)}`),
  })
  writeFileSync(join(project, 'content/b.md'), topicText('B'))
  const { code, out, err } = await runLectern(['build', '--to', 'md,html,brief'], { cwd: project })
  expect(err).not.toMatch(STACK_LINE_RE)
  expect([0, 1]).toContain(code)
  expect(out).toMatch(/^b: /m)
})
