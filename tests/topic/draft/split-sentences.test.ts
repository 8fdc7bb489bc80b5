import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../scripts/topic/draft/split-sentences.ts'

describe('sentences', () => {
  test.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It rose by 3.5 points. It fell.', ['It rose by 3.5 points.', 'It fell.']],
    ['Dr. Rao met the U.S. envoy. They spoke.', ['Dr. Rao met the U.S. envoy.', 'They spoke.']],
    ['Metals, e.g. Gallium, are rare. So what?', ['Metals, e.g. Gallium, are rare.', 'So what?']],
    ['It began in 2024. The rest followed.', ['It began in 2024.', 'The rest followed.']],
    ['भारत बड़ा है। डॉ. सिंह ने कहा। ठीक है', ['भारत बड़ा है।', 'डॉ. सिंह ने कहा।', 'ठीक है']],
    ['1. The first point stays whole.', ['1. The first point stays whole.']],
    ['He said: “We came. We saw.” Then he left.', ['He said: “We came. We saw.”', 'Then he left.']],
  ])('splits %j where a sentence ends', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences)
  })

  test('keeps an over-long sentence whole', () => {
    const long = `It ${'goes on and '.repeat(200)}on.`
    expect(splitSentences(`${long} End.`)).toEqual([long, 'End.'])
  })
})
