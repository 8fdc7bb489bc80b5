/** An institute's colours and logo in `_defaults.yaml`: told where they are wrong, shown on slides and paper. */
import { describe, expect, it } from 'vitest'
import { BUILD, makeProject, runLectern, topicText } from '../run-lectern.ts'

const TOPIC = topicText('Oil', 'sections:\n  - { title: One, points: [A point] }')

function projectWith(defaults: string): string {
  return makeProject({ 'content/oil.md': TOPIC, 'content/_defaults.yaml': defaults })
}

describe('two brand colours that look alike', () => {
  it.each([
    ['the same', '#7a1f2b', '#7a1f2b'],
    ['near', '#7a1f2b', '#84202c'],
    ['both nearly black', '#000000', '#1a1a1a'],
  ])('%s are told at the second', async (_, primary, accent) => {
    const defaults = `brand:\n  primary: "${primary}"\n  accent: "${accent}"\n`
    const { code, err } = await runLectern(['check'], { cwd: projectWith(defaults) })
    expect(code).toBe(0)
    expect(err).toMatch(/^content\/_defaults\.yaml:3:11: warning\[similar-colors\]/m)
    expect(err).toContain(`\`primary\` ${primary} and \`accent\` ${accent} look alike`)
  })

  it('are not told of colours apart', async () => {
    const defaults = 'brand:\n  primary: "#7a1f2b"\n  accent: "#0a7d3c"\n'
    const { err } = await runLectern(['check'], { cwd: projectWith(defaults) })
    expect(err).not.toContain('similar-colors')
  })
})

describe('a brand colour too faint for text', () => {
  it.each([
    ['check', ['check']],
    ['build', BUILD],
  ] as const)('is told by `%s` at its line, with ratio and remedy', async (_, command) => {
    const project = projectWith('brand:\n  name: Institute\n  primary: "#fff2a8"\n')
    const { code, err } = await runLectern([...command], { cwd: project })
    expect(code).toBe(0)
    expect(err).toMatch(/^content\/_defaults\.yaml:3:12: warning\[low-contrast\]/m)
    expect(err).toContain('`primary` #fff2a8 has a contrast of 1.13:1 on the ground (#ffffff)')
    expect(err).toMatch(/text is drawn in #[0-9a-f]{6}/)
  })

  it('is told in the topic that brings it', async () => {
    const project = makeProject({
      'content/oil.md': topicText('Oil', 'brand: { accent: "#ffee00" }'),
    })
    const { err } = await runLectern(['check'], { cwd: project })
    expect(err).toMatch(/^content\/oil\.md:\d+:\d+: warning\[low-contrast\]: `accent` #ffee00/m)
  })

  it('of a theme is told at its token', async () => {
    const project = makeProject({
      'content/oil.md': topicText('Oil', 'template: mine'),
      'templates/mine/theme.yaml': 'extends: lecture\ncolors:\n  muted: "#bbbbbb"\n',
    })
    const { err } = await runLectern(['check'], { cwd: project })
    expect(err).toMatch(/^templates\/mine\/theme\.yaml:3:10: warning\[low-contrast\]: `muted`/m)
  })

  it('of the built-in sets there is none', async () => {
    for (const template of ['lecture', 'lecture-dark', 'coaching']) {
      const { err } = await runLectern(['check', '--template', template], { cwd: projectWith('') })
      expect(err).not.toContain('low-contrast')
    }
  })
})
