/** The sample decks and everything they refer to, rendered as the pipeline does it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import type { Picture, Pictures } from '../../scripts/chart/picture.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { type DeckOutput, renderDeck } from '../../scripts/deck/render-deck.ts'
import { themeOfSet } from '../../scripts/render/set-theme.ts'
import { readTemplateSet } from '../../scripts/template/template-set.ts'
import type { Theme } from '../../scripts/theme/theme.ts'
import type { SlideSize } from '../../scripts/topic/topic.ts'
import { bar, chartOf } from '../chart/made-chart.ts'
import { chunk } from '../png-of.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The theme of a set that comes with the program. */
export function sampleTheme(name = 'lecture'): Theme {
  const set = readTemplateSet(name, [{ path: `${root}/templates`, displayPath: 'templates' }])
  if (set === undefined) throw new Error(`there is no template set ${name}`)
  return themeOfSet(set).theme
}

export function readSample(name: string): string {
  return readFileSync(`${root}/tests/deck/fixtures/${name}.md`, 'utf8')
}

let player: string | undefined

export function playerScript(): string {
  player ??= buildSync({
    entryPoints: [`${root}/scripts/deck/player/player.ts`],
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    write: false,
  }).outputFiles[0]?.text
  return player ?? ''
}

/** A deck of one slide or more, with the front matter the templates write. */
export function deckOf(
  slides: readonly string[],
  lang: 'en' | 'hi' = 'en',
  size: SlideSize = '16:9',
): string {
  return `---\nmarp: true\ntheme: "lecture"\nsize: "${size}"\nlang: "${lang}"\ntitle: "Sample"\npaginate: true\nfooter: "Sample"\n---\n\n${slides.join('\n\n---\n\n')}\n`
}

/** The same deck in slides of another size. */
export function atSize(markdown: string, size: SlideSize): string {
  return markdown.replace(/^size: .*$/m, `size: "${size}"`)
}

export function slideOf(name: string, body: string): string {
  return `<!--\n_class: ${name}\n_header: "Section"\n-->\n\n${body}`
}

export async function buildSample(
  markdown: string,
  theme: Theme = sampleTheme('lecture'),
): Promise<DeckOutput> {
  const named = markdown.replace(/^theme: .*$/m, `theme: ${JSON.stringify(theme.name)}`)
  return renderDeck({
    markdown: paginateDeck(named, theme),
    pictures: samplePictures(),
    theme,
    playerScript: playerScript(),
    hasNotes: true,
  })
}

/** The page without what its player says, which is full of `<` and fetches nothing: player.test.ts watches it. */
export function withoutScript(html: string): string {
  return html.replace(/<script>[\s\S]*<\/script>/, '')
}

/** The page with a further rule, which its own policy would not let in. */
export function withStyle(html: string, css: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</style>', `${css}</style>`)
}

export function samplePictures(): Pictures {
  const bars = [
    ['China, oil', 62.6],
    ['India, oil', 52.7],
    ['EU, all goods', 39.1],
    ['EU, oil', 25.2],
    ['US, all goods', 3.3],
  ] as const
  const chart: Picture = {
    kind: 'chart',
    chart: {
      ...chartOf(
        bars.map(([label, value]) => bar(label, value, String(value), label.startsWith('India'))),
      ),
      path: 'charts/trade.svg',
      alt: 'Imports from Russia',
      sources: [1],
    },
  }
  return new Map<string, Picture>([
    ['charts/trade.svg', chart],
    ['images/map.png', { kind: 'image', file: samplePng(800, 500) }],
    ['images/tall.png', { kind: 'image', file: samplePng(1, 8000) }],
    ['qr.svg', { kind: 'qr', url: 'https://example.org/topics/india-russia' }],
  ])
}

/** A grey PNG made by hand: signature, IHDR, IDAT, IEND (PNG specification, third edition, §5). */
export function samplePng(
  widthPx: number,
  heightPx: number,
): Extract<Picture, { kind: 'image' }>['file'] {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((widthPx + 1) * heightPx, 0xb4)
  for (let y = 0; y < heightPx; y++) rows[y * (widthPx + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const bytes = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { mime: 'image/png', bytes, widthPx, heightPx }
}
