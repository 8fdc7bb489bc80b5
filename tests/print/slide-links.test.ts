/** Links from slide to slide lead there in every PDF of the slides, as they do in the player. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'
import { readPrinted } from './read-printed.ts'

const KEYS = `sections:
  - id: one
    title: One
    points: ["[two](#two)", "[four](#4)", "[a step](#3.1)", "[ores](#खनिज)", "[nowhere](#none)"]
  - { id: two, title: Two, points: ["[back](#one)"] }
  - { title: खनिज, points: [x] }
`
const project = makeProject({ 'content/links.md': topicText('Links', KEYS) })

/** Words of a link → the page it leads to. */
async function linksOf(file: string): Promise<readonly (readonly [string, string])[]> {
  const bytes = new Uint8Array(readFileSync(join(project, 'out/links', file)))
  const { annotations } = await readPrinted(bytes)
  return annotations
    .filter(({ kind }) => kind === 'Link')
    .map(({ text, target }) => [text, target] as const)
}

describe('a link from slide to slide', () => {
  beforeAll(async () => {
    const run = await runLectern(['build', '--to', 'pdf,handout', '--layout', 'notes'], {
      cwd: project,
    })
    expect(run.code).toBe(0)
  }, 60_000)

  it.each(['deck.pdf', 'handout.pdf'])(
    'by section, number and step leads to the page in %s',
    async (file) => {
      expect(await linksOf(file)).toEqual([
        ['two', '3'],
        ['four', '4'],
        ['a step', '3'],
        ['ores', '4'],
        ['back', '2'],
      ])
    },
  )
})
