import { describe, expect, it } from 'vitest'
import type { ManifestEntry } from '../../scripts/output/manifest.ts'
import { printedSize, shelfPage } from '../../scripts/output/shelf-page.ts'
import { naughtyStrings } from '../corpora.ts'
import { manifestEntry } from './manifest-entry.ts'

function pageOf(...topics: readonly Partial<ManifestEntry>[]): string {
  return shelfPage({ version: 1, topics: topics.map(manifestEntry) })
}

/** Tag names in order: what a browser builds, whatever the text says. */
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, name]) => name ?? '')
}

describe('the shelf page', () => {
  it('shows hostile text as text: the tags are those of harmless text', () => {
    const fill = (text: string): string =>
      pageOf({
        title: text,
        subtitle: text,
        summary: text,
        subject: text,
        syllabus: [text],
        date: text,
      })
    const harmless = tagsOf(fill('harmless'))
    for (const text of naughtyStrings()) expect(tagsOf(fill(text))).toEqual(harmless)
  })

  it('lets no text out of an attribute', () => {
    const page = pageOf({ slug: 'a" onclick="x', lang: 'en" onload="y', syllabus: ['s'] })
    const attributes = [...page.matchAll(/<[a-z]\w*((?:\s+[\w-]+="[^"]*")*)\s*>/g)]
      .flatMap(([, list]) => [...(list ?? '').matchAll(/([\w-]+)="/g)])
      .map(([, name]) => name)
    expect(attributes).toContain('lang')
    expect(attributes.filter((name) => name?.startsWith('on'))).toEqual([])
    expect(page.match(/<article [^>]*>/)?.[0]).toBe(
      '<article id="a&quot; onclick=&quot;x" lang="en&quot; onload=&quot;y">',
    )
  })

  it('groups by subject, then by syllabus, sorted', () => {
    const page = pageOf(
      { slug: 'b', title: 'Monsoon', subject: 'Geography', syllabus: ['GS-I', 'GS-III'] },
      { slug: 'a', title: 'Oil', subject: 'Economy', syllabus: ['GS-III'] },
      { slug: 'c', title: 'Loose' },
    )
    const headings = [...page.matchAll(/<h([123])>([^<]*)/g)].map(
      ([, level, text]) => `${level} ${text}`,
    )
    expect(headings).toEqual([
      '1 Topics',
      '2 Economy',
      '3 Oil',
      '2 Geography',
      '3 Monsoon',
      '2 Other',
      '3 Loose',
      '2 By syllabus',
      '3 GS-I',
      '3 GS-III',
    ])
    const last = page.slice(page.indexOf('<h3>GS-III'))
    expect(last.indexOf('Monsoon')).toBeLessThan(last.indexOf('Oil'))
  })

  it('lists a topic once under a syllabus that it names twice', () => {
    const page = pageOf({ title: 'Oil', syllabus: ['GS-I', 'GS-I'] })
    expect(page.match(/<li><a href="#/g)).toHaveLength(1)
  })

  it('leads to files whose names need encoding', () => {
    const page = pageOf({
      slug: 'x',
      outputs: [
        { path: 'भारत #1 100%?/deck.html', format: 'html', bytes: 1, sha256: '', slides: 2 },
      ],
    })
    const href = /<a href="([^"#]+)">/.exec(page)?.[1] ?? ''
    expect(decodeURIComponent(href)).toBe('भारत #1 100%?/deck.html')
    expect(new URL(href, 'file:///out/').pathname).toBe(
      `/out/${encodeURIComponent('भारत #1 100%?')}/deck.html`,
    )
  })

  it('its syllabus links lead to ids that are on the page', () => {
    for (const slug of ['india-russia.hi', 'भारत चीन', `a&b "quoted" 'x'`]) {
      const page = pageOf({ slug, syllabus: ['GS-I'] })
      const target = decodeURIComponent(/href="#([^"]+)"/.exec(page)?.[1] ?? '')
      const id = (/<article id="([^"]+)"/.exec(page)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
      expect(target).toBe(slug)
      expect(id).toBe(slug)
    }
  })

  it('lists documents with their extent and size, and not the drawings beside them', () => {
    const page = pageOf({
      outputs: [
        { path: 'a/deck.md', format: 'md', bytes: 9_800, sha256: '' },
        { path: 'a/lecture.css', format: 'md', bytes: 5, sha256: '' },
        { path: 'a/charts/x.svg', format: 'md', bytes: 5, sha256: '' },
        { path: 'a/deck.html', format: 'html', bytes: 1_250_000, sha256: '', slides: 16 },
        { path: 'a/brief.pdf', format: 'brief', bytes: 61_200, sha256: '', pages: 1 },
      ],
    })
    const items = [...page.matchAll(/<a href="([^"#]+)">([^<]+)<\/a> <small>([^<]+)/g)]
    expect(items.map(([, ...rest]) => rest)).toEqual([
      ['a/deck.html', 'Slides', '16 slides · 1.3 MB'],
      ['a/brief.pdf', 'Brief (PDF)', '1 page · 61 kB'],
      ['a/deck.md', 'Marp source', '10 kB'],
    ])
  })

  it('tells handouts by whom they are for', () => {
    const names = ['handout-key', 'handout-student', 'handout']
    const page = pageOf({
      outputs: names.map((name) => {
        return { path: `a/${name}.pdf`, format: 'handout', bytes: 1, sha256: '', pages: 2 }
      }),
    })
    expect([...page.matchAll(/<a href="a\/[^>]+>([^<]+)/g)].map(([, label]) => label)).toEqual([
      'Handout (PDF)',
      'Handout for students (PDF)',
      'Key to the blanks (PDF)',
    ])
  })

  it('shows pictures of the slides, which no browser loads before they are wanted', () => {
    const size = { widthPx: 1920, heightPx: 1080 }
    const page = pageOf({
      slug: 'a b',
      title: '"Oil"',
      outputs: [
        {
          path: 'a b/card.png',
          format: 'png',
          bytes: 500,
          sha256: '',
          widthPx: 1200,
          heightPx: 630,
        },
        { path: 'a b/deck-02.png', format: 'png', bytes: 400, sha256: '', ...size },
        { path: 'a b/deck-01.png', format: 'png', bytes: 300, sha256: '', ...size },
        { path: 'a b/deck.html', format: 'html', bytes: 1, sha256: '', slides: 2 },
      ],
    })
    expect(page).toContain(
      '<a class="card" href="a%20b/deck.html"><img src="a%20b/card.png" alt="Slides: &quot;Oil&quot;" width="1200" height="630" loading="lazy"></a>',
    )
    expect(page).toContain(
      '2 pictures of the slides (PNG) <small>1920 × 1080 · 1 kB</small></summary>',
    )
    const grid = page.slice(page.indexOf('<details'), page.indexOf('</details>'))
    expect(
      [...grid.matchAll(/href="a%20b\/([^"]+)"><img [^>]*alt="([^"]+)"/g)].map(
        ([, ...rest]) => rest,
      ),
    ).toEqual([
      ['deck-01.png', 'Slide 1'],
      ['deck-02.png', 'Slide 2'],
      ['card.png', 'Card'],
    ])
    expect([...page.matchAll(/<img /g)]).toHaveLength([...page.matchAll(/loading="lazy"/g)].length)
  })

  it('says the language of every topic, so that Hindi is read aloud as Hindi', () => {
    expect(pageOf({ slug: 'x.hi', lang: 'hi' })).toContain('<article id="x.hi" lang="hi">')
  })

  it('fetches nothing and runs nothing', () => {
    const page = pageOf({ title: 'x', syllabus: ['y'] })
    expect(page).not.toMatch(/https?:|@import|url\(|<script|<link|<img|<iframe/)
    expect(page).toContain("default-src 'none'")
  })

  it('fits a telephone', () => {
    expect(pageOf()).toContain(
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
    )
    expect(pageOf()).not.toMatch(/(?:^|[^-])width:\s*\d{3,}px/)
  })

  it('is a page also without a topic', () => {
    const page = pageOf()
    expect(page).toContain('0 editions')
    expect(page).not.toContain('By syllabus')
  })
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [61_499, '61 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_250_000, '1.3 MB'],
])('%i bytes are printed as %s', (bytes, text) => {
  expect(printedSize(bytes)).toBe(text)
})
