/** One paragraph, justified, by each engine: a page with nothing else on it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type PDFKit from 'pdfkit'
import { breakParagraph } from '../../../scripts/typeset/break-paragraph.ts'
import { loadHyphenator } from '../../../scripts/typeset/hyphenate.ts'
import { makeItems } from '../../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../../scripts/typeset/set-line.ts'
import { makeElement } from '../../../scripts/typeset/structure.ts'
import { makeSpan } from '../../../scripts/typeset/text-span.ts'
import { writePdf } from '../../../scripts/typeset/write-pdf.ts'

export type Sample = {
  readonly text: string
  readonly lang: 'en' | 'hi'
  readonly widthPt: number
  readonly sizePt: number
}

export type Engine = {
  readonly name: string
  /** What the sample becomes, or undefined when the engine is not on this machine. */
  readonly set: (sample: Sample) => Promise<Uint8Array | undefined>
}

const require = createRequire(import.meta.url)
// The project's own, not the older one that pdfmake brings along.
const PDFDocument: typeof PDFKit = createRequire(join(import.meta.dirname, '../../..', 'x'))(
  'pdfkit',
)

export const FONT_FILES = {
  en: require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf'),
  hi: require.resolve(
    '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  ),
  // Comma, semicolon and digits, which the Devanagari file does not have.
  latin: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
}

const TYPST_TUNED =
  '#set par(justification-limits: (tracking: (min: -0.012em, max: 0.012em)))\n#set text(costs: (hyphenation: 100%, runt: 100%, widow: 100%, orphan: 100%))'

export const ENGINES: readonly Engine[] = [
  { name: 'pdfkit `align: justify`', set: setByPdfkit },
  { name: 'Typst 0.14', set: (sample) => setByTypst(sample, '') },
  { name: 'Typst, tracking ±0.012 em', set: (sample) => setByTypst(sample, TYPST_TUNED) },
  { name: 'LuaLaTeX', set: async (sample) => setByLatex(sample, '') },
  {
    name: 'LuaLaTeX + microtype',
    set: async (sample) => setByLatex(sample, '\\usepackage{microtype}'),
  },
  {
    name: 'the same, no line allowed out of the measure',
    set: async (sample) => setByLatex(sample, '\\usepackage{microtype}\\emergencystretch1em'),
  },
  { name: 'Lectern', set: setByLectern },
]

async function setByLectern({ text, lang, widthPt, sizePt }: Sample): Promise<Uint8Array> {
  const style = { stack: lang === 'hi' ? 'sans' : 'serif', weight: 400, isItalic: false } as const
  const items = makeItems([makeSpan(text, { style, color: '#000000' })], {
    hyphenate: await loadHyphenator(lang),
    longWordEm: 15,
  })
  const lines = breakParagraph(items, widthPt / sizePt, 'justified')
  const tag = makeElement('P', undefined)
  const marks = lines.flatMap((line, index) =>
    setLine(items, line, { x: 40, y: 40 + index * sizePt * 1.5, sizePt, tag }),
  )
  const page = { widthPt: widthPt + 80, heightPt: 842, marks }
  return writePdf([page], { title: 'Bench', author: '', subject: '', lang, date: '' })
}

function setByPdfkit({ text, lang, widthPt, sizePt }: Sample): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({
      size: [widthPt + 80, 842],
      margin: 40,
      font: FONT_FILES[lang],
    })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.fontSize(sizePt).text(text, 40, 40, { width: widthPt, align: 'justify' })
    document.end()
  })
}

async function setByTypst(sample: Sample, rules: string): Promise<Uint8Array | undefined> {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: Object.values(FONT_FILES).map((file) => dirname(file)) }],
  })
  const families = sample.lang === 'hi' ? '("Noto Sans", "Noto Sans Devanagari")' : '"Noto Serif"'
  return compiler.pdf({
    mainFileContent: `#set page(width: ${sample.widthPt + 80}pt, height: 842pt, margin: 40pt)
#set text(font: ${families}, size: ${sample.sizePt}pt, lang: "${sample.lang}", region: "GB")
#set par(justify: true)
${rules}
${sample.text}`,
  })
}

function setByLatex(sample: Sample, packages: string): Uint8Array | undefined {
  if (spawnSync('lualatex', ['--version']).error !== undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'lectern-latex-'))
  try {
    writeFileSync(join(folder, 'page.tex'), latexSource(sample, packages))
    const args = ['-interaction=batchmode', '-halt-on-error', 'page.tex']
    execFileSync('lualatex', args, { cwd: folder, stdio: 'ignore' })
    return new Uint8Array(readFileSync(join(folder, 'page.pdf')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The defaults of the article class, as a user meets them: tolerance 200, no emergency stretch. */
function latexSource({ text, lang, widthPt, sizePt }: Sample, packages: string): string {
  const font = (file: string, options = ''): string =>
    `{${file.split('/').at(-1)}}[Path=${dirname(file)}/${options}]`
  const fonts =
    lang === 'hi'
      ? `\\setmainfont${font(FONT_FILES.hi, ',Renderer=HarfBuzz,Script=Devanagari,RawFeature={fallback=latin}')}`
      : `\\setmainfont${font(FONT_FILES.en)}`
  const fallback = `\\directlua{luaotfload.add_fallback("latin", {"[${FONT_FILES.latin}]:mode=harf;"})}`
  return `\\documentclass{article}
\\usepackage[paperwidth=${widthPt + 80}bp,paperheight=842bp,margin=40bp]{geometry}
\\usepackage{fontspec}
${lang === 'hi' ? fallback : ''}
${fonts}
${packages}
\\pagestyle{empty}\\parindent0pt
\\begin{document}
\\fontsize{${sizePt}bp}{${sizePt * 1.5}bp}\\selectfont
${text}
\\end{document}
`
}
