/** How long briefs take: a thousand in one process, one from a cold process. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import type PDFKit from 'pdfkit'
import { FOR_NODE } from '../../../scripts/bundle-options.ts'
import type { Brief, makeBriefs as MakeBriefs } from './real-briefs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const require = createRequire(import.meta.url)
// The project's own, not the older one that pdfmake brings along.
const projectRequire = createRequire(join(root, 'package.json'))
const PDFDocument: typeof PDFKit = projectRequire('pdfkit')
const fontkit = projectRequire('fontkit')
const TURN = 25

/** Compiled as the program is: tsx wraps every function, which costs a tenth of the time. */
async function compileBriefs(): Promise<typeof MakeBriefs> {
  const folder = mkdtempSync(join(root, '.bench-'))
  try {
    const outfile = join(folder, 'real-briefs.mjs')
    const entryPoints = [join(import.meta.dirname, 'real-briefs.ts')]
    await build({ ...FOR_NODE, absWorkingDir: root, entryPoints, outfile })
    const { makeBriefs }: { makeBriefs: typeof MakeBriefs } = await import(outfile)
    return makeBriefs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Row = { readonly what: string; readonly cells: readonly string[] }

/** Times per brief in ms, each engine on the same pages, in turns of a few, in this one process. */
export async function benchThousand(count: number): Promise<Row> {
  const makeBriefs = await compileBriefs()
  const briefs = await makeBriefs(count + 3 * TURN)
  const engines = [renderOurs, makeTypst(), makePdfkit()]
  for (const engine of engines) await timeOf(briefs.slice(0, 3 * TURN), engine)
  const sums = [0, 0, 0]
  for (let from = 3 * TURN; from < briefs.length; from += TURN)
    for (const [index, engine] of engines.entries())
      sums[index] = (sums[index] ?? 0) + (await timeOf(briefs.slice(from, from + TURN), engine))
  const [ours = 0, typst = 0, pdfkit = 0] = sums.map((sum) => sum / count)
  return {
    what: `${count} briefs, one process, each`,
    cells: [
      `${ours.toFixed(1)} ms`,
      `Typst ${typst.toFixed(1)} ms, pdfkit alone ${pdfkit.toFixed(1)} ms`,
      `${(ours / typst).toFixed(2)} × Typst, ${(ours / pdfkit).toFixed(2)} × pdfkit`,
      '≤ 1.8 × Typst, stretch 1 ×',
    ],
  }
}

type Engine = (brief: Brief) => Promise<Uint8Array>

async function timeOf(briefs: readonly Brief[], engine: Engine): Promise<number> {
  const start = process.hrtime.bigint()
  for (const brief of briefs) await engine(brief)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function renderOurs(brief: Brief): Promise<Uint8Array> {
  return brief.render()
}

/** The words of a brief without its markup, a paragraph each; headings begin with `#`. */
export function linesOf(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => !/^(:::|\s*$|!|\|[\s:|-]+\|$)/u.test(line))
    .map((line) =>
      line
        .replace(/<[^>]+>|[*`\\|]/gu, '')
        .replace(/^\s*(-|>|\d+\.)\s+/u, '')
        .trim(),
    )
    .filter((line) => line !== '')
}

const FONTS = {
  serif: 'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  serifBold: 'noto-serif/700Bold/NotoSerif_700Bold.ttf',
  sans: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  sansBold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  hindi: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  hindiBold: 'noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
}

const fontFiles = Object.entries(FONTS).map(
  ([name, path]) => [name, require.resolve(`@expo-google-fonts/${path}`)] as const,
)

/** The same text, tables, charts and QR code in two columns, tagged; without figure cards, boxes and fitting. */
export function makeTypst(): Engine {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
  const fontArgs = [{ fontPaths: fontFiles.map(([, file]) => dirname(file)) }]
  const compiler = NodeCompiler.create({ fontArgs })
  return async (brief) => {
    const mainFileContent = typstSource(brief)
    compiler.evictCache(10)
    return compiler.pdf({ mainFileContent })
  }
}

function typstSource({ lang, markdown, drawings }: Brief): string {
  const families = '("Noto Serif", "Noto Sans Devanagari", "Noto Sans")'
  return `#set page(paper: "a4", margin: 15mm, columns: 2)
#set text(font: ${families}, size: 10pt, lang: "${lang}")
#set par(justify: true, spacing: 0.7em)
#set table(stroke: (x: none, y: 0.4pt), inset: 3pt)
#show heading: set text(font: ("Noto Sans", "Noto Sans Devanagari"), size: 11pt)
${blocksOf(markdown)
  .map((block) => typstBlock(block, drawings))
  .join('\n\n')}`
}

/** The rows of a table are one block, any other line is one. */
function blocksOf(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = []
  for (const line of markdown.split('\n')) {
    const last = blocks.at(-1)
    if (line.startsWith('|') && last?.[0]?.startsWith('|') === true) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

function typstBlock(block: readonly string[], drawings: ReadonlyMap<string, string>): string {
  const [first = ''] = block
  const path = /^!\[.*\]\((.*)\)/u.exec(first)?.[1] ?? ''
  const drawing = drawings.get(path)
  if (drawing !== undefined) {
    const width = path === 'qr.svg' ? '18mm' : '100%'
    return `#image(bytes(${JSON.stringify(drawing)}), format: "svg", width: ${width})`
  }
  if (first.startsWith('|')) return typstTable(block)
  return linesOf(first)
    .map((line) =>
      line.startsWith('#') ? `= ${typstText(line.replace(/^#+ /u, ''))}` : typstText(line),
    )
    .join('\n')
}

function typstTable(rows: readonly string[]): string {
  const cells = rows
    .filter((row) => !/^\|[\s:|-]+\|$/u.test(row))
    .map((row) => row.split('|').slice(1, -1))
  const inside = cells.flat().map((cell) => `[${typstText(linesOf(cell)[0] ?? '')}]`)
  return `#table(columns: ${cells[0]?.length ?? 1}, ${inside.join(', ')})`
}

function typstText(text: string): string {
  return text.replace(/[\\#$@<>_*`[\]~/-]/gu, '\\$&')
}

/** pdfkit alone with fonts parsed once, its own line breaking. */
function makePdfkit(): Engine {
  const fonts = fontFiles.map(([name, file]) => [name, fontkit.create(readFileSync(file))] as const)
  return ({ lang, markdown }) =>
    new Promise((resolve) => {
      const document = new PDFDocument({ size: 'A4', margin: 42, font: null } as never)
      for (const [name, font] of fonts) document.registerFont(name, font as never)
      const chunks: Buffer[] = []
      document.on('data', (chunk: Buffer) => chunks.push(chunk))
      document.on('end', () => resolve(Buffer.concat(chunks)))
      const lines = linesOf(markdown)
      document
        .font(lang === 'hi' ? 'hindiBold' : 'serifBold')
        .fontSize(20)
        .text(lines[0] ?? '')
      const text = lines.slice(1).join('\n')
      document
        .font(lang === 'hi' ? 'hindi' : 'serif')
        .fontSize(8.5)
        .text(text, { align: 'justify', columns: 2, height: 700 })
      document.end()
    })
}

const TOPIC = 'india-russia-strategic-minerals'

/** Whole processes in turn, medians. */
export async function benchCold(runs: number): Promise<Row> {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    cpSync(join(root, 'content'), join(work, 'content'), { recursive: true })
    const page = join(work, 'page.txt')
    const makeBriefs = await compileBriefs()
    const briefs = await makeBriefs(1)
    writeFileSync(page, linesOf(briefs[0]?.markdown ?? '').join('\n'))
    const lectern = join(root, 'dist', 'lectern.js')
    const ours = [lectern, 'build', TOPIC, '--to', 'brief', '--force', '--quiet']
    const theirs = [join(import.meta.dirname, 'pdfmake-page.mjs'), page, join(work, 'page.pdf')]
    const pairs = Array.from({ length: runs + 1 }, () => [run(ours, work), run(theirs, work)])
    const [a = 0, b = 0] = [0, 1].map((side) =>
      median(pairs.slice(1).map((pair) => pair[side] ?? 0)),
    )
    return {
      what: 'one brief, cold process',
      cells: [
        `${a.toFixed(0)} ms`,
        `pdfmake ${b.toFixed(0)} ms`,
        `${(a / b).toFixed(2)} ×`,
        '≤ 1 ×',
      ],
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function run(args: readonly string[], cwd: string): number {
  const start = process.hrtime.bigint()
  const result = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`${args.join(' ')}:\n${result.stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
