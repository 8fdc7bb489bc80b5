import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeProject, runLectern } from '../run-lectern.ts'

type Coverage = { readonly result: readonly { readonly url: string }[] }

/** Every script that a build evaluates, as V8 counts them. */
async function scriptsOf(source: string, format = 'brief'): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-scripts-'))
  const project = makeProject({ 'content/a.md': source })
  const args = ['build', '--to', format, '--quiet']
  const { code, err } = await runLectern(args, { cwd: project, env: { NODE_V8_COVERAGE: folder } })
  expect(err).toBe('')
  expect(code).toBe(0)
  return readdirSync(folder).flatMap((name) =>
    (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage).result.map(({ url }) => url),
  )
}

const topic = (title: string): string =>
  `---\ntitle: ${title}\nsections:\n  - title: Ores\n    points: [“Rare” earths – 85 % of them.]\n---\n`

const ofPackages = (scripts: readonly string[]): readonly string[] =>
  scripts.filter((url) => url.includes('/node_modules/'))

it('a brief in plain English loads no script but the program’s own', async () => {
  expect(ofPackages(await scriptsOf(topic('Ores')))).toEqual([])
})

it('a brief with Hindi in it loads fontkit', async () => {
  const scripts = ofPackages(await scriptsOf(topic('Ores of भारत')))
  expect(scripts.some((url) => url.includes('/node_modules/fontkit/'))).toBe(true)
})

it('KaTeX and Shiki are loaded for a formula and a listing, and not for money', async () => {
  const isOf = (name: string) => (url: string) => url.includes(`/node_modules/${name}`)
  const money = await scriptsOf(topic('US$ 5 or $6'), 'html')
  expect(
    money.filter((url) => isOf('katex')(url) || isOf('shiki')(url) || isOf('@shikijs')(url)),
  ).toEqual([])
  const maths = await scriptsOf(topic("'The law $E = mc^2$'"), 'html')
  expect([maths.some(isOf('katex')), maths.some(isOf('@shikijs'))]).toEqual([true, false])
  const code = topic('Code').replace(
    'points: [',
    'code: { language: c, text: "int x;" }\n    points: [',
  )
  const program = await scriptsOf(code, 'html')
  expect([program.some(isOf('katex')), program.some(isOf('@shikijs'))]).toEqual([false, true])
})
