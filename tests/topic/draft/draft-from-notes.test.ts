import { describe, expect, test } from 'vitest'
import { draftFromNotes } from '../../../scripts/topic/draft/draft-from-notes.ts'
import { inlineText } from '../../../scripts/topic/inline-text.ts'
import type { Lang, Topic } from '../../../scripts/topic/topic.ts'
import { problemsOf, readDraft } from './read-draft.ts'
import { pointsOf } from './said-words.ts'

function sourceOf(text: string, lang: Lang = 'en'): string {
  const draft = draftFromNotes({ slug: 'rain-and-farms', text, lang })
  return draft.ok ? draft.source : ''
}

/** The topic, after the reader has found nothing wrong with it. */
function topicOf(text: string, lang: Lang = 'en'): Topic {
  const read = readDraft({ 't.md': sourceOf(text, lang) })
  expect(problemsOf(read)).toEqual([])
  if (read.topic === undefined) throw new Error('the reader gave no topic')
  return read.topic
}

function titlesOf(text: string): readonly string[] {
  return topicOf(text).sections.map(({ title }) => inlineText(title))
}

describe('headings', () => {
  test('of uneven level and with gaps in their numbers become sections', () => {
    const notes = '# Rain\n\n## 1. Farms\n\nA.\n\n#### 3. Rivers\n\nB.\n\n# **Aims**\n\n- 1. C\n'
    expect(titlesOf(notes)).toEqual(['Farms', 'Rivers', 'Aims'])
    expect(inlineText(topicOf(notes).title)).toBe('Rain')
  })

  test('are short lines between blank lines where none is marked', () => {
    const notes = 'Rain\n\nIt rains.\n\nFarms need it\n\nThey do.\n\nRivers carry it\n\nThey do.'
    expect(titlesOf(notes)).toEqual(['Farms need it', 'Rivers carry it'])
  })

  test('are short lines above long ones where Word left no blank lines', () => {
    const long = `${'It rains on the farms of the plain. '.repeat(8)}`
    expect(titlesOf(`Rain\n${long}\nRivers\n${long}\nFarms\n${long}`)).toEqual([
      'Introduction',
      'Rivers',
      'Farms',
    ])
  })

  test('are numbered lines that stand alone, in Hindi too', () => {
    const topic = topicOf('वर्षा\n\n1. खेत\n\nखेत हैं।\n\n२. नदी\n\n• नदी बहती है।', 'hi')
    expect(topic.sections.map(({ title }) => inlineText(title))).toEqual(['खेत', 'नदी'])
  })

  test('with one title get different ids', () => {
    const topic = topicOf('# T\n\n## A\n\nx.\n\n## A\n\ny.')
    expect(topic.sections.map(({ id, notes }) => [id, notes])).toEqual([
      ['a', 'x.'],
      ['a-2', 'y.'],
    ])
  })

  test('without content are joined to the deeper one below, or told in the notes', () => {
    const notes = '# T\n\n## A\n\n### B\n\nx.\n\n## Thanks\n\n## C\n\ny.'
    expect(titlesOf(notes)).toEqual(['A: B', 'C'])
    expect(topicOf(notes).sections[0]?.notes).toContain('Thanks')
  })
})

describe('text', () => {
  test('of a paragraph becomes points, and stays whole in the notes', () => {
    const topic = topicOf('# T\n\n## A\n\nOne is here. Two is there.\n\n## B\n\nx.')
    expect(pointsOf(topic)).toEqual(['One is here.', 'Two is there.', 'x.'])
    expect(topic.sections[0]?.notes).toBe('One is here. Two is there.')
  })

  test('of the first paragraph gives the summary, one sentence', () => {
    const topic = topicOf('# T\n\nRain falls. It does.\n\n## A\n\nx.')
    expect(inlineText(topic.summary)).toBe('Rain falls.')
    expect(topic.openingNotes).toBe('Rain falls. It does.')
  })

  test('before a list becomes the point above it', () => {
    const { sections } = topicOf('# T\n\n## A\n\nWork on,\n\n- 1. ore\n- 2. metal')
    const [block] = sections[0]?.blocks ?? []
    const items = block?.kind === 'points' ? block.items : []
    expect(items.map(({ text, children }) => [inlineText(text), children.length])).toEqual([
      ['Work on,', 2],
    ])
  })

  test('keeps bold, italic and links, and shows every other sign as it stands', () => {
    const source = sourceOf(
      '# T\n\n## A\n\n- **Lead**: *so* [here](https://e.org) {x} [@y] a*b C:\\d <b> \\#5',
    )
    expect(source).toContain(
      JSON.stringify(
        '**Lead**: *so* [here](https://e.org) \\{x\\} \\[@y\\] a\\*b C:\\\\d \\<b> #5',
      ),
    )
    const points = pointsOf(
      topicOf('# T\n\n## A\n\n- **Lead**: *so* [here](https://e.org) {x} [@y] a*b C:\\d <b> \\#5'),
    )
    expect(points).toEqual(['Lead: so here {x} [@y] a*b C:\\d <b> #5'])
  })

  test('from Windows, Word and scanners loses its invisible characters and its scraps', () => {
    const topic = topicOf('\ufeffRain\r\n\r\n | \r\n1\r\n\r\nIt rai\u00adns.\u000cNow.\r\n\u0007')
    expect(inlineText(topic.title)).toBe('Rain')
    expect(pointsOf(topic)).toEqual(['It rains.', 'Now.'])
    expect(topic.sections[0]?.notes).not.toContain('|')
  })

  test('in a letter that no font has is said, not shown', () => {
    const topic = topicOf('# T\n\n## A 🚀\n\nPlain. 中文 here.\n\n- 田中')
    expect(pointsOf(topic)).toEqual(['Plain.'])
    expect(inlineText(topic.sections[0]?.title ?? [])).toBe('A')
    expect(topic.sections[0]?.notes).toBe('A 🚀\n\nPlain. 中文 here.\n\n- 田中')
  })

  test('that looks like a heading or a code fence cannot take notes away from a section', () => {
    const topic = topicOf('# T\n\n## A\n\nx.\n\n```\n## B\n```\n\n## C\n\ny.\n\n```\nend')
    expect(topic.sections.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(topic.sections[0]?.notes).toContain('## B')
  })

  test('beyond what front matter can hold goes to the notes', () => {
    const notes = Array.from({ length: 3000 }, (_, i) => `- Item ${i} of the list.`).join('\n')
    const topic = topicOf(`# T\n\n## A\n\n${notes}`)
    expect(pointsOf(topic)).toContain('Item 5 of the list.')
    expect(topic.sections[0]?.notes).toContain('- Item 2999 of the list.')
  })
})

describe('sources and tables', () => {
  test('a source line becomes a source, cited where it stands', () => {
    const topic = topicOf('# T\n\n## A\n\nx.\n\nSource: https://www.e.org/how-rain-falls-123456/')
    expect(topic.sources).toMatchObject([
      { id: 'e', url: 'https://www.e.org/how-rain-falls-123456/' },
    ])
    expect(inlineText(topic.sources[0]?.title ?? [])).toBe('How rain falls')
    expect(topic.sections[0]?.notes).toBe('x.')
  })

  test('several sources are each cited in their own section', () => {
    const notes =
      '# T\n\n## A\n\nx.\n\nSource: https://a.org\n\n## B\n\ny.\n\nSource: https://b.org/'
    expect(sourceOf(notes)).toMatch(/"x\.\[@a\]"[\s\S]*"y\.\[@b\]"/u)
  })

  test('tags stay in the notes', () => {
    expect(topicOf('# T\n\n## A\n\nx.\n\nTags').sections[0]?.notes).toBe('x.\n\nTags')
  })

  test('a pipe table becomes a table', () => {
    const topic = topicOf('# T\n\n## A\n\n| a | b |\n|---|---|\n| c | d |\n| e |')
    expect(topic.sections[0]?.blocks).toMatchObject([
      {
        kind: 'table',
        table: {
          rows: [
            [[{ text: 'c' }], [{ text: 'd' }]],
            [[{ text: 'e' }], []],
          ],
        },
      },
    ])
  })
})

describe('figures', () => {
  test('are facts that the points refer to, and read as before', () => {
    const topic = topicOf('# T\n\n## A\n\n- Sales (2024): over \\$5.50 million, nearly 30% of all')
    expect(
      topic.facts.map(({ printed, asOf }) => [printed.before, printed.number, printed.unit, asOf]),
    ).toEqual([
      ['over', '5.50', '$ million', '2024'],
      ['nearly', '30', '%', '2024'],
    ])
    expect(pointsOf(topic)[0]?.replace(/\s+/gu, '')).toBe(
      'Sales(2024):over$5.50million,nearly30%ofall',
    )
  })

  test('whose words the ledger would change stand as cards beside the words', () => {
    const topic = topicOf('# T\n\n## A\n\nMore than 40% of farms are small.')
    expect(pointsOf(topic)).toEqual(['More than 40% of farms are small.'])
    expect(topic.sections[0]?.blocks[1]).toMatchObject({ kind: 'facts', facts: [{ value: 40 }] })
  })

  test('take no id that the shelf has', () => {
    const text = '# T\n\n## A\n\nFarms use 40% of water.'
    const first = draftFromNotes({ slug: 't', lang: 'en', text })
    const id = first.ok ? (readDraft({ 't.md': first.source }).topic?.facts[0]?.id ?? '') : ''
    const second = draftFromNotes({ slug: 't', lang: 'en', text, takenFactIds: [id] })
    expect(second.ok && second.source).toContain(`${id}-2`)
  })
})

test.each(['', ' \n\t\n', '\ufeff', '\u0000\u0007\u200b'])(
  'nothing visible in %j is empty',
  (text) => {
    expect(draftFromNotes({ slug: 't', lang: 'en', text })).toEqual({ ok: false, reason: 'empty' })
  },
)

test('notes larger than a topic file may be are refused', () => {
  const text = 'It rains. '.repeat(250_000)
  expect(draftFromNotes({ slug: 't', lang: 'en', text })).toEqual({
    ok: false,
    reason: 'too-large',
  })
})
