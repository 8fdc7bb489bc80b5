/** The judge convicts each fault that it knows, and nothing of a file that is right. */
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFiles } from '../made-files.ts'
import { editFile } from './edit-file.ts'
import { type Break, FAULTS } from './faults.ts'
import { judgePptx, sayFindings } from './judge-pptx.ts'

let good: Uint8Array

beforeAll(async () => {
  const [first] = await makeFiles()
  if (first === undefined) throw new Error('no topics')
  good = first.bytes
})

function rulesOf(file: Uint8Array): readonly string[] {
  return [...new Set(judgePptx(file).map(({ rule }) => rule))]
}

function broken(breakIt: Break): Uint8Array {
  return editFile(good, breakIt)
}

describe('the judge', () => {
  it('finds nothing in a file that is right, also when it is packed again', () => {
    expect(sayFindings(judgePptx(good))).toEqual([])
    expect(sayFindings(judgePptx(editFile(good, () => {})))).toEqual([])
  })

  it.each(Object.entries(FAULTS))('convicts %s', (_, { rule, breakIt }) => {
    expect(rulesOf(broken(breakIt))).toContain(rule)
  })

  it('convicts a zip that holds a clock', () => {
    expect(rulesOf(editFile(good, () => {}, new Date(2025, 7, 8)))).toEqual(['zip-time'])
  })

  it('convicts a zip of which a byte has turned over', () => {
    const file = Uint8Array.from(good)
    // In the middle of the first packed part: past its head of 30 bytes and its name.
    file[200] = (file[200] ?? 0) ^ 1
    expect(() => expect(rulesOf(file)).toEqual([])).toThrow()
  })
})
