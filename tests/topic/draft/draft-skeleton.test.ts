import { describe, expect, test } from 'vitest'
import { draftSkeleton } from '../../../scripts/topic/draft/draft-skeleton.ts'
import { problemsOf, readDraft } from './read-draft.ts'

describe.each(['en', 'hi'] as const)('the skeleton in %s', (lang) => {
  const source = draftSkeleton({ slug: 'indian-monsoon', lang })

  test('passes the reader without errors or warnings', () => {
    const read = readDraft({ 'indian-monsoon.md': source })
    expect(problemsOf(read)).toEqual([])
    expect(read.topic?.lang).toBe(lang)
  })

  test('has points, a table, a chart, a fact, a source, a question and notes', () => {
    const { topic } = readDraft({ 'indian-monsoon.md': source })
    expect(topic?.sections.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      ['points'],
      ['table'],
      ['chart'],
    ])
    expect(topic?.facts).toHaveLength(1)
    expect(topic?.sources).toHaveLength(1)
    expect(topic?.questions).toHaveLength(1)
    expect(topic?.openingNotes).not.toBe('')
    expect(topic?.sections.every(({ notes }) => notes !== '')).toBe(true)
  })

  test('holds no date but a commented one, and comments on lines of their own', () => {
    expect(source).toMatch(/^# date: /mu)
    expect(source).not.toMatch(/^date:/mu)
    const [, yaml = ''] = source.split(/^---$/mu)
    const commented = yaml.split('\n').filter((line) => line.includes('#'))
    expect(commented.filter((line) => !line.trimStart().startsWith('#'))).toEqual([])
  })

  test.each(['', '...', '中文', '"x": {y}', 'a\u0000b', 'x.hi', '-'.repeat(300)])(
    'is made for the slug %j too',
    (slug) => {
      expect(problemsOf(readDraft({ 't.md': draftSkeleton({ slug, lang }) }))).toEqual([])
    },
  )
})

test('two skeletons on one shelf do not share a fact id', () => {
  const ids = ['monsoon', 'cyclones'].map(
    (slug) => readDraft({ 't.md': draftSkeleton({ slug, lang: 'en' }) }).topic?.facts[0]?.id,
  )
  expect(new Set(ids).size).toBe(2)
})
