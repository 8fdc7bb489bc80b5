import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUILD, makeProject, runLectern, topicText } from '../run-lectern.ts'
import { hasTool, runTool } from '../typeset/pdf-text.ts'

const QUESTIONS = 'questions:\n  - { ask: Why?, options: [a, b], answer: A }\n'

type Output = { readonly format: string; readonly pages?: number }

async function pagesOf(project: string, ...args: readonly string[]): Promise<number | undefined> {
  const run = await runLectern(['build', 'a.md', '--json', '--to', 'brief', '-f', ...args], {
    cwd: project,
  })
  const { topics } = JSON.parse(run.out) as {
    topics: readonly { outputs: readonly Output[] }[]
  }
  return topics[0]?.outputs.find(({ format }) => format === 'brief')?.pages
}

describe('the profile of a brief', () => {
  it('comes from the flag, else the topic, else the folder, else the template set', async () => {
    const topic = topicText('A', QUESTIONS)
    const set = { 'templates/mine/theme.yaml': 'profile: a4-duplex\n' }
    const copy = (name: string): string =>
      readFileSync(join(import.meta.dirname, '../../templates/lecture', name), 'utf8')
    const files = {
      ...set,
      'content/a.md': topic,
      'templates/mine/deck.md.hbs': copy('deck.md.hbs'),
      'templates/mine/brief.md.hbs': '::: masthead\n# {{title}}\n:::\n',
      'templates/mine/back.md.hbs': '::: masthead\n# Back\n:::\n',
    }
    const project = makeProject(files)
    expect(await pagesOf(project)).toBe(1)
    expect(await pagesOf(project, '--template', 'mine')).toBe(2)
    makeProject({ 'content/_defaults.yaml': 'profile: a4\n' }, project)
    expect(await pagesOf(project, '--template', 'mine')).toBe(1)
    makeProject({ 'content/a.md': topicText('A', `${QUESTIONS}profile: a4-duplex`) }, project)
    expect(await pagesOf(project, '--template', 'mine')).toBe(2)
    expect(await pagesOf(project, '--template', 'mine', '--profile', 'copier')).toBe(1)
  })

  it('builds anew when it changes', async () => {
    const project = makeProject({ 'content/a.md': topicText('A', QUESTIONS) })
    const build = (...args: readonly string[]) =>
      runLectern(['build', '--to', 'brief', ...args], { cwd: project })
    await build()
    expect((await build()).err).toContain('1 unchanged')
    expect((await build('--profile', 'copier')).err).toContain('1 built')
    expect((await build('--profile', 'copier')).err).toContain('1 unchanged')
  })

  it('has the other edition on the back, and notices when it changes', async () => {
    const project = makeProject({
      'content/a.md': topicText('A', 'profile: a4-duplex-editions'),
      'content/a.hi.md': topicText('क'),
    })
    expect(await pagesOf(project)).toBe(2)
    const build = () => runLectern(['build', 'a.md', '--to', 'brief'], { cwd: project })
    expect((await build()).err).toContain('1 unchanged')
    makeProject({ 'content/a.hi.md': topicText('ख') }, project)
    expect((await build()).err).toContain('1 built')
  })

  it('suggests a name for one that does not exist, on the command line and in the topic', async () => {
    const project = makeProject({ 'content/a.md': topicText('A', 'profile: copyer') })
    const flag = await runLectern(['build', '--profile', 'a4-dupplex'], { cwd: project })
    expect(flag).toMatchObject({ code: 2 })
    expect(flag.err).toContain('did you mean `a4-duplex`?')
    const topic = await runLectern([...BUILD], { cwd: project })
    expect(topic.code).toBe(1)
    expect(topic.err).toContain('content/a.md:3:10: error[unknown-profile]')
    expect(topic.err).toContain('did you mean `copier`?')
  })

  it('prints a watermark of the topic, the folder or the institute', async () => {
    const project = makeProject({
      'content/a.md': topicText('A', 'watermark: "मसौदा & <b>"'),
      'content/_defaults.yaml': 'brand: { watermark: Institute }\n',
    })
    expect((await runLectern([...BUILD], { cwd: project })).code).toBe(0)
    makeProject({ 'content/a.md': topicText('A', `watermark: ${'x'.repeat(121)}`) }, project)
    const run = await runLectern([...BUILD], { cwd: project })
    expect(run.code).toBe(1)
    expect(run.err).toContain('a watermark of at most 120 characters')
    makeProject({ 'content/a.md': topicText('A', 'watermark: 😀') }, project)
    expect((await runLectern([...BUILD], { cwd: project })).err).toContain('missing-glyph')
  })
})

it('the report tells the ink of each side, also of a topic that is not built again', async () => {
  const project = makeProject({ 'content/a.md': topicText('A', `${QUESTIONS}profile: a4-duplex`) })
  const report = async (): Promise<unknown> => {
    const run = await runLectern(['build', '--to', 'brief', '--json'], { cwd: project })
    const { topics } = JSON.parse(run.out) as { topics: readonly { briefs: unknown }[] }
    return topics[0]?.briefs
  }
  const built = await report()
  const ink = expect.any(Number)
  expect(built).toMatchObject([
    { path: 'brief.pdf', side: 'front', inkPercent: ink },
    { path: 'brief.pdf', side: 'back', inkPercent: ink },
  ])
  expect(await report()).toEqual(built)
  const check = await runLectern(['check', '--render'], { cwd: project })
  expect(`${check.out}${check.err}`).toMatch(/brief\.pdf \(back\) standard.* ink \d+\.\d %/u)
})

it.each(['lecture', 'coaching'])(
  'the set %s prints its practice once: overleaf, or on the front',
  async (template) => {
    const project = makeProject({
      'content/a.md': topicText(
        'A',
        `template: ${template}\n${QUESTIONS}glossary: { Term: Its meaning }`,
      ),
    })
    const textOf = async (profile: string): Promise<string> => {
      const run = await runLectern(['build', '-f', '--to', 'brief', '--profile', profile], {
        cwd: project,
      })
      expect(run.code).toBe(0)
      const pdf = readFileSync(join(project, 'out/a/brief.pdf'))
      return runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? ''
    }
    if (!hasTool('pdftotext')) return
    const [front = '', back = ''] = (await textOf('a4-duplex')).split('\f')
    expect(front).not.toContain('Why?')
    expect(front).toContain('\nQuestions and key overleaf')
    expect(back).toMatch(/Why\?[\s\S]*\(A\) a[\s\S]*Term:[\s\S]*Key[\s\S]*\(A\) a\./u)
    const [only = '', none] = (await textOf('a4')).split('\f')
    expect(only).toContain('Why?')
    expect(none).toBe('')
  },
)
