/** A logo that nobody would see on white: told at its line, and given a dark plate on slides where that helps. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pngOf } from '../png-of.ts'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'

const WHITE = [255, 255, 255, 255] as const
const CLEAR = [255, 255, 255, 0] as const
const NAVY = [11, 60, 93, 255] as const

function projectWith(logo: Buffer, template = 'lecture'): string {
  return makeProject({
    'content/oil.md': topicText('Oil', `template: ${template}`),
    'content/_defaults.yaml': 'brand:\n  name: Institute\n  logo: logo.png\n',
    'content/logo.png': logo,
  })
}

describe('a logo', () => {
  it.each([
    ['white', pngOf(200, 80, () => WHITE)],
    ['nothing at all', pngOf(200, 80, () => CLEAR)],
    ['nearly white', pngOf(200, 80, () => [250, 251, 250, 255])],
    ['white letters on nothing', pngOf(200, 80, (x) => (x % 3 === 0 ? WHITE : CLEAR))],
    ['a point', pngOf(1, 1, () => NAVY)],
    ['a thread', pngOf(4000, 2, () => NAVY)],
    ['a hair', pngOf(1, 4000, () => NAVY)],
  ])('of %s is told at its line', async (_, logo) => {
    const { code, err } = await runLectern(['check'], { cwd: projectWith(logo) })
    expect(code).toBe(0)
    expect(err).toMatch(/^content\/_defaults\.yaml:3:9: warning\[logo-faint\]/m)
    expect(err).toContain('give a logo made for white paper')
  })

  it('of dark ink is not', async () => {
    const logo = pngOf(200, 80, (x) => (x % 9 === 0 ? NAVY : CLEAR))
    const { err } = await runLectern(['check'], { cwd: projectWith(logo) })
    expect(err).not.toContain('logo-faint')
  })

  it.each(['lecture', 'coaching'])('of white letters has a dark plate in %s', async (template) => {
    const cwd = projectWith(
      pngOf(200, 80, (x) => (x % 3 === 0 ? WHITE : CLEAR)),
      template,
    )
    await runLectern(['build', '--to', 'html'], { cwd })
    const html = readFileSync(join(cwd, 'out/oil/deck.html'), 'utf8')
    expect(html).toContain('--logo-plate:#0b3c5d')
    expect(html).not.toMatch(/::before\{[^}]*background-color:#fff/)
  })
})
