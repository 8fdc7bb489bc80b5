import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES, type Code } from '../../scripts/diagnostics/codes.ts'
import { pngOf } from '../png-of.ts'
import { brandFile, changeParts } from '../pptx/brand-file.ts'
import { BUILD, makeFolder, makeProject, rootDir, runLectern, topicText } from '../run-lectern.ts'

/** A topic whose deck is to be written on this file. */
function projectWithBrand(file: string | Uint8Array): string {
  const points = '  - title: S\n    points: [One thing to say, Another thing to say, A third one]\n'
  return makeProject({
    'content/a.md': topicText('A', `pptx_template: brand.pptx\nsections:\n${points}`),
    'content/brand.pptx': file,
  })
}

function sectionsOf(count: number): string {
  const section = (_: unknown, index: number) => `  - title: S${index}\n    points: [A, B]\n`
  return `sections:\n${Array.from({ length: count }, section).join('')}`
}

/** Said once on machines where the browser has none, as for root. */
const SANDBOX_LINE = /^lectern: the browser prints without its sandbox: .*\n/m

/** Handouts alone: a brief of so many sections has troubles of its own. */
function toOf(code: string): readonly string[] {
  if (code === 'link-refused' || code.startsWith('pptx-')) return ['--to', 'pptx']
  return code.startsWith('handout-') ? ['--to', 'handout'] : []
}

/** A project whose build must report the code; the codes of reading have their cases in tests/cases. */
const CASES: Readonly<Record<string, () => string>> = {
  'template-error': () =>
    projectWithTemplate((set) => writeFileSync(join(set, 'deck.md.hbs'), '# {{titel}}\n')),
  'theme-token': () =>
    projectWithTemplate((set) =>
      writeFileSync(join(set, 'theme.yaml'), 'colors:\n  inc: "#000000"\n'),
    ),
  'low-contrast': () =>
    makeProject({ 'content/a.md': topicText('A', 'brand: { primary: "#fff2a8" }') }),
  'similar-colors': () =>
    makeProject({
      'content/a.md': topicText('A', 'brand: { primary: "#7a1f2b", accent: "#7a1f2b" }'),
    }),
  'logo-faint': () =>
    makeProject({
      'content/a.md': topicText('A', 'brand: { name: I, logo: white.png }'),
      'content/white.png': pngOf(120, 60, () => [255, 255, 255, 255]),
    }),
  'pptx-template-missing': () =>
    makeProject({ 'content/a.md': topicText('A', 'pptx_template: brand.pptx') }),
  'pptx-template-format': () => projectWithBrand('not a presentation'),
  'pptx-template-locked': () =>
    projectWithBrand(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ),
  'pptx-template-damaged': () => projectWithBrand(brandFile().subarray(0, 2000)),
  'pptx-template-large': () =>
    projectWithBrand(brandFile((parts) => parts.set('ppt/big.bin', ' '.repeat(20_000_000)))),
  'pptx-macros': () =>
    projectWithBrand(brandFile((parts) => parts.set('ppt/vbaProject.bin', 'Sub A'))),
  'pptx-layout': () =>
    projectWithBrand(
      brandFile((parts) =>
        changeParts(parts, /slideLayout3\.xml$/, (text) =>
          text.replace('name="Title and Content"', 'name="Text"').replace('type="obj"', ''),
        ),
      ),
    ),
  'pptx-small': () =>
    projectWithBrand(
      brandFile((parts) =>
        changeParts(parts, /slideMaster1\.xml$|slideLayout\d\.xml$/, (text) =>
          text.replace(/(<a:ext cx="\d+" cy=)"\d+"/g, '$1"150000"'),
        ),
      ),
    ),
  'deck-markdown': () =>
    projectWithTemplate((set) =>
      writeFileSync(
        join(set, 'deck.md.hbs'),
        '---\nmarp: true\nbackgroundColor: red\n---\n\n# x\n',
      ),
    ),
  'template-size': () => {
    const project = projectWithTemplate((set) => {
      const file = join(set, 'deck.md.hbs')
      const deck = readFileSync(file, 'utf8')
      writeFileSync(file, deck.replace('{{json size}}', '"16:9"'))
    })
    return makeProject({ 'content/_defaults.yaml': 'size: "4:3"\n' }, project)
  },
  'link-refused': () =>
    makeProject({
      'content/a.md': topicText('A', '', '## One\n\nOpen [the file](file:///etc/passwd).\n'),
    }),
  'diagram-small': () =>
    makeProject({
      'content/a.md': topicText(
        'A',
        `sections:\n  - title: One\n    diagram:\n      alt: Much\n      mermaid: |\n        flowchart LR\n${Array.from({ length: 30 }, (_, at) => `          A${at}[A label of some length ${at}] --> A${at + 1}\n`).join('')}`,
      ),
    }),
  'handout-sheets': () =>
    makeProject({
      'content/_defaults.yaml': 'handout: { sheets: 1 }\n',
      'content/a.md': topicText('A', sectionsOf(40)),
    }),
  'handout-small': () =>
    makeProject({
      'content/_defaults.yaml': 'handout: { layout: 6 }\npreset: clear-print\n',
      'content/a.md': topicText('A', sectionsOf(2)),
    }),
  'brief-markdown': () =>
    projectWithTemplate((set) =>
      writeFileSync(join(set, 'brief.md.hbs'), '::: nonsense\n# {{title}}\n:::\n'),
    ),
  'brief-overflow': () =>
    makeProject({
      'content/a.md': topicText(
        'A',
        `sections:\n  - title: One\n    points:\n${'      - A point that fills a line of the narrow column on the printed page\n'.repeat(150)}`,
      ),
    }),
  'brief-dropped': () =>
    makeProject({
      'content/a.md': topicText(
        'A',
        `sections:\n${[1, 2].map((priority) => `  - title: S${priority}\n    priority: ${priority}\n    points:\n${'      - A point that fills a line of the narrow column on the printed page\n'.repeat(40)}`).join('')}`,
      ),
    }),
  'edition-missing': () =>
    makeProject({ 'content/a.md': topicText('A', 'bilingual: side-by-side') }),
  'edition-has-errors': () =>
    makeProject({
      'content/a.md': topicText('A', 'bilingual: stacked'),
      'content/a.hi.md': topicText('अ', 'nonsense: 1'),
    }),
  'unknown-profile': () => makeProject({ 'content/a.md': topicText('A', 'profile: a4-dupplex') }),
  'no-back': () => makeProject({ 'content/a.md': topicText('A', 'profile: a4-duplex') }),
  'output-name-conflict': () =>
    makeProject({ 'content/oil.md': topicText('A'), 'content/OIL.md': topicText('B') }),
  'output-refused': () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    mkdirSync(join(project, 'out'))
    symlinkSync(makeFolder(), join(project, 'out/a'))
    return project
  },
  'output-failed': () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    mkdirSync(join(project, 'out'))
    copyFileSync(join(project, 'content/a.md'), join(project, 'out/a'))
    return project
  },
}

function projectWithTemplate(change: (set: string) => void): string {
  const project = makeProject({ 'content/a.md': topicText('A', 'template: mine') })
  const set = join(project, 'templates/mine')
  cpSync(join(rootDir, 'templates/lecture'), set, { recursive: true })
  change(set)
  return project
}

/** Of `convert`: in convert-codes.test.ts. Found by `check --render` alone: its cases are in audit-briefs.test.ts and check-slides.test.ts. Of handouts: in tests/print/student.test.ts. Of the browser: in tests/browser. */
const ELSEWHERE = [
  ...Object.keys(CODES).filter((code) => /^(?:slide|marp)-/.test(code)),
  'pdf-conformance',
  'no-blanks',
  'browser-missing',
  'browser-failed',
  'print-timeout',
]

describe('a diagnostic of building', () => {
  it('has a case here for every code', () => {
    const codes = Object.entries(CODES).filter(([, { room }]) => room !== 'topic')
    expect([...Object.keys(CASES), ...ELSEWHERE].sort()).toEqual(codes.map(([code]) => code).sort())
  })

  it.each(Object.entries(CASES))(
    '%s is reported by the build that meets it',
    async (code, make) => {
      const run = await runLectern([...BUILD, '--json', ...toOf(code)], { cwd: make() })
      const { ok, diagnostics } = JSON.parse(run.out) as {
        ok: boolean
        diagnostics: readonly { code: string; message: string; file: string }[]
      }
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
      const isError = CODES[code as Code].severity === 'error'
      expect(ok).toBe(!isError)
      expect(isError ? [1, 3] : [0]).toContain(run.code)
      expect(run.err.replace(SANDBOX_LINE, '')).toBe('')
    },
  )
})
