// The least a Node program can do for the same deck and page: import the libraries, render, write.
// Usage: node bare.mjs DECK.md PAGE.txt OUT_DIR
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The project's own versions: competitors installed beside the bench bring older ones.
const require = createRequire(new URL('../../package.json', import.meta.url))
const { Marp } = require('@marp-team/marp-core')
const PDFDocument = require('pdfkit')

const [deckPath, pagePath, outDir] = process.argv.slice(2)

const marp = new Marp({ script: false, emoji: { unicode: false, shortcode: false } })
const { html, css } = marp.render(readFileSync(deckPath, 'utf8'))
writeFileSync(join(outDir, 'bare.html'), `<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`)

const FONTS = {
  serif: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}
const document = new PDFDocument({ size: 'A4', margin: 42, font: null })
for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, require.resolve(path))
document.pipe(createWriteStream(join(outDir, 'bare.pdf')))
const [title, ...paragraphs] = readFileSync(pagePath, 'utf8').split('\n').filter((line) => line !== '')
document.font('serif-bold').fontSize(21).text(title)
document.font('sans').fontSize(11).text(paragraphs[0] ?? '')
document.font('sans-bold').fontSize(10.4).text(paragraphs[1] ?? '')
document.font('serif').fontSize(9).text(paragraphs.slice(2).join('\n'), { align: 'justify', columns: 2, height: 600 })
document.end()
