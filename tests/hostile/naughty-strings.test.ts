/**
 * Every naughty string in all five places of a topic at once. What must be true of each:
 * its topic is built, or a diagnostic names its file with line and column. When it is built, the deck has the
 * slides that the file asks for. A long string may take more room, so slides that are continued, `(2/3)`, are
 * counted by the first of each; without continuations the number is exactly that of harmless text.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { naughtyStrings } from '../corpora.ts'
import { listAll, makeProject, runLectern, STACK_LINE_RE } from '../run-lectern.ts'

function topicOf(text: string): string {
  const value = JSON.stringify(text)
  return `---
title: ${value}
sources: { s: { title: ${value} } }
sections:
  - id: one
    title: One
    points: [${value}, "second [@s]"]
  - id: two
    title: Two
    table: { columns: [First, Second], rows: [[${value}, other]] }
---
## one
${text}
`
}

const strings = naughtyStrings()
const slugOf = (index: number): string => `n${String(index).padStart(3, '0')}`

const project = makeProject({
  ...Object.fromEntries(
    strings.map((text, index) => [`content/${slugOf(index)}.md`, topicOf(text)]),
  ),
  'content/harmless.md': topicOf('harmless'),
})
const run = runLectern(['build', '--to', 'html,md,brief', '--json'], { cwd: project })

type Result = {
  readonly topics: readonly {
    readonly slug: string
    readonly state: string
    readonly outputs: readonly { readonly path: string; readonly slides?: number }[]
  }[]
  readonly diagnostics: readonly {
    readonly severity: string
    readonly code: string
    readonly message: string
    readonly file: string
    readonly place?: { readonly line: number; readonly column: number }
  }[]
}

async function result(): Promise<Result> {
  return JSON.parse((await run).out) as Result
}

function deckMarkdownOf(slug: string): string {
  return readFileSync(join(project, 'out', slug, 'deck.md'), 'utf8')
}

/** The slides of deck.md as Marp cuts them: a rule inside a comment, such as a note `---`, begins none. */
function cutSlides(slug: string): readonly string[] {
  const markdown = deckMarkdownOf(slug).replace(/<!--[\s\S]*?-->/g, (comment) =>
    comment.replace(/^---$/gm, '- - -'),
  )
  const [, , ...slides] = markdown.split(/^---$/m)
  return slides
}

/** Class of every slide that is not the continuation of the one before: `title points table sources`. */
function slidesOf(slug: string): readonly string[] {
  return cutSlides(slug)
    .filter((slide) => !/<small>\((?:[2-9]|\d{2,})\/\d+\)<\/small>/.test(slide))
    .map((slide) => /^_class: "?([\w-]+)/m.exec(slide)?.[1] ?? '?')
}

describe('naughty strings in title, point, table cell, note and source title', () => {
  it('end with exit 0 or 1 and no stack trace', async () => {
    const { code, err } = await run
    expect(err).not.toMatch(STACK_LINE_RE)
    expect([0, 1]).toContain(code)
  })

  it('are built, or refused with file, line and column', async () => {
    const { topics, diagnostics } = await result()
    expect(topics).toHaveLength(strings.length + 1)
    const refused = topics.filter(({ outputs }) => outputs.length === 0)
    for (const { slug } of refused) {
      const why = diagnostics.filter(
        ({ file, severity }) => file === `content/${slug}.md` && severity === 'error',
      )
      expect([slug, why.length > 0]).toEqual([slug, true])
    }
    // What a template makes of a topic has its place in the template; the topic is named in the message.
    for (const { file, place, code } of diagnostics.filter(
      (found) => found.code !== 'brief-markdown',
    ))
      expect([file, code, (place?.line ?? 0) > 0, (place?.column ?? 0) > 0]).toEqual([
        file,
        code,
        true,
        true,
      ])
    // Refused are characters without a font and right-to-left scripts; most strings are only text.
    expect(topics.length - refused.length).toBeGreaterThan(strings.length * 0.6)
  }, 120_000)

  it('give every built deck the slides that its file asks for', async () => {
    const wanted = ['title', 'points', 'table', 'sources']
    const { topics } = await result()
    expect(slidesOf('harmless')).toEqual(wanted)
    for (const { slug, outputs } of topics) {
      if (!outputs.some(({ path }) => path.endsWith('deck.md'))) continue
      const text = strings[Number(slug.slice(1))]
      expect([text, slidesOf(slug)]).toEqual([text, wanted])
    }
  })

  it('give HTML and Markdown the same number of slides', async () => {
    const { topics } = await result()
    for (const { slug, outputs } of topics) {
      const html = outputs.find(({ path }) => path.endsWith('deck.html'))
      if (html === undefined) continue
      const slides = cutSlides(slug)
      const page = readFileSync(join(project, 'out', html.path), 'utf8')
      expect([slug, page.match(/<section /g)?.length, html.slides]).toEqual([
        slug,
        slides.length,
        slides.length,
      ])
    }
  })

  it('reach no page as a tag, a script or a fetch', async () => {
    await run
    const harmless = tagsOf(readFileSync(join(project, 'out/harmless/deck.html'), 'utf8'))
    // Columns of unequal text get widths; a bare address may become a link, which opens only when clicked.
    const fine = new Set([
      ...harmless,
      'th class',
      'td class',
      // Speaker notes are Markdown: one that begins with a dash is a list.
      ...['ul', 'ol', 'li', 'blockquote', 'h3', 'h4', 'code', 'pre', 'hr'],
      // `$($` is a formula, which KaTeX sets in spans.
      ...['span class', 'span class aria-hidden'],
      'a href',
      'a href target rel',
      'em',
      'strong',
      'br',
    ])
    for (const name of listAll(join(project, 'out')).filter((path) => path.endsWith('deck.html'))) {
      const found = tagsOf(readFileSync(join(project, 'out', name), 'utf8'))
      expect([name, [...found].filter((tag) => !fine.has(tag))]).toEqual([name, []])
    }
  })
})

/** Kinds of tags with the names of their attributes; what a formula says to screen readers is apart. */
function tagsOf(html: string): ReadonlySet<string> {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '<$1>')
    .replace(/<math\b.*?<\/math>/gs, '')
  return new Set(
    [...body.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)/g)].map(
      ([, tag, attributes = '']) =>
        [
          tag,
          ...[...attributes.matchAll(/\s([^\s=>"]+)(?:="[^"]*")?/g)].map(([, name]) => name),
        ].join(' '),
    ),
  )
}
