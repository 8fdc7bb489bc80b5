/** The briefs of this program, in every profile, preset and language, as the audit sees them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { PRINT_PROFILES } from '../../scripts/theme/print-profile.ts'
import { listAll, makeFolder, makeProject, rootDir, runLectern, topicText } from '../run-lectern.ts'

const RED_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
)

/** Every kind of block, few of each, so that it fits also on half a sheet. */
const ENGLISH = `summary: A & B, in "quotes" <and> brackets
author: O'Neil & Sons
link: https://example.org/a?b=1&c=2
date: 2026-01-02
facts:
  oil: { label: Oil bought, value: 52.7, unit: US$ billion, as_of: 2024, source: s }
  gas: { label: Gas bought, value: 12.1, unit: US$ billion, as_of: 2024, source: s }
sources:
  s: { title: A yearbook, url: "https://example.org/yearbook" }
highlights: [oil, gas]
questions:
  - { ask: Why?, options: [First, Second], answer: A, because: So }
sections:
  - title: Points
    points: ["Oil is **dear** at {oil} [@s]", Two, { text: Nested, points: [inner] }]
  - title: Table
    table: { columns: [Year, Oil], rows: [["2023", "46.0"], ["2024", "52.7"]] }
  - title: Chart
    chart: { facts: [oil, gas], title: Oil leads }
  - title: Image
    image: { src: images/dot.png, alt: A red dot, caption: The dot }
`
const HINDI = `sections:
  - title: एक
    points: [हिन्दी पूर्वोत्तर, "Oil और गैस"]
`

function sampleProject(): string {
  return makeProject({
    'content/a.md': topicText('Oil & gas', ENGLISH),
    'content/a.hi.md': topicText('तेल और गैस', HINDI),
    'content/images/dot.png': RED_DOT,
  })
}

/** What the audit finds in every PDF that a build makes. */
async function auditBuild(cwd: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const out = makeFolder()
  const { err } = await runLectern(['build', '--to', 'brief', '-o', out, ...args], { cwd })
  const briefs = listAll(out).filter((name) => name.endsWith('.pdf'))
  expect(briefs.length, err).toBeGreaterThan(0)
  return Object.fromEntries(briefs.map((name) => [name, auditPdf(readFileSync(join(out, name)))]))
}

describe('every brief is PDF/UA-1 and PDF/A-2a', () => {
  it.each(['lecture', 'coaching'])('the topics of this repository, set %s', async (template) => {
    const found = await auditBuild(rootDir, ['--template', template])
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
    expect(Object.keys(found)).toHaveLength(3)
  })

  const project = sampleProject()

  it.each(Object.keys(PRINT_PROFILES))(
    'a topic with every kind of block, profile %s',
    async (profile) => {
      expect(await auditBuild(project, ['--profile', profile])).toEqual({
        'a.hi/brief.pdf': [],
        'a/brief.pdf': [],
      })
    },
  )

  it.each(['dense', 'standard', 'clear-print'])('the same, preset %s', async (preset) => {
    expect(await auditBuild(project, ['--preset', preset])).toEqual({
      'a.hi/brief.pdf': [],
      'a/brief.pdf': [],
    })
  })

  it('the same as PDF/A-3a, with the Markdown inside', async () => {
    expect(await auditBuild(project, ['--attach-source'])).toEqual({
      'a.hi/brief.pdf': [],
      'a/brief.pdf': [],
    })
  })

  it.each(['side-by-side', 'stacked'])('both editions on one page, %s', async (layout) => {
    const found = await auditBuild(project, ['--bilingual', layout])
    expect(found['a/brief-bilingual.pdf']).toEqual([])
  })
})
