/** Template sets that extend another: only what differs is in their folder. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'

const TOPIC = topicText(
  'Oil',
  'template: mine\nsources: { s: { title: A source } }\nsections:\n  - { title: One, points: ["A point [@s]"] }',
)

function projectWith(files: Readonly<Record<string, string>>): string {
  const own = Object.entries(files).map(([path, text]) => [`templates/${path}`, text])
  return makeProject({ 'content/oil.md': TOPIC, ...Object.fromEntries(own) })
}

function build(project: string) {
  return runLectern(['build', '--to', 'html,md'], { cwd: project })
}

function deckOf(project: string, file = 'deck.md'): string {
  return readFileSync(join(project, 'out/oil', file), 'utf8')
}

describe('a set that extends another', () => {
  it('needs no file but theme.yaml, and is named by its own name', async () => {
    const project = projectWith({
      'mine/theme.yaml': 'extends: lecture\ncolors: { primary: "#123456" }\n',
    })
    expect((await build(project)).code).toBe(0)
    expect(deckOf(project)).toContain('theme: "mine"')
    expect(deckOf(project, 'deck.html')).toContain('#123456')
    // Of the base: its accent.
    expect(deckOf(project, 'deck.html')).toContain('#a33b0b')
  })

  it('says some words itself and leaves the others to its base', async () => {
    const project = projectWith({
      'mine/theme.yaml': 'extends: lecture\n',
      'mine/words.yaml': 'en: { sources: Read more }\n',
    })
    expect((await build(project)).code).toBe(0)
    expect(deckOf(project)).toContain('## Read more')
  })

  it('puts its own partial and its own style sheet over those of its base', async () => {
    const project = projectWith({
      'mine/theme.yaml': 'extends: coaching\n',
      'mine/theme.css': 'section h2 { letter-spacing: 7px }\n',
      'mine/partials/deck-points.md.hbs': '## Mine\n\n{{> list}}\n',
    })
    expect((await build(project)).code).toBe(0)
    expect(deckOf(project)).toContain('## Mine')
    expect(deckOf(project, 'deck.html').replaceAll(/\s/g, '')).toContain('letter-spacing:7px')
  })

  it('of the same name as one that came with the program changes that one', async () => {
    const project = projectWith({
      'lecture/theme.yaml': 'extends: lecture\ncolors: { accent: "#7a1f5b" }\n',
      'mine/theme.yaml': 'extends: lecture\n',
    })
    expect((await build(project)).code).toBe(0)
    expect(deckOf(project, 'deck.html')).toContain('#7a1f5b')
  })

  it('is built again when its base changes', async () => {
    const project = projectWith({
      'base/theme.yaml': 'extends: lecture\n',
      'mine/theme.yaml': 'extends: base\n',
    })
    await build(project)
    expect((await build(project)).err).toContain('1 unchanged')
    writeFileSync(
      join(project, 'templates/base/theme.yaml'),
      'extends: lecture\ncolors: { ink: "#101010" }\n',
    )
    expect((await build(project)).err).toContain('1 built')
    expect(deckOf(project, 'deck.html')).toContain('#101010')
  })

  it.each([
    ['a name that nobody has', { 'mine/theme.yaml': 'extends: lectur\n' }, 'mine', 'lectur'],
    ['itself', { 'mine/theme.yaml': 'extends: mine\n' }, 'mine', 'mine'],
    ['a path', { 'mine/theme.yaml': 'extends: ../../etc\n' }, 'mine', '../../etc'],
    [
      'one that leads back to it',
      { 'mine/theme.yaml': 'extends: base\n', 'base/theme.yaml': 'extends: mine\n' },
      'base',
      'mine',
    ],
  ])('is told when it extends %s', async (_, files, at, name) => {
    const { code, err } = await build(projectWith(files))
    expect(code).toBe(1)
    expect(err).toContain(
      `templates/${at}/theme.yaml:1:10: error[theme-token]: \`extends\` names \`${name}\``,
    )
  })

  it('is told of a wrong token in the file that has it', async () => {
    const project = projectWith({
      'base/theme.yaml': 'extends: lecture\ncolors: { inc: "#101010" }\n',
      'mine/theme.yaml': 'extends: base\ncolors: { ink: blue }\n',
    })
    const { err } = await build(project)
    expect(err).toContain('templates/base/theme.yaml:2:')
    expect(err).toContain('templates/mine/theme.yaml:2:')
  })
})
