/** Decks on an institute's template, made by the program as a user runs it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeFolder, makeProject, rootDir, runLectern, topicText } from '../run-lectern.ts'
import { hasTool } from '../typeset/pdf-text.ts'
import { brandFile, changeParts } from './brand-file.ts'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'

const DEFAULTS = 'pptx_template: brand.pptx\n'
const SLUG = 'india-russia-strategic-partnership'

/** The real topics, with this template. */
function projectWith(brand: Uint8Array): string {
  const files = ['_facts.yaml', `${SLUG}.md`, `${SLUG}.hi.md`].map((name) => [
    `content/${name}`,
    readFileSync(join(rootDir, 'content', name)),
  ])
  const defaults = readFileSync(join(rootDir, 'content/_defaults.yaml'), 'utf8')
  return makeProject({
    ...Object.fromEntries(files),
    'content/_defaults.yaml': `${defaults}\n${DEFAULTS}`,
    'content/brand.pptx': brand,
  })
}

async function deckOn(brand: Uint8Array, slug = SLUG): Promise<Uint8Array> {
  const cwd = projectWith(brand)
  const run = await runLectern(['build', '--to', 'pptx', slug], { cwd })
  expect(run.code, run.err).toBe(0)
  return readFileSync(join(cwd, 'out', slug, 'deck.pptx'))
}

function textsIn(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)] as const),
  )
}

const EMU_PER_INCH = 914_400

/** A quarter smaller than ours, as PowerPoint makes slides of 10 × 5.625 in. */
function small(parts: Map<string, string>): void {
  const scale = (text: string): string =>
    text.replace(
      /<a:(off|ext) (\w+)="(\d+)" (\w+)="(\d+)"\/>/g,
      (_, tag: string, a: string, x: string, b: string, y: string) =>
        `<a:${tag} ${a}="${Math.round(Number(x) * 0.75)}" ${b}="${Math.round(Number(y) * 0.75)}"/>`,
    )
  changeParts(parts, /slide(?:Master|Layout)\d\.xml$/, (text) =>
    scale(text).replace(
      / sz="(\d+)"/g,
      (_, size: string) => ` sz="${Math.round(Number(size) * 0.75)}"`,
    ),
  )
  changeParts(parts, /presentation\.xml$/, (text) =>
    text.replace(
      /<p:sldSz [^>]*>/,
      `<p:sldSz cx="${10 * EMU_PER_INCH}" cy="${5.625 * EMU_PER_INCH}"/>`,
    ),
  )
}

/** Text stands in a small part of the slide, and titles above it. */
function narrow(parts: Map<string, string>): void {
  changeParts(parts, /slide(?:Master|Layout)\d\.xml$/, (text) =>
    text.replace(/<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d{7,})"\/>/g, (_, y, height) => {
      return `<a:off x="3000000" y="${y}"/><a:ext cx="7000000" cy="${height}"/>`
    }),
  )
}

const VARIANTS: Readonly<Record<string, Uint8Array>> = {
  'as ours': brandFile(),
  '10 × 5.625 in': brandFile(small),
  'with text in the middle': brandFile(narrow),
}

describe.each(Object.keys(VARIANTS))('a deck on a template %s', (name) => {
  const brand = (): Uint8Array => VARIANTS[name] ?? new Uint8Array()

  it.each([SLUG, `${SLUG}.hi`])('is right in the eyes of the judge: %s', async (slug) => {
    expect(sayFindings(judgePptx(await deckOn(brand(), slug)))).toEqual([])
  })

  it('is as large as the template and says the same in both builds', async () => {
    const [first, second] = [await deckOn(brand()), await deckOn(brand())]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    const size = /<p:sldSz cx="(\d+)" cy="(\d+)"/
    const wanted = size.exec(textsIn(brand()).get('ppt/presentation.xml') ?? '')
    const made = size.exec(textsIn(first).get('ppt/presentation.xml') ?? '')
    expect(made?.slice(1)).toEqual(wanted?.slice(1))
  })
})

it('draws cards and tables inside the text placeholder of the layout', async () => {
  const texts = textsIn(await deckOn(VARIANTS['with text in the middle'] ?? new Uint8Array()))
  const slides = [...texts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
  let count = 0
  for (const [path, text] of slides)
    for (const [, x, width] of text.matchAll(
      /<[ap]:off x="(\d+)" y="\d+"\/><[ap]:ext cx="(\d+)"/g,
    )) {
      if (Number(width) === 0) continue
      count += 1
      expect(Number(x), path).toBeGreaterThanOrEqual(2_990_000)
      expect(Number(x) + Number(width), path).toBeLessThanOrEqual(10_010_000)
    }
  expect(count).toBeGreaterThan(40)
})

describe('the file', () => {
  const files = (brand: string | Uint8Array) => ({
    'content/a.md': topicText('A', DEFAULTS),
    'content/brand.pptx': brand,
  })

  it('that is broken stops the PowerPoint alone, at the line that names it', async () => {
    const cwd = makeProject(files('no presentation'))
    const run = await runLectern(['build', '--to', 'pptx,html'], { cwd })
    expect(run.code).toBe(1)
    expect(run.err + run.out).toContain('content/a.md:3:16: error[pptx-template-format]')
    expect(existsSync(join(cwd, 'out/a/deck.html'))).toBe(true)
    expect(existsSync(join(cwd, 'out/a/deck.pptx'))).toBe(false)
    const check = await runLectern(['check'], { cwd })
    expect(check.code).toBe(1)
    expect(check.err + check.out).toContain('error[pptx-template-format]')
  })

  it('is an input of the topic: another one builds it again', async () => {
    const cwd = makeProject(files(brandFile()))
    const build = ['build', '--to', 'pptx', '--json']
    const statesOf = async (): Promise<readonly string[]> => {
      const { topics } = JSON.parse((await runLectern(build, { cwd })).out)
      return topics.map(({ state }: { state: string }) => state)
    }
    expect(await statesOf()).toEqual(['built'])
    expect(await statesOf()).not.toEqual(['built'])
    writeFileSync(join(cwd, 'content/brand.pptx'), VARIANTS['10 × 5.625 in'] ?? '')
    expect(await statesOf()).toEqual(['built'])
    const manifest = readFileSync(join(cwd, 'out/manifest.json'), 'utf8')
    expect(manifest).toContain('content/brand.pptx')
  })
})

describe.skipIf(!hasTool('soffice'))('a template that LibreOffice saved', () => {
  it('gives slides its size and the look that it has written into words', {
    timeout: 180_000,
  }, async () => {
    const folder = makeFolder()
    const brand = brandFile((parts) =>
      changeParts(parts, /theme1\.xml$/, (text) => text.replaceAll('14181F', '113355')),
    )
    const deck = await deckOn(brand)
    writeFileSync(join(folder, 'a.pptx'), deck)
    const convert = (to: string, from: string): void => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, from),
      ])
    }
    convert('odp', 'a.pptx')
    convert('pptx', 'a.odp')
    const saved = readFileSync(join(folder, 'a.pptx'))
    const made = textsIn(await deckOn(saved))
    const master = made.get('ppt/slideMasters/slideMaster1.xml') ?? ''
    expect(master).toMatch(/<p:bodyStyle><a:lvl1pPr .*? sz="\d+"/)
    const slides = [...made.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    expect(slides).toHaveLength(
      [...textsIn(deck).keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length,
    )
  })
})
