import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listAll, makeProject, runLectern, topicText } from '../run-lectern.ts'

function sectionsOf(count: number): string {
  const list = Array.from(
    { length: count },
    (_, index) => `  - title: S${index}\n    points: [P]\n`,
  )
  return `sections:\n${list.join('')}`
}

type Listed = { readonly path: string; readonly format: string }

function openProject() {
  const project = makeProject({ 'content/a.md': topicText('A', sectionsOf(3)) })
  const out = join(project, 'out')
  return {
    file: (name: string) => join(out, 'a', name),
    pngs: () => listAll(join(out, 'a')).filter((name) => name.endsWith('.png')),
    write: (text: string) => writeFileSync(join(project, 'content/a.md'), text),
    build: (...args: readonly string[]) => runLectern(['build', ...args], { cwd: project }),
    entry: () => {
      const { topics } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
        topics: readonly { outputs: readonly Listed[]; outdated: readonly Listed[] }[]
      }
      return topics[0] ?? { outputs: [], outdated: [] }
    },
  }
}

const PNG = ['--to', 'png', '--width', '320']

it('a deck that shrank leaves no picture of a slide that it no longer has', async () => {
  const { build, write, pngs, entry } = openProject()
  await build(...PNG)
  const before = pngs()
  write(topicText('A', sectionsOf(2)))
  await build(...PNG)
  expect(pngs()).toEqual(before.slice(0, -1))
  expect(entry().outputs.map(({ path }) => path)).toEqual(pngs().map((name) => `a/${name}`))
  expect(entry().outdated).toEqual([])
})

it('files of a format that was not asked for stay, are not listed, and go when it is asked for again', async () => {
  const { build, write, pngs, entry } = openProject()
  await build(...PNG)
  const before = pngs()
  write(topicText('A', sectionsOf(2)))
  await build('--to', 'html')
  expect(pngs()).toEqual(before)
  expect(entry().outputs.map(({ path }) => path)).toEqual(['a/deck.html'])
  expect(entry().outdated.map(({ path }) => path)).toEqual(before.map((name) => `a/${name}`))
  await build(...PNG)
  expect(pngs()).toEqual(before.slice(0, -1))
})

it('files of another format that were made of the very same input stay listed', async () => {
  const { build, entry } = openProject()
  await build('--to', 'md')
  await build('--to', 'html')
  expect(entry().outputs.map(({ path }) => path)).toEqual([
    'a/deck.html',
    'a/deck.md',
    'a/lecture.css',
  ])
})

it('drawings that deck.md no longer names go, and what somebody put or changed there stays', async () => {
  const { build, write, file } = openProject()
  const qr = 'link: https://example.org/\nsources:\n  s: { title: S }\n'
  const cited = 'sections:\n  - title: One\n    points: ["P.[@s]"]\n'
  write(topicText('A', `${qr}${cited}`))
  await build('--to', 'md')
  expect(existsSync(file('qr.svg'))).toBe(true)
  writeFileSync(file('own.svg'), 'mine')
  writeFileSync(file('lecture.css'), 'changed')
  write(topicText('A', 'template: coaching\n'))
  await build('--to', 'md')
  expect(existsSync(file('qr.svg'))).toBe(false)
  expect(existsSync(file('coaching.css'))).toBe(true)
  expect(readFileSync(file('own.svg'), 'utf8')).toBe('mine')
  expect(readFileSync(file('lecture.css'), 'utf8')).toBe('changed')
})

it('what a format could not make this time is not taken away', async () => {
  const { build, write, file } = openProject()
  await build('--to', 'brief')
  const long = Array.from(
    { length: 200 },
    (_, index) => `Point ${index} of a brief that cannot hold them all`,
  )
  write(topicText('A', `sections:\n  - title: One\n    points: ${JSON.stringify(long)}\n`))
  const { code } = await build('--to', 'html,brief')
  expect(code).toBe(1)
  expect(existsSync(file('brief.pdf'))).toBe(true)
})

it('a manifest that names files elsewhere has none of them removed', async () => {
  const { build, write, file } = openProject()
  await build('--to', 'html')
  const manifest = file('../manifest.json')
  const victim = file('../../mine.html')
  copyFileSync(file('deck.html'), victim)
  const text = readFileSync(manifest, 'utf8')
  writeFileSync(manifest, text.replace('"a/deck.html"', '"a/../../mine.html"'))
  write(topicText('A', sectionsOf(1)))
  const { code } = await build('--to', 'html')
  expect(code).toBe(0)
  expect(existsSync(victim)).toBe(true)
})
