/** PowerPoint files of topics, made by the program as a user runs it, with the HTML slides to compare them with. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, makeFolder, makeProject, rootDir, runLectern } from '../run-lectern.ts'

export type MadeFile = {
  /** `lecture 16:9 india-russia…` */
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
  /** Empty when it was not asked for. */
  readonly html: string
}

export type MakeOptions = {
  /** The real topics when left out. */
  readonly files?: Files
  readonly template?: string
  readonly size?: '16:9' | '4:3'
  /** Without the HTML slides. */
  readonly isBare?: true
  readonly env?: Readonly<Record<string, string>>
}

export async function makeFiles(options: MakeOptions = {}): Promise<readonly MadeFile[]> {
  const { files, template, size, env, isBare } = options
  const cwd = files === undefined ? rootDir : makeProject(files)
  const out = makeFolder('lectern-pptx-')
  const args = [
    'build',
    '--to',
    isBare === true ? 'pptx' : 'pptx,html',
    '--force',
    '--json',
    '-o',
    out,
  ]
  if (template !== undefined) args.push('--template', template)
  if (size !== undefined) args.push('--size', size)
  const run = await runLectern(args, env === undefined ? { cwd } : { cwd, env })
  if (run.code !== 0) throw new Error(`exit code ${run.code}: ${run.err || run.out}`)
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((slug) => {
      const path = join(out, slug, 'deck.pptx')
      return {
        name: [template, size, slug].filter(Boolean).join(' '),
        path,
        bytes: readFileSync(path),
        html: isBare === true ? '' : readFileSync(join(out, slug, 'deck.html'), 'utf8'),
      }
    })
}
