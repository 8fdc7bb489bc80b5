import { describe, expect, it } from 'vitest'
import { compileTemplates } from '../../scripts/template/render-template.ts'
import type { TemplateSet } from '../../scripts/template/template-set.ts'
import { sampleTopic } from '../sample-topic.ts'

const WORDS = { en: { sources: 'Sources' }, hi: { sources: 'स्रोत' } }

function makeSet(deck: string, partials: Readonly<Record<string, string>> = {}): TemplateSet {
  const file = (name: string, source: string): TemplateSet['deck'] => ({
    file: `templates/t/${name}`,
    source,
  })
  return {
    name: 't',
    deck: file('deck.md.hbs', deck),
    brief: file('brief.md.hbs', ''),
    back: undefined,
    handout: { file: 'handout.md.hbs', source: '' },
    partials: new Map(
      Object.entries(partials).map(([name, source]) => [
        name,
        file(`partials/${name}.md.hbs`, source),
      ]),
    ),
    layers: [],
    missingBase: '',
  }
}

async function deckOf(deck: string, partials?: Readonly<Record<string, string>>): Promise<string> {
  const { renderDeck } = await compileTemplates(makeSet(deck, partials), WORDS)
  const rendered = renderDeck(sampleTopic)
  if ('diagnostic' in rendered) throw new Error(rendered.diagnostic.message)
  return rendered.markdown
}

async function problemOf(deck: string, partials?: Readonly<Record<string, string>>) {
  const { renderDeck } = await compileTemplates(makeSet(deck, partials), WORDS)
  const rendered = renderDeck(sampleTopic)
  if (!('diagnostic' in rendered)) throw new Error(`no problem: ${rendered.markdown}`)
  return rendered.diagnostic
}

describe('a template', () => {
  it('sees the topic as Markdown that is already escaped', async () => {
    expect(await deckOf('# {{title}}')).toBe('# Oil \\*and\\* ore: &lt;b&gt;\n')
  })

  it('prints figures and citations inside a point', async () => {
    expect(
      await deckOf(
        '{{#each sections}}{{#each blocks}}{{#each points}}- {{text}}\n{{/each}}{{/each}}{{/each}}',
      ),
    ).toBe('- Sold for US\\$ 39.1 billion.<sup>1</sup>\n')
  })

  it('says its own words in the language of the topic', async () => {
    expect(await deckOf('{{words.sources}}')).toBe('Sources\n')
  })

  it('writes JSON that is YAML and cannot close a comment', async () => {
    expect(await deckOf('{{json link}} {{json plainTitle}}')).toBe(
      '"" "Oil *and* ore: \\u003cb\\u003e"\n',
    )
  })

  it('puts named sections first and keeps the others', async () => {
    expect(await deckOf('{{#each (inOrder sections "b" "a")}}{{id}} {{/each}}')).toBe('b a\n')
  })
})

describe('a mistake in a template', () => {
  it('in a name is reported with line and column', async () => {
    expect(await problemOf('a\n  {{titel}}')).toMatchObject({
      code: 'template-error',
      file: 'templates/t/deck.md.hbs',
      place: { line: 2, column: 5 },
    })
  })

  it('in #if is reported, where Handlebars itself would stay silent', async () => {
    expect(await problemOf('a\n{{#if subtitel}}x{{/if}}')).toMatchObject({
      place: { line: 2, column: 1 },
    })
  })

  it('in #each is reported', async () => {
    expect(await problemOf('{{#each sectons}}x{{/each}}')).toMatchObject({
      place: { line: 1, column: 1 },
    })
  })

  it('in a partial is reported in the file of the partial', async () => {
    expect(await problemOf('x\n{{> part}}', { part: 'y\n\n {{nope}}' })).toMatchObject({
      file: 'templates/t/partials/part.md.hbs',
      place: { line: 3, column: 4 },
    })
  })

  it('in the name of a partial is reported where it is called', async () => {
    expect(await problemOf('x\n {{> nopart}}')).toMatchObject({ place: { line: 2, column: 6 } })
  })

  it('in a closing tag is reported', async () => {
    expect((await problemOf('{{#if title}}\nx\n{{/each}}')).place?.line).toBe(1)
  })

  it('in an open tag is reported', async () => {
    expect((await problemOf('a\nb {{title')).place).toMatchObject({ line: 2 })
  })

  it('that includes itself without end is reported', async () => {
    expect((await problemOf('{{> loop}}', { loop: '{{> loop}}' })).message).toContain('without end')
  })

  it('that reaches for the prototype finds nothing', async () => {
    expect((await problemOf('{{title.__proto__.constructor}}')).code).toBe('template-error')
  })
})
