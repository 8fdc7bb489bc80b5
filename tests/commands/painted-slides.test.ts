/** What `check --render` makes of style sheets that paint in every way CSS has: told by what is seen, not by what is written. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { type Files, makeFolder, makeProject, rootDir, runLectern } from '../run-lectern.ts'

/** Of the points on slide 2, the code that each style sheet deserves; none: it can be read. */
const SHEETS: Readonly<Record<string, { readonly css: string; readonly code?: string }>> = {
  'an overlay of a pseudo-element': {
    css: "section.points::before { content: ''; position: absolute; inset: 0; background: linear-gradient(#000, #333); }",
    code: 'slide-contrast',
  },
  'a dark ground': { css: 'section.points { background: #222; }', code: 'slide-contrast' },
  'a ground by an inner shadow': {
    css: 'section.points { box-shadow: inset 0 0 0 2000px #123; }',
    code: 'slide-contrast',
  },
  'letters blended with the ground': {
    css: 'section.points li { mix-blend-mode: difference; }',
    code: 'slide-contrast',
  },
  'letters of a pale gradient': {
    css: 'section.points li { background: linear-gradient(90deg, #eee, #fff); background-clip: text; -webkit-text-fill-color: transparent; }',
    code: 'slide-contrast',
  },
  'letters of a dark gradient': {
    css: 'section.points li { background: linear-gradient(90deg, #003, #300); background-clip: text; -webkit-text-fill-color: transparent; }',
  },
  'a filter': { css: 'section.points li { filter: opacity(.3); }', code: 'slide-contrast' },
  'a colour of Oklch': {
    css: 'section.points li { color: oklch(0.85 0.05 200); }',
    code: 'slide-contrast',
  },
  'white on white': { css: 'section.points li { color: #fff; }', code: 'slide-contrast' },
  'a veiled colour that is dark enough': {
    css: 'section.points li { color: rgba(0, 0, 0, .8); }',
  },
  'a shadow of letters': { css: 'section.points li { text-shadow: 0 0 2px #ccc; }' },
  'a transform that shrinks': {
    css: 'section.points li { transform: scale(.5); }',
    code: 'slide-small-text',
  },
  'a zoom that shrinks': { css: 'section.points li { zoom: .5; }', code: 'slide-small-text' },
  'a slight turn': { css: 'section.points li { transform: rotate(-2deg); }' },
  'a box too low': {
    css: 'section.points li { height: 20px; overflow: hidden; }',
    code: 'slide-clipped',
  },
  'an ellipsis': {
    css: 'section.points li { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 250px; }',
    code: 'slide-clipped',
  },
  'a heading out of the edge': {
    css: 'section.points h2 { margin-left: -120px; }',
    code: 'slide-overflow',
  },
  'words for screen readers alone': { css: 'section.points h2 { text-indent: -9999px; }' },
  'points that are not shown': { css: 'section.points li { visibility: hidden; }' },
}

const NAMES = Object.keys(SHEETS)

const PROJECT: Files = Object.fromEntries(
  Object.values(SHEETS).flatMap(({ css }, index) => [
    [
      `content/case-${index}.md`,
      `---\ntitle: Case ${index}\ntemplate: case-${index}\nsections:\n  - id: one\n    title: A section of points\n    points:\n      - Rare earths go into magnets of many kinds\n      - Magnets go into wind turbines\n---\n`,
    ],
    [`templates/case-${index}/theme.yaml`, 'extends: lecture\n'],
    [`templates/case-${index}/theme.css`, css],
  ]),
)

async function check(cwd: string, ...flags: string[]): Promise<readonly Diagnostic[]> {
  const run = await runLectern(['check', '--render', '--json', ...flags], { cwd })
  const { diagnostics } = JSON.parse(run.out) as { diagnostics: readonly Diagnostic[] }
  return diagnostics.filter(({ code }) => code.startsWith('slide-') || code.startsWith('browser-'))
}

describe('a slide with', () => {
  let found: readonly Diagnostic[]

  beforeAll(async () => {
    found = await check(makeProject(PROJECT))
  }, 300_000)

  it.each(NAMES)('%s', (name) => {
    const own = found.filter(({ file }) => file === `content/case-${NAMES.indexOf(name)}.md`)
    const wanted = SHEETS[name]?.code
    expect([...new Set(own.map(({ code }) => code))]).toEqual(wanted === undefined ? [] : [wanted])
    for (const { slide } of own) expect(slide?.number).toBe(2)
  })
})

describe('the topics of the project', () => {
  const cwd = makeFolder()
  cpSync(join(rootDir, 'content'), join(cwd, 'content'), { recursive: true })

  it.each(
    ['lecture', 'lecture-dark', 'coaching'].flatMap((set) =>
      ['16:9', '4:3'].map((size) => [set, size] as const),
    ),
  )('have no fault in %s at %s, in English and Hindi', { timeout: 120_000 }, async (set, size) => {
    expect(await check(cwd, '--template', set, '--size', size)).toEqual([])
  })

  it('have none in the colours of pale brands', { timeout: 120_000 }, async () => {
    const brands = ['#fff2a8', '#ffd400', '#7a1f2b', '#000000']
    const topics = brands.map((color, index) => [
      `content/brand-${index}.md`,
      `---\ntitle: Brand ${index}\nbrand: { name: Institute, primary: "${color}", accent: "${color}" }\nsections:\n  - title: Bars\n    chart: { unit: "%", data: [[A, 30], [B, 20]], highlight: A }\n  - title: Parts\n    chart: { kind: share, unit: "%", data: [[A, 30], [B, 20]] }\nquestions: [{ ask: What?, options: [A, B], answer: A, because: It is. }]\n---\n`,
    ])
    expect(await check(makeProject(Object.fromEntries(topics)))).toEqual([])
  })
})
