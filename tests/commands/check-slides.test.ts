/** `check --render` on slides that a viewer could not read: for each fault a topic and a set that show it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CODES } from '../../scripts/diagnostics/codes.ts'
import type { Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { pngOf } from '../png-of.ts'
import { type Files, makeProject, runLectern } from '../run-lectern.ts'

/** Bands of black and white: no colour of text is seen on both. */
const PHOTO = Buffer.from(
  pngOf(64, 64, (x) => (x % 32 < 16 ? [0, 0, 0, 255] : [255, 255, 255, 255])),
).toString('base64')

/** A topic of a set of its own, which changes one thing of `lecture`; its sections begin on line 4. */
function faulty(name: string, sections: string, set: Readonly<Record<string, string>>): Files {
  return {
    [`content/${name}.md`]: `---\ntitle: Faults of ${name}\ntemplate: ${name}\nsections:\n${sections}---\n`,
    [`templates/${name}/theme.yaml`]: 'extends: lecture\n',
    ...Object.fromEntries(
      Object.entries(set).map(([path, text]) => [`templates/${name}/${path}`, text]),
    ),
  }
}

const POINTS = `  - id: one
    title: A section of points
    points:
      - Rare earths go into magnets
      - Magnets go into wind turbines
`

const TABLE = `  - id: one
    title: A table of trade
    table:
      columns: [Country, Oil, Coal, Gas]
      rows:
        - [India, "52.7", "12.1", "3.4"]
`

const CHART = `  - id: one
    title: Who buys
    chart:
      title: India comes second
      unit: US$ billion
      data: [[China, 62.6], [India, 52.7]]
`

const PROJECT: Files = {
  ...faulty('tall', POINTS, {
    'theme.css': 'section.points > ul > li + li { margin-top: 560px; }',
  }),
  ...faulty('wide', TABLE, {
    'theme.css':
      'section table { display: block; overflow: auto; } section td:first-child { white-space: nowrap; padding-right: 1500px; }',
  }),
  ...faulty('small', POINTS, { 'theme.css': 'section.points li { font-size: 20px; }' }),
  ...faulty('grey', POINTS, { 'theme.css': 'section.points li { color: #999; }' }),
  ...faulty('photo', POINTS, {
    'theme.css': `section.points { background: url(data:image/png;base64,${PHOTO}); }`,
  }),
  ...faulty('veil', POINTS, {
    'theme.css': 'section.points ul { background: rgba(0, 0, 0, .6); }',
  }),
  ...faulty('blend', POINTS, { 'theme.css': 'section.points li { opacity: .3; }' }),
  ...faulty('drawn', CHART, { 'theme.css': 'section.chart svg text { fill: #ccc; }' }),
  ...faulty('stacked', POINTS, {
    'theme.css': 'section.points > ul > li + li { margin-top: -40px; }',
  }),
  ...faulty('hidden', POINTS, {
    'theme.css':
      'section.points { position: relative; } section.points > h2 { background: #ddd; position: relative; z-index: 1; height: 300px; margin-bottom: -242px; }',
  }),
  ...faulty('foot', POINTS, {
    'theme.css': 'section.points > ul > li + li { margin-top: 310px; }',
  }),
  ...faulty(
    'silent',
    '  - id: one\n    title: A map\n    image: { src: map.png, alt: The map, caption: A map of the mines }\n',
    {
      'partials/deck-image.md.hbs':
        '<!--\n_class: image\n{{> deck-directives}}\n-->\n\n## {{section.title}}\n\n![]({{path}})\n',
    },
  ),
  'content/map.png': pngOf(400, 300, () => [10, 90, 10, 255]),
  ...faulty(
    'links',
    '  - id: one\n    title: Where to go\n    points:\n      - Back to [the start](#1) and [the section](#one)\n      - On to [a slide that is not there](#12)\n',
    {},
  ),
  ...faulty('frame', POINTS, {
    'deck.md.hbs': `---
marp: true
theme: {{json template}}
size: {{json size}}
lang: {{json lang}}
title: {{json plainTitle}}
paginate: true
footer: ""
---

<!--
_class: table
-->

## The timetable of the institute

| Monday morning in hall one | Tuesday | Wednesday |
|---|---|---|
| Geography | History | Polity |
`,
    'theme.css': 'section table { width: 1400px; }',
  }),
  'content/both.md': `---\ntitle: Both editions\ntemplate: tall\nsections:\n${POINTS}---\n`,
  'content/both.hi.md':
    '---\ntitle: दोनों संस्करण\nsections:\n  - id: one\n    title: बिंदु\n    points:\n      - दुर्लभ मृदा से चुंबक बनते हैं\n      - चुंबक पवन टरबाइन में लगते हैं\n---\n',
}

let project: string
let found: readonly Diagnostic[]
let code: number | null

beforeAll(async () => {
  project = makeProject(PROJECT)
  const run = await runLectern(['check', '--render', '--json'], { cwd: project })
  code = run.code
  found = (JSON.parse(run.out) as { diagnostics: readonly Diagnostic[] }).diagnostics
}, 300_000)

function of(name: string): readonly Diagnostic[] {
  return found.filter(
    ({ file, code }) => code.startsWith('slide-') && file.split('/')[1]?.split('.')[0] === name,
  )
}

/** Where the fault is seen and written: `code slide section line`. */
function placesOf(name: string): readonly string[] {
  return of(name).map(
    ({ code, slide, place }) => `${code} ${slide?.number} ${slide?.section} ${place?.line}`,
  )
}

describe('check --render names slide, section and line of', () => {
  it.each([
    [
      'tall',
      'slide-overflow 2 one 9',
      /“Magnets go into wind turbines” stands out of the slide: \d+ px below/,
    ],
    [
      'wide',
      'slide-clipped 2 one 8',
      /the text “Oil” is hidden in the scrolling box `table`: \d+ px on the right/,
    ],
    [
      'small',
      'slide-small-text 2 one 8',
      /is 20 px \(15 pt\); the last row needs 32 px \(24 pt\) of body text; and 1 more/,
    ],
    [
      'grey',
      'slide-contrast 2 one 8',
      /contrast of 2\.84:1 where it is painted \(#999999 on #ffffff\); text of its size needs 4\.5:1/,
    ],
    [
      'drawn',
      'slide-contrast 2 one 10',
      /has a contrast of 1\.\d\d:1 where it is painted \(#cccccc on #/,
    ],
    [
      'stacked',
      'slide-overlap 2 one 9',
      /“Magnets go into wind turbines” stands on “Rare earths go into magnets”: they share \d+ × \d+ px/,
    ],
    ['foot', 'slide-foot 2 one 9', /“Magnets go into wind turbines” runs into the foot line/],
    ['silent', 'slide-alt 2 one 8', /a picture of \d+ × \d+ px has an empty description/],
    [
      'links',
      'slide-link 2 one 9',
      /“a slide that is not there” leads to `#12`, which is not there/,
    ],
  ])('%s', (name, place, message) => {
    expect(placesOf(name)).toContain(place)
    expect(of(name).map((diagnostic) => diagnostic.message)).toContainEqual(
      expect.stringMatching(message),
    )
  })

  it('nothing else on the slides of one fault', () => {
    for (const name of ['small', 'grey', 'stacked', 'silent', 'links'])
      expect(placesOf(name)).toHaveLength(1)
  })

  it('text over a picture, a veil and in a faint layer, by what is painted', () => {
    for (const [name, lines] of Object.entries({ photo: [8, 9], veil: [8], blend: [8] }))
      for (const line of lines.slice(0, 1))
        expect(placesOf(name)).toContain(`slide-contrast 2 one ${line}`)
  })

  it('text that something is painted over', () => {
    expect(of('hidden').map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/is hidden by something that is painted over it/),
    )
  })

  it('a picture that a partial leaves without words, in the partial', () => {
    expect(of('silent').map(({ file }) => file)).toEqual([
      'templates/silent/partials/deck-image.md.hbs',
    ])
  })

  it('a slide that only the template has, in the template', () => {
    const wide = found.find(
      ({ file, code }) => file === 'templates/frame/deck.md.hbs' && code === 'slide-overflow',
    )
    expect(wide?.place?.line).toBe(15)
    expect(wide?.slide).toMatchObject({ number: 1, title: 'The timetable of the institute' })
  })

  it('an edition in Hindi, in the file of the edition', () => {
    expect(found.filter(({ file }) => file === 'content/both.hi.md')).toContainEqual(
      expect.objectContaining({
        code: 'slide-overflow',
        place: expect.objectContaining({ line: 8 }),
        slide: expect.objectContaining({ number: 2, section: 'one' }),
      }),
    )
  })

  it('every kind of fault that the list of codes has', () => {
    const codes = Object.keys(CODES).filter((name) => name.startsWith('slide-'))
    expect([...new Set(found.map((diagnostic) => diagnostic.code))]).toEqual(
      expect.arrayContaining(codes),
    )
    expect(code).toBe(1)
  })
})

describe('check --render of slides', () => {
  it('finds at 4:3 what is no fault at 16:9', async () => {
    const cwd = makeProject(
      faulty('square', POINTS, {
        'theme.css':
          'section.points > ul { width: 1000px; } section.points li { text-align: right; }',
      }),
    )
    const wide = await runLectern(['check', '--render'], { cwd })
    expect(wide.code).toBe(0)
    expect(wide.err).toContain('2 slides measured')
    const square = await runLectern(['check', '--render', '--size', '4:3', '--report', 'short'], {
      cwd,
    })
    expect(square.code).toBe(1)
    expect(square.err).toMatch(/^content\/square\.md:8:9: error\[slide-overflow\]: Slide 2 /m)
  }, 120_000)

  it('says in every form of report where the fault is', async () => {
    const cwd = makeProject(
      faulty('grey', POINTS, { 'theme.css': 'section.points li { color: #999; }' }),
    )
    const outputs = await Promise.all(
      ['human', 'short', 'json', 'github'].map(async (report) => {
        const run = await runLectern(['check', '--render', '--report', report], { cwd })
        expect(run.code).toBe(0)
        return report === 'json' ? run.out : run.err
      }),
    )
    const [human = '', short = '', json = '[]', github = ''] = outputs
    expect(human).toContain('  8 |       - Rare earths go into magnets')
    expect(short).toContain(
      'content/grey.md:8:9: warning[slide-contrast]: Slide 2 “A section of points” of section `one`',
    )
    expect(github).toContain('::warning file=content/grey.md,line=8,col=9')
    expect(JSON.parse(json)).toMatchObject([
      { code: 'slide-contrast', line: 8, slide: { number: 2, section: 'one', x: 130 } },
    ])
  }, 120_000)

  it('fails with --strict for a warning', async () => {
    const cwd = makeProject(
      faulty('grey', POINTS, { 'theme.css': 'section.points li { color: #999; }' }),
    )
    expect((await runLectern(['check', '--render', '--strict'], { cwd })).code).toBe(1)
  }, 120_000)

  it('does all else without a browser, and says so once', async () => {
    const cwd = makeProject({
      ...faulty('grey', POINTS, { 'theme.css': 'section.points li { color: #999; }' }),
      'content/b.md': '---\ntitle: B\nsections:\n  - title: One\n    points: [One, Two]\n---\n',
    })
    const run = await runLectern(
      ['check', '--render', '--report', 'short', '--browser', '/bin/false'],
      { cwd },
    )
    expect(run.code).toBe(3)
    expect(run.err.match(/The slides were not measured/g)).toHaveLength(1)
    expect(run.err).toContain('2 briefs audited')
    expect(run.err).not.toContain('slides measured')
  }, 120_000)
})
