import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findFetches } from '../../scripts/deck/find-fetches.ts'
import { renderDeck } from '../../scripts/deck/render-deck.ts'
import {
  buildSample,
  deckOf,
  playerScript,
  readSample,
  samplePictures,
  sampleTheme,
  slideOf,
  withoutScript,
} from './sample-deck.ts'

const theme = sampleTheme('lecture')

function render(markdown: string) {
  return renderDeck({
    markdown,
    theme,
    pictures: samplePictures(),
    playerScript: playerScript(),
    hasNotes: true,
  })
}

describe('renderDeck', () => {
  it('makes one file that fetches nothing', async () => {
    for (const name of ['all-classes.en', 'all-classes.hi'])
      expect(findFetches(withoutScript((await buildSample(readSample(name))).html))).toEqual([])
  })

  it('lets no style sheet end its own element', async () => {
    const css = `${theme.css}\n/* </style><script>document.title = 'run'</script> */`
    const { html } = await renderDeck({
      markdown: deckOf([slideOf('points', '## A\n\n- b')]),
      theme: { ...theme, css },
      pictures: samplePictures(),
      playerScript: playerScript(),
      hasNotes: true,
    })
    expect(html.match(/<\/style/g)).toHaveLength(1)
    expect(html.indexOf("document.title = 'run'")).toBeLessThan(html.indexOf('</style'))
  })

  it('refuses a style sheet that would load something', async () => {
    const css = `${theme.css}\nsection { background: url(https://example.org/a.png); }`
    const slide = deckOf([slideOf('points', '## A\n\n- b')])
    const drawn = renderDeck({
      markdown: slide,
      theme: { ...theme, css },
      pictures: samplePictures(),
      playerScript: playerScript(),
      hasNotes: true,
    })
    await expect(drawn).rejects.toThrow(/would need a network: url\(https:/)
  })

  it('weighs at most 250 kB with fonts', async () => {
    const sizes = await Promise.all(
      ['all-classes.en', 'all-classes.hi'].map(async (name) =>
        Buffer.byteLength((await buildSample(readSample(name))).html),
      ),
    )
    expect(sizes[0]).toBeLessThan(225_000)
    expect(sizes[1]).toBeLessThan(250_000)
  })

  it('allows its own style sheet and player by their hashes, and nothing else', async () => {
    const { html } = await buildSample(readSample('all-classes.en'))
    const hashOf = (element: string): string => {
      const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*)</${element}>`).exec(html) ?? []
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ') ?? []
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src ${hashOf('script')}`,
      `style-src ${hashOf('style')}`,
      'img-src data:',
      'font-src data:',
      "connect-src 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(html.match(/<(?:script|style)\b/g)).toEqual(['<style', '<script'])
    expect(html).not.toMatch(/\sstyle=/)
  })

  it('refuses front matter beyond the whitelist, and another theme', async () => {
    const deck = deckOf([slideOf('points', '## A')])
    await expect(render(deck.replace('paginate: true', 'style: "section{}"'))).rejects.toThrow(
      /style/,
    )
    await expect(
      render(deck.replace('paginate: true', 'backgroundImage: "url(//x)"')),
    ).rejects.toThrow(/backgroundImage/)
    await expect(render(deck.replace('"lecture"', '"gaia"'))).rejects.toThrow(/gaia/)
    await expect(render(deck.replace(/^theme:.*$/m, ''))).rejects.toThrow(/names no theme/)
  })

  it('says which picture is missing', async () => {
    await expect(
      render(deckOf([slideOf('image', '## A\n\n![x](images/none.png)')])),
    ).rejects.toThrow(/none\.png/)
  })

  it('names every slide for screen readers and keeps notes as text', async () => {
    const { html, slideCount } = await render(
      deckOf([
        slideOf(
          'points',
          '## A &lt;b&gt;\n\n- x\n\n<!--\nSay <b>this</b>\n& that.\n\nThen stop.\n-->',
        ),
      ]),
    )
    expect(slideCount).toBe(1)
    expect(html).toContain(
      'aria-roledescription="slide" aria-label="1 of 1: A &lt;b&gt;" data-title="A &lt;b&gt;"',
    )
    expect(html).toContain(
      '<aside class="notes" hidden><p>Say &lt;b&gt;this&lt;/b&gt;\n&amp; that.</p>\n<p>Then stop.</p></aside>',
    )
  })

  it('leaves the notes out when asked', async () => {
    const { html } = await renderDeck({
      markdown: deckOf([slideOf('points', '## A\n\n- x\n\n<!--\nsecret word\n-->')]),
      theme,
      pictures: samplePictures(),
      playerScript: '',
      hasNotes: false,
    })
    expect(html).not.toContain('secret word')
  })

  it('shows layout words in an alt text as alt text', async () => {
    const { html } = await render(
      deckOf([slideOf('image', '## A\n\n![bg left w:30 blur](images/map.png)')]),
    )
    expect(html).toContain('alt="bg left w:30 blur"')
  })

  it('lets no raw tag of an author load, run or style', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '<style>@import url(//evil.example/x.css)</style>',
      '<script>alert(1)</script>',
      '<iframe src="//evil.example"></iframe>',
      '<sup onclick="x()" style="background:url(//evil.example)">1</sup>',
      '<video poster="//evil.example/x.png" src="//evil.example/x"></video>',
    ]
    const { html } = await render(
      deckOf(hostile.map((tag) => slideOf('points', `## A\n\n- x ${tag}\n\n${tag}`))),
    )
    expect(findFetches(withoutScript(html))).toEqual([])
    const body = html.slice(html.indexOf('<main>'), html.indexOf('<script>'))
    expect(body).not.toMatch(/<(?:img|style|script|iframe|video)\b|<[^>]+\son\w+=/i)
  })

  it('takes hostile text in linear time', async () => {
    const start = process.cpuUsage()
    await render(
      deckOf([slideOf('points', `## A\n\n- x ${'<!--'.repeat(4000)}\n- ${'*a_'.repeat(4000)}`)]),
    )
    const { user, system } = process.cpuUsage(start)
    // Not a benchmark: Marp's own rule takes twenty seconds for half of this.
    expect((user + system) / 1e6).toBeLessThan(5)
  })

  it('gives the same bytes twice', async () => {
    const [first, second] = [
      await buildSample(readSample('all-classes.hi')),
      await buildSample(readSample('all-classes.hi')),
    ]
    expect(first.html).toBe(second.html)
  })
})

describe('the house themes', () => {
  it.each(['lecture', 'coaching'])('%s fetches nothing', (name) => {
    const css = readFileSync(new URL(`../../templates/${name}/theme.css`, import.meta.url), 'utf8')
    expect(findFetches(`<style>${css}</style>`)).toEqual([])
  })
})
