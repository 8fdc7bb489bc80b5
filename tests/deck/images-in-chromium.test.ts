/** Pictures with and without points beside them, in real Chromium. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChromium } from '../chromium.ts'
import { pngOf } from '../topic/png.ts'
import { buildTopics } from './built-topics.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

const IMAGES = {
  'portrait.png': pngOf(300, 400),
  'landscape.png': pngOf(600, 400),
  'wide.png': pngOf(900, 300),
  'tall.png': pngOf(1, 8000),
  'flat.png': pngOf(8000, 1),
}

const LONG = 'A point that is long enough to need a second line beside a picture'

function sectionOf(image: string, points: number, text = LONG): string {
  const list = Array.from({ length: points }, () => `      - ${text}\n`).join('')
  return `  - title: ${image} with ${points}\n    id: ${image.split('.')[0]}-${points}-${text.length}\n    image: { src: ${image}, alt: What it shows, caption: A caption, credit: Photo by somebody }\n${points === 0 ? '' : `    points:\n${list}`}`
}

async function build(sections: readonly string[], size: '16:9' | '4:3' = '16:9') {
  const topic = `---\ntitle: Pictures\nsections:\n${sections.join('')}---\n`
  const [built] = await buildTopics({ 'topic.md': topic, ...IMAGES }, { size })
  if (built === undefined) throw new Error('the topic has errors')
  return built
}

it('stand beside up to three points, a wide one above a single point, others apart', async () => {
  const { markdown } = await build([
    sectionOf('portrait.png', 3),
    sectionOf('landscape.png', 1),
    sectionOf('wide.png', 1),
    sectionOf('portrait.png', 4),
    sectionOf('landscape.png', 0),
  ])
  const classes = [...markdown.matchAll(/^_class: (.*)$/gmu)].map(([, name]) => name)
  expect(classes.slice(1)).toEqual([
    'image beside',
    'image beside',
    'image',
    'image',
    '"points airy"',
    'image',
  ])
})

it.each(['16:9', '4:3'] as const)(
  'of every shape at %s are whole, with all their text',
  async (size) => {
    const sections = Object.keys(IMAGES).flatMap((name) =>
      [0, 1, 3].map((points) => sectionOf(name, points)),
    )
    const long = sectionOf('portrait.png', 3, `${LONG}, `.repeat(9))
    const { html } = await build([...sections, long], size)
    expect(await findSlideFaults(browser, html)).toEqual([])
  },
)
