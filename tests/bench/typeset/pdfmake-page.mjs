// The same text as a brief by pdfmake, in the same four fonts. Usage: node pdfmake-page.mjs PAGE.txt OUT.pdf
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake')
const font = (path) => require.resolve(`@expo-google-fonts/${path}`)
pdfmake.addFonts({
  Serif: {
    normal: font('noto-serif/400Regular/NotoSerif_400Regular.ttf'),
    bold: font('noto-serif/700Bold/NotoSerif_700Bold.ttf'),
  },
  Sans: {
    normal: font('noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: font('noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
})

const [pagePath, outPath] = process.argv.slice(2)
const lines = readFileSync(pagePath, 'utf8').split('\n')
const half = Math.ceil(lines.length / 2)
const blocks = lines.map((line) =>
  line.startsWith('#')
    ? { text: line.replace(/^#+ /, ''), font: 'Sans', bold: true, fontSize: 10, margin: [0, 4, 0, 2] }
    : { text: line, alignment: 'justify' },
)
const definition = {
  pageSize: 'A4',
  pageMargins: 42,
  defaultStyle: { font: 'Serif', fontSize: 8.5 },
  content: [{ columns: [{ stack: blocks.slice(0, half) }, { stack: blocks.slice(half) }], columnGap: 16 }],
}
await pdfmake.createPdf(definition).write(outPath)
