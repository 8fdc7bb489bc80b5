/**
 * tests/cases/<name>/ is a small content folder; expected.txt is the report about it.
 * Bytes that editors and git would change, and files that are no files, are made here.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { CODES } from '../../scripts/diagnostics/codes.ts'
import { reportHuman } from '../../scripts/diagnostics/report-human.ts'
import { pngOf } from './png.ts'
import { readFolder } from './read-folder.ts'

const CASES = join(import.meta.dirname, '../cases')
const TOPIC = '---\ntitle: A topic\nsections:\n  - { title: One, points: [a] }\n---\n'

const MADE: Readonly<Record<string, (folder: string) => void>> = {
  'not-a-file': (folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    execFileSync('mkdir', [join(folder, 'folder.md')])
  },
  'link-leaves-folder': (folder) => symlinkSync('/etc/hostname', join(folder, 'topic.md')),
  'cannot-read': (folder) => symlinkSync('nowhere', join(folder, 'topic.md')),
  'too-large': (folder) => {
    writeFileSync(join(folder, 'topic.md'), TOPIC)
    truncateSync(join(folder, 'topic.md'), 3_000_000)
  },
  'not-utf8': (folder) =>
    writeFileSync(
      join(folder, 'topic.md'),
      Buffer.from(TOPIC.replace('topic', 'caf\xe9'), 'latin1'),
    ),
  utf16: (folder) =>
    writeFileSync(join(folder, 'topic.md'), Buffer.from(`\ufeff${TOPIC}`, 'utf16le')),
  bom: (folder) =>
    writeFileSync(join(folder, 'topic.md'), `\ufeff${TOPIC.replaceAll('\n', '\r\n')}`),
  'double-bom': (folder) => writeFileSync(join(folder, 'topic.md'), `\ufeff\ufeff${TOPIC}`),
  'cr-line-ends': (folder) => writeFileSync(join(folder, 'topic.md'), TOPIC.replaceAll('\n', '\r')),
  'control-character': (folder) =>
    writeFileSync(join(folder, 'topic.md'), TOPIC.replace('A topic', 'A\u0000 \u001b[31mtopic')),
  'front-matter-too-large': (folder) =>
    writeFileSync(join(folder, 'topic.md'), TOPIC.replace('[a]', `[${'long text '.repeat(7000)}]`)),
  'too-many-values': (folder) =>
    writeFileSync(join(folder, 'topic.md'), TOPIC.replace('[a]', `[${'a, '.repeat(6000)}]`)),
  'image-too-large': (folder) => {
    writeFileSync(join(folder, 'a.png'), pngOf(1, 1))
    truncateSync(join(folder, 'a.png'), 20_000_001)
  },
  'image-heavy': (folder) =>
    writeFileSync(
      join(folder, 'a.png'),
      pngOf(600, 600, deflateSync(Buffer.alloc(600 * 1801), { level: 0 })),
    ),
  'image-too-many-pixels': (folder) => writeFileSync(join(folder, 'a.png'), pngOf(10_000, 6_000)),
  'image-damaged': (folder) => writeFileSync(join(folder, 'a.png'), pngOf(10, 10).subarray(0, 40)),
  'image-link-out': (folder) => symlinkSync('/etc/hostname', join(folder, 'a.png')),
}

const made: string[] = []

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function openCase(name: string): string {
  const make = MADE[name]
  const source = join(CASES, name)
  if (make === undefined) return source
  const folder = mkdtempSync(join(tmpdir(), 'lectern-case-'))
  made.push(folder)
  cpSync(source, folder, { recursive: true })
  make(folder)
  return folder
}

const names = readdirSync(CASES).sort()

describe('reports', () => {
  it.each(names)('%s', async (name) => {
    const { results, diagnostics, texts } = readFolder(openCase(name))
    const report = reportHuman(diagnostics, texts, { isColored: false })
    const built = results.map(({ topic }) => (topic === undefined ? 'refused' : 'read')).join(', ')
    await expect(`${report}\n\n${built}\n`).toMatchFileSnapshot(join(CASES, name, 'expected.txt'))
  })

  it('every code of this room has a case', () => {
    const reports = names.map((name) => readFileSync(join(CASES, name, 'expected.txt'), 'utf8'))
    const shown = new Set(
      reports.flatMap((report) =>
        [...report.matchAll(/: (?:error|warning)\[([a-z0-9-]+)\]/gu)].map(([, code]) => code),
      ),
    )
    const missing = Object.entries(CODES).filter(
      ([code, { room }]) => room === 'topic' && !shown.has(code),
    )
    expect(missing.map(([code]) => code)).toEqual([])
    expect([...shown].filter((code) => !Object.hasOwn(CODES, code ?? ''))).toEqual([])
  })
})
