import { describe, expect, it } from 'vitest'
import { CODES } from '../../scripts/diagnostics/codes.ts'
import { type Files, makeProject, runLectern } from '../run-lectern.ts'

type Case = { readonly deck: string; readonly line: number | undefined; readonly files?: Files }

/** A deck for each code, and the line that it names. */
const CASES: Readonly<Record<string, Case>> = {
  'marp-front-matter': { deck: '---\ntitle: "open\n---\n\n# A\n', line: 2 },
  'marp-theme': { deck: '---\nmarp: true\ntheme: nowhere\n---\n\n# A\n', line: 3 },
  'marp-remote': { deck: '# A\n\n![](https://example.org/a.png)\n', line: 3 },
  'marp-picture': { deck: '# A\n\ntext\n\n![](../a.png)\n', line: 5 },
  'marp-tag': { deck: '# A\n\n<script>\nalert(1)\n</script>\n', line: 3 },
  'marp-link': { deck: '# A\n\nSee [this](file:///etc/passwd)\n', line: 3 },
  'marp-formula': { deck: '# A\n\nA $\\frac{1$ b\n', line: 3 },
  'marp-overflow': {
    deck: `# A\n\n${'- A point that fills a line of the slide, and some more words in it\n'.repeat(90)}`,
    line: 1,
  },
}

describe('a diagnostic of a plain Marp deck', () => {
  it('has a case here for every code', () => {
    const codes = Object.keys(CODES).filter((code) => code.startsWith('marp-'))
    expect(Object.keys(CASES).sort()).toEqual(codes.sort())
  })

  it.each(Object.entries(CASES))('%s names its line, and the deck is made', async (code, one) => {
    const cwd = makeProject({ 'talk.md': one.deck, ...one.files })
    const run = await runLectern(['convert', 'talk.md', '--to', 'pptx', '--json'], { cwd })
    expect(run).toMatchObject({ code: 0, err: '' })
    const { decks, diagnostics } = JSON.parse(run.out)
    expect(decks).toMatchObject([{ file: 'talk.md', outputs: [{ path: 'out/talk/talk.pptx' }] }])
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code,
        file: 'talk.md',
        place: expect.objectContaining({ line: one.line }),
      }),
    )
  })
})
