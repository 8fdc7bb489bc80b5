import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUILD,
  makeFolder,
  makeProject,
  rootDir,
  runLectern,
  STACK_LINE_RE,
  topicText,
} from '../run-lectern.ts'

function run(cwd: string, ...args: readonly string[]) {
  return runLectern(args, { cwd })
}

function contentOf(project: string): readonly string[] {
  return readdirSync(join(project, 'content')).sort()
}

describe('new', () => {
  it('begins a project: a skeleton that builds without any problem', async () => {
    const project = makeFolder()
    const made = await run(project, 'new', 'indian-monsoon')
    expect(made).toEqual({
      code: 0,
      out: 'content/indian-monsoon.md\n',
      err: 'next: edit it, then `lectern build indian-monsoon`\n',
    })
    const built = await run(project, ...BUILD, 'indian-monsoon', '--strict')
    expect([built.code, built.err]).toEqual([0, '1 built, no problems → out/index.html\n'])
    expect(built.out).toMatch(/deck\.html .* brief\.pdf .* deck\.md/)
  })

  it('--lang hi begins a Hindi topic that builds without any problem', async () => {
    const project = makeFolder()
    expect((await run(project, 'new', 'मानसून', '--lang', 'hi')).code).toBe(0)
    const built = await run(project, ...BUILD, '--strict')
    expect([built.code, built.err]).toEqual([0, '1 built, no problems → out/index.html\n'])
    const [name = ''] = contentOf(project)
    expect(readFileSync(join(project, 'content', name), 'utf8')).toMatch(/^lang: hi$/m)
  })

  it('--lang hi makes the Hindi edition of a topic that is there; it builds', async () => {
    const project = makeFolder()
    await run(project, 'new', 'monsoon')
    const made = await run(project, 'new', 'monsoon', '--lang', 'hi')
    expect([made.code, made.out]).toEqual([0, 'content/monsoon.hi.md\n'])
    const built = await run(project, 'build', '--to', 'html')
    expect(built.code).toBe(0)
    expect(built.err).toContain('2 built')
  })

  it('refuses to overwrite, also when only case or accents differ, and keeps the file', async () => {
    const project = makeProject({ 'content/café.md': topicText('Kept') })
    for (const name of ['CAFÉ', 'café'.normalize('NFD'), 'content/café.md']) {
      const { code, out, err } = await run(project, 'new', name)
      expect([name, code, out]).toEqual([name, 2, ''])
      expect(err).toContain('content/café.md is there already')
    }
    expect(contentOf(project)).toEqual(['café.md'])
    expect(readFileSync(join(project, 'content/café.md'), 'utf8')).toContain('Kept')
  })

  it('--force replaces a topic', async () => {
    const project = makeProject({ 'content/a.md': topicText('Old') })
    expect((await run(project, 'new', 'a', '--force')).code).toBe(0)
    expect(readFileSync(join(project, 'content/a.md'), 'utf8')).not.toContain('Old')
  })

  it.each([
    ['../../etc/passwd', 'passwd.md'],
    ['a/b', 'b.md'],
    ['CON', 'CON_.md'],
    ['nul.txt', 'nul_.txt.md'],
    ['a:b?', 'a-b-.md'],
    ['Indian Monsoon 2025', 'Indian-Monsoon-2025.md'],
    ['.hidden', 'hidden.md'],
    ['report\u202egnp', 'report-gnp.md'],
    ['monsoon.md', 'monsoon.md'],
    ['भारत-चीन', 'भारत-चीन.md'],
  ])('%j becomes content/%s', async (word, name) => {
    const project = makeProject({ 'content/_defaults.yaml': '' })
    const { code, out } = await run(project, 'new', word)
    expect([code, out]).toEqual([0, `content/${name}\n`])
    expect(contentOf(project)).toEqual(['_defaults.yaml', name].sort())
    expect(existsSync(join(project, '..', 'passwd.md'))).toBe(false)
  })

  it('makes a file that the other commands see, whatever the name', async () => {
    for (const word of ['...', 'constructor', 'x'.repeat(300), ' ']) {
      const project = makeFolder()
      const made = await run(project, 'new', word)
      expect([word, made.code]).toEqual([word, 0])
      const { out } = await run(project, 'list')
      expect([word, out.trimEnd().split('\n').length, out]).toEqual([
        word,
        1,
        expect.stringContaining('not built'),
      ])
    }
  })

  it.each(['_draft', '__proto__'])('%s: makes a file that the other commands see', async (word) => {
    const project = makeFolder()
    await run(project, 'new', word)
    expect((await run(project, 'list')).out).toContain('not built')
  })

  describe('--from', () => {
    const seeds = join(rootDir, '../shared/seeds')

    it
      .skipIf(!existsSync(seeds))
      .each(['notes-strategic-partnership.md', 'article-strategic-minerals.txt'])(
      '%s makes a draft that builds slides (skipped when ../shared is not there)',
      async (name) => {
        const project = makeFolder()
        const made = await run(project, 'new', 'draft', '--from', join(seeds, name))
        expect([made.code, made.out]).toEqual([0, 'content/draft.md\n'])
        const checked = await run(project, 'check')
        expect([checked.code, checked.err]).toEqual([0, expect.not.stringContaining('error[')])
        const built = await run(project, 'build', '--to', 'html')
        expect(built.err).not.toMatch(STACK_LINE_RE)
        expect(built.out).toMatch(/deck\.html \(\d+ slides/)
      },
    )

    it('makes a draft from a few lines, and says what is wrong with others', async () => {
      const project = makeFolder()
      writeFileSync(
        join(project, 'notes.md'),
        '# Monsoon\n\n- It begins in June.\n- It ends in September.\n',
      )
      writeFileSync(join(project, 'empty.md'), ' \n')
      writeFileSync(join(project, 'photo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))
      mkdirSync(join(project, 'folder'))
      const wrong = [
        ['none.md', 'There is no file'],
        ['empty.md', 'holds no text'],
        ['photo.png', 'is not UTF-8 text'],
        ['folder', 'is not a file'],
      ] as const
      for (const [name, text] of wrong) {
        const { code, out, err } = await run(project, 'new', 'x', '--from', name)
        expect([name, code, out]).toEqual([name, 2, ''])
        expect(err).toContain(text)
      }
      expect(existsSync(join(project, 'content'))).toBe(false)
      expect((await run(project, 'new', 'monsoon', '--from', 'notes.md')).code).toBe(0)
      expect((await run(project, ...BUILD)).code).toBe(0)
    })
  })
})
