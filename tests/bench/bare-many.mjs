// The least a Node program can do for many decks and pages in one process: one Marp, each font parsed once.
// Usage: node bare-many.mjs OUT_FOLDER_OF_LECTERN WORK_FOLDER   (reads every deck.md it finds)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The project's own versions: competitors installed beside the bench bring older ones.
const require = createRequire(new URL('../../package.json', import.meta.url))
const { Marp } = require('@marp-team/marp-core')
const fontkit = require('fontkit')
const PDFDocument = require('pdfkit')

const [outDir, workDir] = process.argv.slice(2)
const FONTS = {
  serif: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}
const fonts = Object.entries(FONTS).map(([name, path]) => [name, fontkit.create(readFileSync(require.resolve(path)))])
const marp = new Marp({ script: false, emoji: { unicode: false, shortcode: false } })

function makePage(text) {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 42, font: null })
    for (const [name, font] of fonts) document.registerFont(name, font)
    const chunks = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    const [title, ...paragraphs] = text
    document.font('serif-bold').fontSize(21).text(title)
    document.font('sans').fontSize(11).text(paragraphs[0] ?? '')
    document.font('sans-bold').fontSize(10.4).text(paragraphs[1] ?? '')
    document.font('serif').fontSize(9).text(paragraphs.slice(2).join('\n'), { align: 'justify', columns: 2, height: 600 })
    document.end()
  })
}

for (const entry of readdirSync(outDir, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const markdown = readFileSync(join(outDir, entry.name, 'deck.md'), 'utf8')
  const { html, css } = marp.render(markdown)
  writeFileSync(join(workDir, `${entry.name}.html`), `<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`)
  const text = markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->|<[^>]+>|!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/[*#|\\>`-]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  writeFileSync(join(workDir, `${entry.name}.pdf`), await makePage(text))
}
