/** What a PDF puts on paper: the colours of its operators, those of its text, and how much of a page is covered. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hexOf, type Triple } from '../../../scripts/color/contrast.ts'

export type PdfInk = {
  /** `#rrggbb` of every operator that sets a colour, each once. */
  readonly colors: readonly string[]
  /** Of those in which letters are painted. */
  readonly textColors: readonly string[]
  /** Colour spaces of pictures. */
  readonly imageSpaces: readonly string[]
  /** Shadings and patterns, which have colours of their own. */
  readonly patterns: number
}

/** By the operators of all content, unpacked by qpdf. Source: ISO 32000-1, 8.6.8 and 9.4.3. */
export function readInk(pdf: Uint8Array): PdfInk {
  const colors = new Set<string>()
  const textColors = new Set<string>()
  const text = unpacked(pdf)
  for (const content of contentsOf(text)) readContent(content, { colors, textColors })
  return {
    colors: [...colors].sort(),
    textColors: [...textColors].sort(),
    imageSpaces: [...new Set(imageSpacesOf(text))].sort(),
    patterns: text.match(/\/(?:ShadingType|PatternType)\b/g)?.length ?? 0,
  }
}

function unpacked(pdf: Uint8Array): string {
  return inFolder(pdf, (file) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString('latin1'),
  )
}

/** Streams of pages and forms: no pictures, no fonts, no maps. */
function contentsOf(text: string): readonly string[] {
  return [...text.matchAll(/<<(?:(?!\bendobj\b)[\s\S])*?\nstream\n([\s\S]*?)\nendstream/g)]
    .filter(([whole]) => !/\/Subtype \/Image|\/Length1|beginbfchar|beginbfrange/.test(whole))
    .map(([, content = '']) => content)
    .filter((content) => /\b(?:re|BT|cm|Do)\b/.test(content))
}

type Found = { readonly colors: Set<string>; readonly textColors: Set<string> }

const NUMBER = '-?\\d*\\.?\\d+'
const TOKEN = new RegExp(
  `(?<![\\w/.-])(?:(${NUMBER}) (${NUMBER}) (${NUMBER}) (rg|RG|scn|SCN|sc|SC)|(${NUMBER}) (g|G)|(q|Q|Tj|TJ)|(k|K))\\b`,
  'g',
)

function readContent(content: string, { colors, textColors }: Found): void {
  // Strings may hold anything, and set no colour.
  const bare = content.replace(/<[0-9A-Fa-f\s]*>/g, '<>').replace(/\((?:\\.|[^\\()])*\)/g, '()')
  const stack: string[] = []
  let fill = '#000000'
  for (const [, red, green, blue, operator, grey, greyOperator, other, ink] of bare.matchAll(
    TOKEN,
  )) {
    if (ink !== undefined) colors.add('of printing inks')
    if (operator !== undefined || greyOperator !== undefined) {
      const color = operator === undefined ? hexFrom(grey, grey, grey) : hexFrom(red, green, blue)
      colors.add(color)
      if (/^[a-z]/.test(operator ?? greyOperator ?? '')) fill = color
    }
    if (other === 'q') stack.push(fill)
    if (other === 'Q') fill = stack.pop() ?? '#000000'
    if (other === 'Tj' || other === 'TJ') textColors.add(fill)
  }
}

function hexFrom(...values: readonly (string | undefined)[]): string {
  const [red = 0, green = 0, blue = 0] = values.map((value) => Math.round(Number(value) * 255))
  return hexOf([red, green, blue] satisfies Triple)
}

function imageSpacesOf(text: string): readonly string[] {
  return [...text.matchAll(/<<[^>]*?\/Subtype \/Image[^>]*?>>/g)].flatMap(([dictionary]) => {
    const [, space] = /\/ColorSpace\s*(\/\w+|\[[^\]]*\]|\d+ 0 R)/.exec(dictionary) ?? []
    return space === undefined ? [] : [space]
  })
}

/** Share of each page that is covered, in percent, black counting whole: a raster of 50 dpi in greys. */
export function coverage(pdf: Uint8Array): readonly number[] {
  return inFolder(pdf, (file, folder) => {
    execFileSync('pdftoppm', ['-gray', '-r', '50', file, join(folder, 'page')])
    const names = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n')
    return names
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => darkness(readFileSync(join(folder, name))))
  })
}

/** Of a binary PGM (netpbm, pgm(5)). */
function darkness(file: Buffer): number {
  const [header = ''] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(file.toString('latin1', 0, 40)) ?? []
  const pixels = file.subarray(header.length)
  const sum = pixels.reduce((total, value) => total + (255 - value), 0)
  return (100 * sum) / (255 * pixels.length)
}

function inFolder<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-ink-'))
  try {
    const file = join(folder, 'handout.pdf')
    writeFileSync(file, pdf)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
