/** A user's own template set: a copied folder, edited, named in a topic. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUILD,
  makeProject,
  rootDir,
  runLectern,
  STACK_LINE_RE,
  topicText,
} from '../run-lectern.ts'

const TOPIC = topicText(
  'Oil',
  'template: mine\nsources: { s: { title: A source } }\nsections:\n  - { title: One, points: ["A point [@s]"] }',
)

/** `templates/lecture` copied to `templates/mine`, with one piece of one file replaced. */
function projectWith(file = '', from: string | RegExp = '', to = ''): string {
  const project = makeProject({ 'content/oil.md': TOPIC })
  cpSync(join(rootDir, 'templates/lecture'), join(project, 'templates/mine'), { recursive: true })
  if (file !== '') edit(project, file, from, to)
  return project
}

function edit(project: string, file: string, from: string | RegExp, to: string): void {
  const path = join(project, 'templates/mine', file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, () => to)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

/** Line and column of a text in a template, both from 1. */
function placeOf(project: string, file: string, text: string): string {
  const lines = readFileSync(join(project, 'templates/mine', file), 'utf8').split('\n')
  const line = lines.findIndex((candidate) => candidate.includes(text))
  return `${line + 1}:${(lines[line] ?? '').indexOf(text) + 1}`
}

function build(project: string, ...args: readonly string[]) {
  return runLectern([...BUILD, ...args], { cwd: project })
}

describe('a copied template', () => {
  it('works unchanged', async () => {
    const { code, err } = await build(projectWith())
    expect([code, err]).toEqual([0, '1 built, no problems → out/index.html\n'])
  })

  it('says in slides and brief what its user writes into it', async () => {
    const project = projectWith(
      'words.yaml',
      'sources: "Sources"',
      'sources: "Where it comes from"',
    )
    edit(project, 'deck.md.hbs', '# {{title}}', '# Lecture: {{title}}')
    expect((await build(project, '--to', 'md,html')).code).toBe(0)
    const deck = readFileSync(join(project, 'out/oil/deck.md'), 'utf8')
    expect(deck).toContain('# Lecture: Oil')
    expect(deck).toContain('## Where it comes from')
    expect(readFileSync(join(project, 'out/oil/deck.html'), 'utf8')).toContain(
      'Where it comes from',
    )
  })

  it('brings its own colours and style sheet', async () => {
    const project = projectWith('theme.yaml', '#0b3c5d', '#123456')
    writeFileSync(join(project, 'templates/mine/theme.css'), 'section h2 { letter-spacing: 3px }\n')
    expect((await build(project, '--to', 'html')).code).toBe(0)
    const html = readFileSync(join(project, 'out/oil/deck.html'), 'utf8')
    expect(html).toContain('#123456')
    expect(html).toMatch(/letter-spacing:\s*3px/)
  })

  it('stands before one of the same name that came with the program', async () => {
    const project = projectWith()
    cpSync(join(project, 'templates/mine'), join(project, 'templates/lecture'), { recursive: true })
    writeFileSync(join(project, 'templates/lecture/words.yaml'), 'en: { sources: Mine }\n')
    const { code } = await build(project, '--to', 'md', '--template', 'lecture')
    // A word that the set does not give is a mistake in the set, not a silent gap.
    expect([0, 1]).toContain(code)
  })

  it('changed means that its topics are built again', async () => {
    const project = projectWith()
    await build(project, '--to', 'md')
    expect((await build(project, '--to', 'md')).err).toContain('1 unchanged')
    edit(project, 'deck.md.hbs', '# {{title}}', '# New: {{title}}')
    expect((await build(project, '--to', 'md')).err).toContain('1 built')
  })
})

describe('a typo in a template is reported with file, line and column', () => {
  it.each([
    ['a name', 'deck.md.hbs', '# {{title}}', '# {{titel}}', '{{titel}}', 2],
    [
      'a name in a test',
      'deck.md.hbs',
      '{{#if subtitle}}',
      '{{#if subtitel}}',
      '{{#if subtitel}}',
      0,
    ],
    [
      'a name in a loop',
      'brief.md.hbs',
      '{{#each sections}}',
      '{{#each sectons}}',
      '{{#each sectons}}',
      0,
    ],
    ['the name of a helper', 'deck.md.hbs', '{{json lang}}', '{{jsn lang}}', '{{jsn lang}}', 2],
    [
      'the name of a partial',
      'deck.md.hbs',
      '{{> deck-glossary}}',
      '{{> deck-glosary}}',
      'deck-glosary',
      0,
    ],
    ['a name in the brief', 'brief.md.hbs', '# {{title}}', '# {{titel}}', '{{titel}}', 2],
    [
      'a name in a partial',
      'partials/deck-points.md.hbs',
      '{{section.title}}',
      '{{section.titel}}',
      '{{section.titel}}',
      2,
    ],
  ] as const)('%s', async (_, file, from, to, at, slack) => {
    const project = projectWith(file, from, to)
    const { code, out, err } = await build(project, '--to', 'md,brief')
    expect(err).not.toMatch(STACK_LINE_RE)
    const [line, column] = placeOf(project, file, at).split(':').map(Number)
    const found = new RegExp(
      `^templates/mine/${file.replaceAll('.', '\\.')}:(\\d+):(\\d+): error\\[template-error\\]`,
      'm',
    ).exec(err)
    expect(found?.[1]).toBe(String(line))
    expect(Number(found?.[2]) - (column ?? 0)).toBeGreaterThanOrEqual(0)
    expect(Number(found?.[2]) - (column ?? 0)).toBeLessThanOrEqual(slack)
    expect(code).toBe(1)
    // The other output does not need the broken file, unless they share it.
    expect(out).toMatch(/^oil: /)
  })

  it('in a tag that is not closed', async () => {
    const { code, err } = await build(
      projectWith('deck.md.hbs', '# {{title}}', '# {{title}'),
      '--to',
      'md',
    )
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^templates\/mine\/deck\.md\.hbs:\d+:\d+: error\[template-error\]/m),
    ])
  })

  it('names the character that a template writes and no font has', async () => {
    const project = projectWith('brief.md.hbs', '# {{title}}', '# 😀 {{title}}')
    const { code, err } = await build(project, '--to', 'brief')
    expect(code).toBe(1)
    expect(err).toMatch(/^templates\/mine\/brief\.md\.hbs: error\[missing-glyph\]/m)
    expect(err).toContain('“😀” (U+1F600)')
  })

  it('once, however many topics and formats use the template', async () => {
    const project = projectWith('deck.md.hbs', '# {{title}}', '# {{titel}}')
    writeFileSync(join(project, 'content/tea.md'), TOPIC)
    const { err } = await build(project, '--to', 'md,html')
    expect(err.match(/error\[template-error\]/g)).toHaveLength(1)
  })
})

describe('theme.yaml', () => {
  it.each([
    ['an unknown colour', 'colors:', 'colors:\n  inck: "#000000"', 3, 'did you mean `ink`?'],
    ['an unknown group', 'colors:', 'colours: {}\ncolors:', 2, 'did you mean `colors`?'],
    ['a colour by name', '"#14181f"', 'black', 3, 'a colour such as'],
    ['a measure in words', 'colors:', 'deck: { widthPx: wide }\ncolors:', 2, 'a number'],
    ['fonts', 'colors:', 'fonts: { body: A.woff2 }\ncolors:', 2, 'set in Noto Serif, Noto Sans'],
    ['a font', 'colors:', 'brief: { fontFile: A-VF.ttf }\ncolors:', 2, 'cannot bring fonts'],
  ] as const)('with %s is reported with line and column', async (_, from, to, line, text) => {
    const project = projectWith('theme.yaml', from, to)
    const { code, err } = await build(project, '--to', 'md')
    expect(code).toBe(1)
    expect(err).toMatch(
      new RegExp(`^templates/mine/theme\\.yaml:${line}:\\d+: error\\[theme-token\\]`, 'm'),
    )
    expect(err).toContain(text)
  })

  it('that is no YAML is reported with line and column', async () => {
    const { code, err } = await build(
      projectWith('theme.yaml', 'colors:', 'colors: ['),
      '--to',
      'md',
    )
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^templates\/mine\/theme\.yaml:\d+:\d+: error\[theme-token\]/m),
    ])
  })
})

/** Whatever is in the folder: exit 0, 1 or 2, never a stack trace. */
async function expectNoTrace(project: string): Promise<string> {
  const { code, err } = await build(project, '--to', 'md,brief')
  expect(err).not.toMatch(STACK_LINE_RE)
  expect([0, 1, 2]).toContain(code)
  return err
}

describe('a damaged template set', () => {
  it('with words.yaml that is no YAML is reported', async () => {
    const err = await expectNoTrace(projectWith('words.yaml', 'en:', 'en: ['))
    expect(err).toContain('templates/mine/words.yaml')
  })

  it.each(['theme.yaml', 'theme.css', 'words.yaml', 'brief.md.hbs'])(
    'without %s is built or reported',
    async (file) => {
      const project = projectWith()
      rmSync(join(project, 'templates/mine', file))
      await expectNoTrace(project)
    },
  )

  it('with a folder in the place of a file is reported', async () => {
    const project = projectWith()
    rmSync(join(project, 'templates/mine/brief.md.hbs'))
    mkdirSync(join(project, 'templates/mine/brief.md.hbs'))
    await expectNoTrace(project)
  })

  it('with a dangling link beside it is passed over', async () => {
    const project = projectWith()
    symlinkSync('nowhere', join(project, 'templates/broken'))
    await expectNoTrace(project)
  })

  it('that is a file called templates is passed over', async () => {
    const project = makeProject({ 'content/a.md': topicText('A'), templates: 'x' })
    await expectNoTrace(project)
  })
})

describe('words.yaml and theme.yaml', () => {
  it.each([
    ['words.yaml', 'marks: "{} marks"', 'marks: { a: b }', 'en.marks` is not text'],
    ['words.yaml', '  sources: "स्रोत"', '  surces: "स्रोत"', 'did you mean `sources`'],
    ['words.yaml', /^hi:$/m, 'hindi:', 'hindi` is not a language'],
    ['theme.yaml', /^colors:/m, 'deck: { widthPx: -5 }\ncolors:', 'a number from 0 to 10000'],
    ['theme.yaml', /^colors:/m, 'deck: { widthPx: 1e9 }\ncolors:', 'a number from 0 to 10000'],
  ])('%s with %s replaced by %s is reported with its place', async (file, from, to, text) => {
    const { code, err } = await build(projectWith(file, from, to))
    expect(code).toBe(1)
    expect(err).toContain(text)
    expect(err).toMatch(
      new RegExp(`^templates/mine/${file}:\\d+:\\d+: error\\[theme-token\\]`, 'm'),
    )
  })

  it('a theme that is a list is named', async () => {
    const project = projectWith()
    writeFileSync(join(project, 'templates/mine/theme.yaml'), '- a\n')
    expect((await build(project)).err).toContain('`theme.yaml` is not a list of keys')
  })
})
