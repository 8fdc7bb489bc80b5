/** How the questions of a back page are set: options in their columns, every question whole. */
import { describe, expect, it } from 'vitest'
import { layPage } from '../../scripts/brief/lay-page.ts'
import { makeSheet } from '../../scripts/brief/lay-sheet.ts'
import { pageBox } from '../../scripts/brief/page-part.ts'
import { parseBrief } from '../../scripts/brief/parse-brief.ts'
import { makeSetting } from '../../scripts/brief/setting.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import { loadHyphenator } from '../../scripts/typeset/hyphenate.ts'
import { type Box, textBoxes } from './mark-boxes.ts'
import { PICTURES, pageOf, profileNamed, section } from './sample-input.ts'

const { theme } = makeTheme({ name: 'test', tokens: {}, css: '' })
const BOX = pageBox(theme.brief, makeSheet(profileNamed('a4')).page)
const MIDDLE = BOX.left + BOX.innerWidthPt / 2

async function layQuestions(questions: readonly string[]): Promise<readonly Box[]> {
  const { brief: tokens, colors } = theme
  const hyphenate = await loadHyphenator('en')
  const setting = makeSetting({ tokens, colors, lang: 'en', preset: 'standard', hyphenate })
  const brief = parseBrief(pageOf(section('prelims', questions.join('\n'))))
  const { marks } = layPage(brief, { setting, pictures: PICTURES, box: BOX })
  if (marks === undefined) throw new Error('the questions do not fit')
  return textBoxes(marks)
}

function question(text: string, options: readonly string[]): string {
  const lines = options.map((option, index) => `   (${'ABCD'[index]}) ${option}\n`)
  return [`1. ${text}\n`, ...lines].join('\n')
}

function find(boxes: readonly Box[], text: string): Box {
  const found = boxes.find((box) => box.text.includes(text))
  if (found === undefined) throw new Error(`no “${text}”`)
  return found
}

const SHORT = ['one', 'two', 'three', 'four']
const LONG = [
  'gallium, germanium, graphite and all of the rare earths that magnets are made of, and more',
  'copper',
  'nickel',
  'cobalt',
]
const ASK = 'Which of these does the report of the working group name first, and why is it so? '

describe('questions', () => {
  it('have short options two by two, the second in line with the fourth', async () => {
    const boxes = await layQuestions(Array.from({ length: 8 }, () => question(ASK, SHORT)))
    const [one, two, three, four] = SHORT.map((text) => find(boxes, text))
    expect(one?.bottom).toBe(two?.bottom)
    expect(three?.bottom).toBe(four?.bottom)
    expect(one?.left).toBeCloseTo(three?.left ?? 0, 6)
    expect(two?.left).toBeCloseTo(four?.left ?? 0, 6)
    expect(one?.bottom).toBeLessThan(three?.bottom ?? 0)
  })

  it('have long options one below the other, later lines under the first word', async () => {
    const boxes = await layQuestions(Array.from({ length: 8 }, () => question(ASK, LONG)))
    const [first, second] = [find(boxes, 'gallium'), find(boxes, 'and more')]
    expect(second.left).toBeCloseTo(first.left, 6)
    expect(second.top).toBeGreaterThan(first.top)
    expect(find(boxes, 'copper').left).toBeCloseTo(first.left, 6)
  })

  it.each([5, 6, 7, 8, 9, 10])('stay whole, %i of them in two columns', async (count) => {
    const texts = Array.from({ length: count }, (_, index) => `Q${index} ${ASK.repeat(2)}`)
    const boxes = await layQuestions(texts.map((text) => question(text, LONG)))
    const columns = boxes.map(({ left }) => (left < MIDDLE ? 0 : 1))
    const starts = boxes.flatMap(({ text }, index) => (/^\d+\.$/u.test(text) ? [index] : []))
    for (const [index, start] of starts.entries()) {
      const own = columns.slice(start, starts[index + 1])
      expect(new Set(own).size, `question ${index + 1}`).toBe(1)
    }
    expect(starts).toHaveLength(count)
  })
})
