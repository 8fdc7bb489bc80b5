import { expect, it } from 'vitest'
import { forStudents } from '../../scripts/deck/for-students.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { deckOf, readSample, slideOf } from './sample-deck.ts'

const QUESTION = '## Question 1\n\nWhich?\n\n- **A** Oil\n- **B** Gas\n- **C** Coal'
const KEY = '## Answer 1: B\n\n- **A** Oil\n- **_B_** Gas\n- **C** Coal\n\nIt burns cleanest.'

it('keeps the question and drops the slide with its key', () => {
  const deck = deckOf([slideOf('question', QUESTION), slideOf('question key', KEY)])
  expect(forStudents(deck)).toBe(deckOf([slideOf('question', QUESTION)]))
})

it('drops answers in words', () => {
  const deck = deckOf([slideOf('points', '## A\n\n- a'), slideOf('answer', '## Answer\n\nYes')])
  expect(forStudents(deck)).toBe(deckOf([slideOf('points', '## A\n\n- a')]))
})

it.each(['**_B_**', '***B***'])('takes the mark from a letter %s on a question', (letter) => {
  const marked = QUESTION.replace('**B**', letter)
  expect(forStudents(deckOf([slideOf('question', marked)]))).toBe(
    deckOf([slideOf('question', QUESTION)]),
  )
})

it('makes a question of a key without one: no heading, no mark, no reason', () => {
  const [slide] = readDeck(forStudents(deckOf([slideOf('question key', KEY)]))).slides
  expect(slide?.classes).toEqual(['question'])
  expect(slide?.source).not.toMatch(/Answer|_B_|cleanest/)
  expect(slide?.source).toContain('- **B** Gas')
})

it('leaves out notes, the running order and planned minutes', () => {
  const notes = '<!--\nRunning order (4 min)\n-->'
  const slide = slideOf('points', `## A\n\n- a\n\n${notes}`).replace('-->', '_minutes: 4\n-->')
  expect(forStudents(deckOf([slide]))).toBe(deckOf([slideOf('points', '## A\n\n- a')]))
})

it.each(['en', 'hi'])('leaves no key and no note in the deck of all classes (%s)', (lang) => {
  const markdown = readSample(`all-classes.${lang}`)
  const before = readDeck(markdown).slides
  const { slides } = readDeck(forStudents(markdown))
  const isAnswer = ({ classes }: { classes: readonly string[] }): boolean =>
    classes.includes('key') || classes.includes('answer')
  expect(before.some(isAnswer)).toBe(true)
  expect(slides.some(isAnswer)).toBe(false)
  expect(slides.flatMap(({ notes }) => notes)).toEqual([])
  expect(slides.length).toBe(before.filter((slide) => !isAnswer(slide)).length)
})
