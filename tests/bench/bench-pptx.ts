/** PowerPoint: one deck beside marp-cli, which makes pictures of slides, and a shelf of a thousand. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npmChromium, unpackChromium } from '../chromium.ts'
import { generateTopics } from './generate-topics.ts'
import { build, marp, marpDecks } from './marp.ts'
import { compare, isQuick, measure, sayRow } from './measure.ts'

/** 12 slides with a table and two charts. */
const TOPIC = 'topic-0001'

export async function benchPptx(work: string): Promise<void> {
  await unpackChromium()
  const { path, environment } = npmChromium()
  const shell = { CHROME_PATH: path, ...environment }
  const project = join(work, 'pptx-one')
  generateTopics(project, 1, { charts: 2 })
  sayCold(project, shell)
  sayMany(join(work, 'pptx-many'))
}

function sayCold(project: string, env: Readonly<Record<string, string>>): void {
  const decks = marpDecks(project, env, TOPIC)
  const ours = build(project, env, TOPIC, '--to', 'pptx')
  const { a, b, ratio } = compare(ours, marp(decks, env, '--pptx'), isQuick ? 3 : 11)
  sayRow(
    '12 slides with a table and two charts, cold, `--to pptx`',
    `${a.toFixed(0)} ms`,
    `marp-cli 4.5.1 \`--pptx\`, same headless shell: ${b.toFixed(0)} ms`,
    `${ratio.toFixed(2)} ×`,
    '≤ 0.15 ×',
  )
  const size = statSync(join(project, 'out', TOPIC, 'deck.pptx')).size
  const theirs = join(decks, TOPIC, 'deck.pptx')
  sayRow(
    'its size',
    `${(size / 1000).toFixed(0)} kB`,
    existsSync(theirs) ? `${(statSync(theirs).size / 1000).toFixed(0)} kB, of pictures` : '',
    '',
    '< 120 kB',
  )
}

function sayMany(project: string): void {
  const count = isQuick ? 300 : 1000
  generateTopics(project, count, { charts: 2 })
  const { cpuMs, peakMb } = measure(build(project, {}, '--to', 'pptx'))
  sayRow(
    `${count.toLocaleString('en')} such topics, \`--to pptx\`, processor time each`,
    `${(cpuMs / count).toFixed(1)} ms`,
    '',
    `peak memory ${peakMb.toFixed(0)} MB`,
    '≤ 25 ms',
  )
}
