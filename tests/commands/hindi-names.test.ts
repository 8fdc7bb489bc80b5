/** Sections of Hindi titles name their drawings in Devanagari: every output finds them again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'

const BARS = Array.from({ length: 17 }, (_, index) => `[क${index}, ${index + 1}]`).join(', ')
const project = makeProject({
  'content/topic.md': topicText(
    'चित्र',
    `lang: hi
sections:
  - title: बहुत सारी पट्टियाँ
    chart: { unit: "%", data: [${BARS}] }
  - title: आरेख यहाँ
    diagram: { mermaid: "flowchart LR\\n  A[पहला] --> B[दूसरा]", alt: आरेख }`,
  ),
})

describe('drawings named in Devanagari', () => {
  it('are on the brief, go on over slides, and have their figures behind them', async () => {
    const run = await runLectern(['build', '--to', 'html,brief,md'], { cwd: project })
    expect(run).toMatchObject({ code: 0, err: expect.stringContaining('no problems') })
    const read = (name: string): string => readFileSync(join(project, 'out/topic', name), 'utf8')
    expect(read('deck.md')).toContain('(charts/बहुत-सारी-पट्टियाँ-2of2.svg)')
    expect(read('deck.html').match(/<table/g)).toHaveLength(2)
  }, 60_000)
})
