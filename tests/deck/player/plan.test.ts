import { describe, expect, it } from 'vitest'
import { behindMs, MINUTE_MS, type Plan } from '../../../scripts/deck/player/presenter/plan.ts'

/** Title; four minutes on two slides; six minutes on one; a question. */
const PLAN: Plan = {
  minutes: 10,
  isPaced: true,
  groups: [
    { title: 'Title', minutes: undefined, first: 0, last: 0 },
    { title: 'Alpha', minutes: 4, first: 1, last: 2 },
    { title: 'Beta', minutes: 6, first: 3, last: 3 },
    { title: 'Question', minutes: undefined, first: 4, last: 4 },
  ],
}

function behindMin(slide: number, elapsedMin: number, lengthMin = 10): number {
  const progress = { slide, elapsedMs: elapsedMin * MINUTE_MS, lengthMs: lengthMin * MINUTE_MS }
  return behindMs(PLAN, progress) / MINUTE_MS
}

describe('behindMs', () => {
  it('gives each slide of a section an even share of its minutes', () => {
    expect([0, 2, 3].map((minutes) => behindMin(1, minutes))).toEqual([0, 0, 1])
    expect([1, 2, 4, 5].map((minutes) => behindMin(2, minutes))).toEqual([-1, 0, 0, 1])
    expect([3, 4, 10, 12].map((minutes) => behindMin(3, minutes))).toEqual([-1, 0, 0, 2])
  })

  it('gives the title no time, and the slides after the last section what the talk has left', () => {
    expect(behindMin(0, 1)).toBe(1)
    expect([9, 10, 11].map((minutes) => behindMin(4, minutes))).toEqual([-1, 0, 1])
    expect([11, 15, 16].map((minutes) => behindMin(4, minutes, 15))).toEqual([0, 0, 1])
  })
})
