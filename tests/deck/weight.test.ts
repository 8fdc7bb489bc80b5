/** A deck of 12 slides goes by mail and over a phone: 250 kB with fonts, player and notes, in either language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rootDir } from '../run-lectern.ts'
import { type BuiltTopic, buildTopic, buildTopics } from './built-topics.ts'

const LIMIT = 250_000
const SLIDES = 12
const content = join(rootDir, 'content')
const FILES = readdirSync(content).filter((name) => /\.(?:md|yaml)$/.test(name))

let topics: readonly BuiltTopic[]

beforeAll(async () => {
  topics = await buildTopics(
    Object.fromEntries(FILES.map((name) => [name, readFileSync(join(content, name), 'utf8')])),
  )
}, 60_000)

const KINDS = {
  table: /<colgroup/,
  chart: /<svg [^>]*role="img"[^>]*font-family/,
  'QR code': /<path fill="#\w+" d="M4 4h7v1h-7z/,
}

/** The page with its heaviest slides only, notes and all, a slide of each kind among them. */
function heaviestOf(html: string): { readonly page: string; readonly slides: string } {
  const parts = html.split(/(?=<svg data-marpit-svg)|(?=<\/div><\/main>)/)
  const slides = parts.slice(1, -1)
  const byWeight = [...slides].sort((a, b) => Buffer.byteLength(b) - Buffer.byteLength(a))
  const ofKinds = Object.values(KINDS).map((kind) => byWeight.find((slide) => kind.test(slide)))
  const chosen = [...new Set([...ofKinds, ...byWeight])].slice(0, SLIDES)
  const kept = slides.filter((slide) => chosen.includes(slide)).join('')
  return { page: `${parts[0]}${kept}${parts.at(-1)}`, slides: kept }
}

describe('the heaviest 12 slides', () => {
  it.each(['india-russia-strategic-partnership', 'india-russia-strategic-partnership.hi'])(
    'of %s weigh at most 250 kB',
    (name) => {
      const built = topics.find(({ slug }) => slug === name)
      const { page, slides } = heaviestOf(built?.html ?? '')
      expect(slides.match(/<section /g)).toHaveLength(SLIDES)
      for (const [kind, mark] of Object.entries(KINDS)) expect(mark.test(slides), kind).toBe(true)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(LIMIT)
    },
  )
})

describe('a heavy Hindi deck', () => {
  it('leaves out what of its fonts nobody sees', async () => {
    const sentence = 'राष्ट्रीय नीति और प्रौद्योगिकी के लिए नया ढाँचा बनाया गया। '
    const text = (count: number): string =>
      `---\ntitle: नीति\nlang: hi\nsections:\n  - title: एक\n    points: [${sentence}]\n---\n${sentence.repeat(count)}\n`
    const [light, heavy] = [await buildTopic(text(1)), await buildTopic(text(700))]
    const fontsIn = (html: string): number =>
      (html.match(/@font-face\{[^}]*\}/g) ?? []).join('').length
    expect(Buffer.byteLength(light.html)).toBeLessThan(240_000)
    expect(fontsIn(heavy.html)).toBeLessThan(fontsIn(light.html) - 40_000)
  })
})
