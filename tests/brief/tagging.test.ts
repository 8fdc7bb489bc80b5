/** Briefs as a screen reader goes through them. */
import { describe, expect, it } from 'vitest'
import { parseBrief } from '../../scripts/brief/parse-brief.ts'
import { type BriefInput, renderBrief } from '../../scripts/brief/render-brief.ts'
import { findAll, readStructure, type Tagged } from '../typeset/pdf-structure.ts'
import { hasTool, runTool } from '../typeset/pdf-text.ts'
import { expectedOutline, outlineOf } from './outline.ts'
import { makeInput, PICTURES, pageOf, readFixture, section } from './sample-input.ts'

const pictures = new Map(PICTURES)
const trade = PICTURES.get('charts/trade.svg')
if (trade !== undefined) pictures.set('charts/energy.svg', trade)

async function pdfOf(markdown: string, given: Partial<BriefInput> = {}): Promise<Uint8Array> {
  const result = await renderBrief(makeInput(markdown, { pictures, ...given }))
  if (!result.ok) throw new Error(`over by ${result.report.overflowLines} lines`)
  return result.pdf
}

async function treeOf(markdown: string, given: Partial<BriefInput> = {}): Promise<Tagged> {
  const [tree] = await readStructure(await pdfOf(markdown, given))
  if (tree === undefined) throw new Error('no page')
  return tree
}

/** pdf.js moves a space at the end of one marked content into the next. */
function textsOf(tree: Tagged, role: string): readonly string[] {
  return findAll(tree, role).map(({ text }) => text.trim())
}

const treeOfSection = async (content: string): Promise<Tagged> =>
  treeOf(pageOf(section('a', content)))

describe.each([
  ['partnership.md', 'en'],
  ['partnership.hi.md', 'hi'],
  ['coaching.md', 'en'],
] as const)('%s', (name, lang) => {
  const markdown = readFixture(name)

  it('is told in the order of its Markdown, every block under its role', async () => {
    const tree = await treeOf(markdown, { lang })
    expect(outlineOf(tree)).toEqual(expectedOutline(parseBrief(markdown)))
  })

  it('is one document in its language, of a part for each block of the Markdown', async () => {
    const tree = await treeOf(markdown, { lang })
    const [document] = tree.children
    expect([document?.role, document?.lang]).toEqual(['Document', lang])
    const fences = markdown.match(/^::: (?:masthead|figures|section|box|foot)/gmu)
    expect(document?.children.map(({ role }) => role)).toEqual(fences?.map(() => 'Sect'))
  })

  it('keeps every number of a source apart, as a reference', async () => {
    const tree = await treeOf(markdown, { lang })
    const numbers = [...markdown.matchAll(/<sup>([^<]*)<\/sup>/gu)].map(
      ([, text = '']) => `[${text.replaceAll(', ', ',')}]`,
    )
    expect(textsOf(tree, 'Reference')).toEqual(numbers)
  })

  it.skipIf(!hasTool('pdfinfo'))('has a space between any two words, by poppler', async () => {
    const pdf = await pdfOf(markdown, { lang })
    const printed = (runTool('pdfinfo', ['-struct-text', 'FILE'], pdf) ?? '')
      .split('\n')
      .flatMap((line) => /^\s*"(.*)"$/u.exec(line)?.[1] ?? [])
      .join('')
      .replace(/[-\u00ad]/gu, '')
    const { flow } = parseBrief(markdown)
    const points = flow.flatMap(({ content }) =>
      content.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    expect(points.length).toBeGreaterThan(5)
    for (const { text } of points)
      for (const { text: words, isSuperscript } of text)
        if (!isSuperscript)
          expect(printed).toContain(words.replaceAll('-', '').replaceAll('\u00a0', ' '))
  })
})

describe('an element', () => {
  it('nests lists in the body of their item', async () => {
    const tree = await treeOfSection('1. one\n2. two\n   - deeper\n     - deepest\n')
    const shape = ({ role, children }: Tagged): unknown =>
      role === 'Lbl' ? role : [role, ...children.map(shape)]
    expect(findAll(tree, 'L').slice(0, 1).map(shape)).toEqual([
      [
        'L',
        ['LI', 'Lbl', ['LBody']],
        ['LI', 'Lbl', ['LBody', ['L', ['LI', 'Lbl', ['LBody', ['L', ['LI', 'Lbl', ['LBody']]]]]]]],
      ],
    ])
  })

  it('of a table is there also where a cell is empty, heads and rows of figures are heads', async () => {
    const tree = await treeOfSection('| A | B | C |\n| --- | --- | --: |\n| a || 1 |\n| b | x ||\n')
    const rows = findAll(tree, 'TR').map(({ children }) => children.map(({ role }) => role))
    expect(rows).toEqual([
      ['TH', 'TH', 'TH'],
      ['TH', 'TD', 'TD'],
      ['TH', 'TD', 'TD'],
    ])
  })

  it('of a table that goes on in the second column is one table with one head', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| Row ${row} | ${row}.5 |`).join('\n')
    const tree = await treeOfSection(`| Name | Value |\n| --- | --: |\n${rows}`)
    expect(findAll(tree, 'Table')).toHaveLength(1)
    expect(findAll(tree, 'TR').map(({ text }) => text.replace(/\s/gu, ''))).toEqual([
      'NameValue',
      ...Array.from({ length: 60 }, (_, row) => `Row${row}${row}.5`),
    ])
  })

  it('of a paragraph whose words are divided over columns stays one', async () => {
    const words = 'The commissioner’s representative acknowledged responsibility. '
    const tree = await treeOfSection(words.repeat(60))
    const [first, ...more] = findAll(tree, 'P')
    expect(more).toEqual([])
    expect(first?.text.replaceAll('-', '').match(/responsibility\./gu)).toHaveLength(60)
  })

  it('of a link holds its words and names its address', async () => {
    const markdown = pageOf(section('a', 'See [the **whole** report](https://example.org/a) now.'))
    const tree = await treeOf(markdown)
    expect(textsOf(tree, 'Link')).toEqual(['the whole report'])
    expect(textsOf(tree, 'P')).toContain('See the whole report now.')
  })

  it('of a picture has its description, or that of the numbers shown', async () => {
    const described = await treeOfSection('Caption\n\n![What it shows](charts/trade.svg)')
    expect(findAll(described, 'Figure').map(({ alt }) => alt)).toEqual(['What it shows'])
    const escaped = await treeOfSection('Caption\n\n![US\\$ 5 \\*a\\* &lt;b&gt;](charts/trade.svg)')
    expect(findAll(escaped, 'Figure').map(({ alt }) => alt)).toEqual(['US$ 5 *a* <b>'])
    const bare = await treeOfSection('Caption\n\n![](charts/trade.svg)')
    expect(findAll(bare, 'Figure')[0]?.alt).toContain('Caption: China, oil 62.6')
  })

  it('never leaves out a level of headings', async () => {
    const roles = async (markdown: string): Promise<readonly string[]> =>
      findAll(await treeOf(markdown), 'H1', 'H2', 'H3').map(({ role }) => role)
    const withoutHeading = '::: section {"id":"a"}\n### Sub\n\nText\n:::\n'
    expect(await roles(pageOf(section('a', '### Sub\n\nText')))).toEqual(['H1', 'H2', 'H3'])
    expect(await roles(pageOf(withoutHeading))).toEqual(['H1', 'H2'])
    expect(await roles(withoutHeading)).toEqual(['H1'])
    expect(await roles(section('a', '### Sub\n\nText'))).toEqual(['H1', 'H2'])
  })
})

describe('a stretch in another language', () => {
  const spansOf = async (text: string, lang: 'en' | 'hi'): Promise<readonly string[]> => {
    const tree = await treeOf(`::: section {"id":"a"}\n${text}\n:::`, { lang })
    return findAll(tree, 'Span').map((span) => `${span.lang} ${span.text.trim()}`)
  }

  it('is marked in English, its spaces with it', async () => {
    const text = 'The word आत्मनिर्भर भारत means self-reliance, 2047.'
    expect(await spansOf(text, 'en')).toEqual(['hi आत्मनिर्भर भारत'])
  })

  it('is marked in Hindi, figures between its words with it', async () => {
    expect(await spansOf('संगठन BRICS 2024 SCO और G20 2025 में', 'hi')).toEqual([
      'en BRICS 2024 SCO',
      'en G20',
    ])
  })

  it('is not marked on a line of one language', async () => {
    expect(await spansOf('Only English, 42 words – 5 %.', 'en')).toEqual([])
    expect(await spansOf('केवल हिन्दी, 42 – 5 %।', 'hi')).toEqual([])
  })

  it('is known inside a link', async () => {
    const tree = await treeOf(pageOf(section('a', '[पूरी report यहाँ](https://example.org)')), {
      lang: 'hi',
    })
    const [link] = findAll(tree, 'Link')
    expect(link?.text.trim()).toBe('पूरी report यहाँ')
    expect(link?.children.map(({ role, text }) => [role, text.trim()])).toEqual([
      ['Span', 'report'],
    ])
  })
})
