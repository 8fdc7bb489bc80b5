import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeFolder, makeProject, rootDir, runLectern, topicText } from '../run-lectern.ts'

describe('list', () => {
  it('is one line a topic, aligned, with language, date and title', async () => {
    const project = makeProject({
      'content/oil.md': topicText('Oil', 'date: 2025-08-08'),
      'content/rare-earths.hi.md': topicText('दुर्लभ मृदा', 'date: 2025-01-01'),
    })
    const { code, out, err } = await runLectern(['list'], { cwd: project })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      'oil             not built  en  2025-08-08  Oil\nrare-earths.hi  not built  hi  2025-01-01  दुर्लभ मृदा\n',
    )
  })

  it('says what to do on an empty shelf', async () => {
    const { code, out } = await runLectern(['list'], {
      cwd: makeProject({ 'content/_facts.yaml': '' }),
    })
    expect([code, out]).toEqual([0, 'No topics yet; `lectern new my-topic` makes one\n'])
  })

  it('lets no title steer the terminal', async () => {
    const project = makeProject({
      'content/a.md': `---\ntitle: "a\\e]0;x\\a \\x9b31m b"\nsections: [{ title: One, points: [x] }]\n---\n`,
    })
    const { out, err } = await runLectern(['list'], { cwd: project })
    expect(out + err).not.toMatch(/[\u001b\u0007\u009b]/u)
  })
})

describe('doctor', () => {
  it('finds nothing wrong with this machine', async () => {
    const { code, out, err } = await runLectern(['doctor'], {
      cwd: makeProject({ 'content/a.md': topicText('A') }),
    })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^lectern \d+\.\d+\.\d+ on \S+ \S+, Node \d+/)
    expect(out).not.toMatch(/FAIL|note/)
    expect(out).toContain('coaching, lecture')
  })

  it('outside a project says how to begin one, which is no failure', async () => {
    const { code, out } = await runLectern(['doctor'], { cwd: makeFolder() })
    expect([code, out]).toEqual([0, expect.stringMatching(/^note {2}Content .*lectern new/m)])
  })
})

type Schema = { readonly [key: string]: unknown }

function everySchema(node: unknown): readonly Schema[] {
  if (Array.isArray(node)) return node.flatMap(everySchema)
  if (typeof node !== 'object' || node === null) return []
  return [node as Schema, ...Object.values(node).flatMap(everySchema)]
}

describe('schema', () => {
  it('is JSON Schema that names every key the topics of content/ use', async () => {
    const { code, out } = await runLectern(['schema'], { cwd: makeFolder() })
    expect(code).toBe(0)
    const schema = JSON.parse(out) as Schema
    expect(schema['$schema']).toMatch(/^https:\/\/json-schema\.org\/draft\//)
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
    const keys = Object.keys(schema['properties'] as Schema)
    for (const name of readdirSync(join(rootDir, 'content')).filter((file) =>
      file.endsWith('.md'),
    )) {
      const [, front = ''] = readFileSync(join(rootDir, 'content', name), 'utf8').split(/^---$/m)
      for (const key of Object.keys(parse(front) as Schema)) expect(keys).toContain(key)
    }
  })

  it('refers only to what it defines, and its patterns are expressions', async () => {
    const { out } = await runLectern(['schema'], { cwd: makeFolder() })
    const schema = JSON.parse(out) as Schema
    for (const node of everySchema(schema)) {
      const reference = node['$ref']
      if (typeof reference === 'string') {
        const path = reference
          .replace(/^#\/?/, '')
          .split('/')
          .filter((step) => step !== '')
        expect(path.reduce<unknown>((at, step) => (at as Schema)[step], schema)).toBeDefined()
      }
      const pattern = node['pattern']
      if (typeof pattern === 'string') expect(() => new RegExp(pattern, 'u')).not.toThrow()
    }
  })
})
