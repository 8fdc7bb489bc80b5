import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { draftEdition } from '../../../scripts/topic/draft/draft-edition.ts'
import { draftSkeleton } from '../../../scripts/topic/draft/draft-skeleton.ts'
import { problemsOf, readDraft } from './read-draft.ts'

const contentDir = fileURLToPath(new URL('../../../content/', import.meta.url))

function content(name: string): string {
  return readFileSync(`${contentDir}${name}`, 'utf8')
}

describe('the edition of a real topic', () => {
  const base = content('india-russia-strategic-minerals.md')
  const edition = draftEdition({ slug: 'india-russia-strategic-minerals', base })
  const files = { 't.hi.md': edition, 't.md': base, '_facts.yaml': content('_facts.yaml') }

  test('passes the reader with every section translated or inherited', () => {
    expect(problemsOf(readDraft(files))).toEqual([])
  })

  test('has the sections, figures and sources of the original', () => {
    const { topic } = readDraft(files)
    const shared = content('_facts.yaml')
    const original = readDraft({ 't.md': base, '_facts.yaml': shared }).topic
    expect(topic?.lang).toBe('hi')
    expect(topic?.sections.map(({ id }) => id)).toEqual(original?.sections.map(({ id }) => id))
    expect(topic?.facts.map(({ value }) => value)).toEqual(
      original?.facts.map(({ value }) => value),
    )
    expect(topic?.sources).toHaveLength(original?.sources.length ?? 0)
  })

  test('copies words, not figures, dates or structure', () => {
    expect(edition).not.toMatch(
      /^\s*(?:value|as_of|source|date|minutes|priority|kind|highlight):/mu,
    )
    expect(edition).toContain('label: Russia’s share of India’s oil imports')
  })

  test('has a heading for the notes of each section', () => {
    expect(edition.match(/^## .+$/gmu)?.map((line) => line.slice(3))).toEqual(
      readDraft(files).topic?.sections.map(({ id }) => id),
    )
  })
})

test('the edition of the skeleton passes the reader', () => {
  const base = draftSkeleton({ slug: 'indian-monsoon', lang: 'en' })
  const edition = draftEdition({ slug: 'indian-monsoon', base })
  expect(problemsOf(readDraft({ 'm.hi.md': edition, 'm.md': base }))).toEqual([])
})

test('sections without an id get the one the reader makes', () => {
  const base = '---\ntitle: T\nsections:\n  - title: Who buys what?\n    points: [a]\n---\n'
  const edition = draftEdition({ slug: 't', base })
  expect(edition).toContain('id: who-buys-what')
  expect(problemsOf(readDraft({ 't.hi.md': edition, 't.md': base }))).toEqual([])
})

test.each(['', 'no front matter', '---\ntitle: [\n---\n', '---js\nx\n---\n', '---\n- a\n---\n'])(
  'an original that cannot be read (%j) gives a head to fill in',
  (base) => {
    expect(draftEdition({ slug: 'indian-monsoon', base })).toContain('title: "Indian monsoon"')
  },
)
