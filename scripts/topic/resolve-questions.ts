import { unknownAnswer } from '../diagnostics/topic-problems.ts'
import { entries, items, type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, type Reading } from './reading.ts'
import type { QuestionData, TopicData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereValue } from './source-document.ts'
import type { GlossaryEntry, Question } from './topic.ts'

export function resolveQuestions(reading: Reading, topic: Layers<TopicData>): readonly Question[] {
  const list = pick(topic, 'questions')
  return list === undefined ? [] : items(list).map((question) => resolveQuestion(reading, question))
}

export function resolveGlossary(
  reading: Reading,
  topic: Layers<TopicData>,
): readonly GlossaryEntry[] {
  const glossary = pick(topic, 'glossary')
  if (glossary === undefined) return []
  return entries(glossary).map(([term, meaning]) => ({
    term: inlineOf(reading, { value: term, at: { ...meaning.at, isKey: true } }),
    meaning: inlineOf(reading, meaning),
  }))
}

function resolveQuestion(reading: Reading, question: Layer<QuestionData>): Question {
  const layers = [question]
  const options = pick(layers, 'options')
  return {
    ask: inlineOf(reading, pick(layers, 'ask')),
    options: options === undefined ? [] : items(options).map((option) => inlineOf(reading, option)),
    answer: answerIndex(reading, question),
    because: inlineOf(reading, pick(layers, 'because')),
    marks: question.value.marks ?? 0,
    words: question.value.words ?? 0,
  }
}

/** The text of an option goes before a letter: options may be called A, C, B, D. */
function answerIndex(reading: Reading, question: Layer<QuestionData>): number {
  const answer = pick([question], 'answer')
  if (answer === undefined) return -1
  const written = textAt(answer.at).trim()
  const options = (question.value.options ?? []).map((_, index) =>
    textAt(child(question.at, 'options', index)).trim(),
  )
  const byText = options.indexOf(written)
  if (byText !== -1) return byText
  const letter = /^\(?([a-z])[).]?$/iu.exec(written)?.[1]?.toUpperCase()
  const byLetter = letter === undefined ? -1 : letter.charCodeAt(0) - 65
  if (byLetter >= 0 && byLetter < options.length) return byLetter
  if (!isPrunedBelow(child(question.at, 'options')))
    reading.report(unknownAnswer(whereValue(answer.at), written, options.length))
  return -1
}
