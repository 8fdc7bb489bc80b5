import { describe, expect, it } from 'vitest'
import { auditBriefs } from '../../scripts/commands/audit-briefs.ts'
import { change, writeDraft } from '../audit/draft.ts'
import { goodDraft } from '../audit/good-pdf.ts'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'
import { sampleTopic } from '../sample-topic.ts'

/** No template is known that makes our writer break a clause of tags: the file has to be made by hand. */
function brokenBrief(): Uint8Array {
  const draft = goodDraft()
  change(draft, 'figure', '/Alt (A red square)', '')
  change(draft, 'th1', '/Scope /Column', '')
  change(draft, 'th2', '/Scope /Column', '')
  return writeDraft(draft)
}

/** Eight by eight, in four inks. */
const CMYK_JPEG = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AvAMTTTAP/9k=',
  'base64',
)

describe('pdf-conformance', () => {
  it('names the file, the clause and the first place, once for each clause', async () => {
    const diagnostics = await auditBriefs(sampleTopic, [
      { format: 'brief', path: 'brief.pdf', bytes: brokenBrief() },
    ])
    expect(diagnostics.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['pdf-conformance', 'error', 'content/sample.md'],
      ['pdf-conformance', 'error', 'content/sample.md'],
    ])
    expect(diagnostics[0]?.message).toMatch(
      /^`brief\.pdf` breaks Matterhorn 13-004 \(A Figure has no .*\): a figure has no \/Alt and no \/ActualText \(Document > Picture \(object \d+\)\)$/,
    )
    expect(diagnostics[1]?.message).toMatch(
      /^`brief\.pdf` breaks Matterhorn 15-003 .*, and elsewhere\)$/,
    )
    expect(diagnostics[0]?.hint).toContain('fault of Lectern')
  })

  it('is not broken by a picture in CMYK, which is printed as light', async () => {
    const keys = `sections:
  - title: One
    image: { src: red.jpg, alt: Red, caption: Red }
`
    const cwd = makeProject({ 'content/a.md': topicText('A', keys), 'content/red.jpg': CMYK_JPEG })
    const run = await runLectern(['check', '--render', '--json'], { cwd })
    const { ok, diagnostics } = JSON.parse(run.out) as {
      ok: boolean
      diagnostics: readonly { code: string; file: string; message: string; hint: string }[]
    }
    expect([run.code, ok, diagnostics]).toEqual([0, true, []])
  })

  it('looks at briefs only', async () => {
    const html = { format: 'html', path: 'deck.html', bytes: new Uint8Array() } as const
    expect(await auditBriefs(sampleTopic, [html])).toEqual([])
  })

  it('is silent about what check --render makes, which says how much was asked', async () => {
    const cwd = makeProject({ 'content/a.md': topicText('A') })
    const run = await runLectern(['check', '--render'], { cwd })
    expect(run.code).toBe(0)
    expect(run.err).toMatch(
      /^1 topic checked, no problems; 1 brief audited by PDF\/UA-1 and PDF\/A-2a; 2 slides measured$/m,
    )
  })
})
