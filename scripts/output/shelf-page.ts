/** `out/index.html`: the shelf by subject and by syllabus, with sizes and links, readable on a phone. */
import {
  type Document,
  documentsOf,
  nameOf,
  type Pictures,
  picturesOf,
  totalBytes,
} from './documents.ts'
import type { Manifest, ManifestEntry, ManifestOutput } from './manifest.ts'

export function shelfPage(manifest: Manifest): string {
  const entries = [...manifest.topics].sort(
    (a, b) => compare(a.title, b.title) || compare(a.slug, b.slug),
  )
  const subjects = groupBy(entries, (entry) => [entry.subject || 'Other'])
  const syllabus = groupBy(entries, (entry) => entry.syllabus)
  return [
    HEAD,
    `<h1>Topics</h1>\n<p class="count">${entries.length} ${entries.length === 1 ? 'edition' : 'editions'}</p>`,
    ...subjects.map(([subject, list]) => subjectSection(subject, list)),
    syllabus.length === 0 ? '' : syllabusSection(syllabus),
    '</main>\n</html>\n',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function subjectSection(subject: string, entries: readonly ManifestEntry[]): string {
  return `<section>\n<h2>${escapeHtml(subject)}</h2>\n${entries.map(topicArticle).join('\n')}\n</section>`
}

function topicArticle(entry: ManifestEntry): string {
  const pictures = picturesOf(entry)
  const lines = [
    `<article id="${escapeHtml(entry.slug)}" lang="${escapeHtml(entry.lang)}">`,
    cardFigure(entry, pictures),
    `<h3>${escapeHtml(entry.title)}</h3>`,
    entry.subtitle === '' ? '' : `<p class="sub">${escapeHtml(entry.subtitle)}</p>`,
    entry.summary === '' ? '' : `<p>${escapeHtml(entry.summary)}</p>`,
    `<ul class="files">${documentsOf(entry).map(fileItem).join('')}</ul>`,
    pictureGrid(pictures),
    metaLine(entry),
    '</article>',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** The card leads to the slides, as it does where it is shared. */
function cardFigure(entry: ManifestEntry, { card }: Pictures): string {
  if (card === undefined) return ''
  const slides = entry.outputs.find((output) => nameOf(output) === 'deck.html') ?? card
  const words = `Slides: ${entry.title}`
  return `<a class="card" href="${hrefOf(slides)}">${image(card, words)}</a>`
}

/** Closed until somebody wants them: a browser loads none before. */
function pictureGrid({ slides, card }: Pictures): string {
  const [first] = slides
  if (first === undefined) return ''
  const all = card === undefined ? slides : [...slides, card]
  const extent = [`${first.widthPx} × ${first.heightPx}`, printedSize(totalBytes(all))].join(' · ')
  const links = all.map((output) => {
    const words = output === card ? 'Card' : `Slide ${Number(/\d+/.exec(nameOf(output)))}`
    return `<a href="${hrefOf(output)}">${image(output, words)}</a>`
  })
  const count = `${slides.length} ${slides.length === 1 ? 'picture' : 'pictures'} of the slides (PNG)`
  return `<details lang="en"><summary>${count} <small>${extent}</small></summary><div class="grid">${links.join('')}</div></details>`
}

function image(output: ManifestOutput, words: string): string {
  const size = `width="${output.widthPx ?? ''}" height="${output.heightPx ?? ''}"`
  return `<img src="${hrefOf(output)}" alt="${escapeHtml(words)}" ${size} loading="lazy">`
}

function hrefOf({ path }: ManifestOutput): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function fileItem({ label, output }: Document): string {
  const extent = [
    output.slides === undefined ? '' : `${output.slides} slides`,
    output.pages === undefined ? '' : `${output.pages} ${output.pages === 1 ? 'page' : 'pages'}`,
    printedSize(output.bytes),
  ].filter((text) => text !== '')
  return `<li lang="en"><a href="${hrefOf(output)}">${escapeHtml(label)}</a> <small>${extent.join(' · ')}</small></li>`
}

function metaLine(entry: ManifestEntry): string {
  const parts = [...entry.syllabus, entry.date].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<p class="meta">${parts.map(escapeHtml).join(' · ')}</p>`
}

function syllabusSection(groups: readonly Group[]): string {
  const items = groups.map(([tag, entries]) => {
    const links = entries.map(
      (entry) =>
        `<li><a href="#${encodeURIComponent(entry.slug)}" lang="${escapeHtml(entry.lang)}">${escapeHtml(entry.title)}</a></li>`,
    )
    return `<h3>${escapeHtml(tag)}</h3>\n<ul>${links.join('')}</ul>`
  })
  return `<section class="syllabus">\n<h2>By syllabus</h2>\n${items.join('\n')}\n</section>`
}

type Group = readonly [string, readonly ManifestEntry[]]

function groupBy(
  entries: readonly ManifestEntry[],
  keysOf: (entry: ManifestEntry) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, ManifestEntry[]>()
  for (const entry of entries)
    for (const key of new Set(keysOf(entry))) groups.set(key, [...(groups.get(key) ?? []), entry])
  return [...groups].sort(([a], [b]) => compare(a, b))
}

/** kB and MB of 1,000 and 1,000,000 bytes, as file managers and data plans count. */
export function printedSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>Topics</title>
<style>
:root { color-scheme: light; --ink: #14181f; --muted: #5a6270; --navy: #0b3c5d; --rust: #a33b0b; --rule: #d4d8de; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.55 "Noto Sans", "Noto Sans Devanagari", system-ui, sans-serif; color: var(--ink); background: #fff; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; color: var(--navy); }
h2 { font-size: 1rem; margin: 2.5rem 0 0; padding-bottom: .4rem; border-bottom: 2px solid var(--navy); color: var(--navy); }
h3 { font-size: 1.2rem; line-height: 1.35; margin: 0; }
article { padding: 1.1rem 0 1.2rem; border-bottom: 1px solid var(--rule); }
article p { margin: .35rem 0 0; }
.count, .sub, .meta, small { color: var(--muted); }
.count { margin: .2rem 0 0; }
.meta, small { font-size: .875rem; }
.files { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: .6rem 0 0; padding: 0; }
.files li { padding: .35rem 0; }
.card { float: right; width: 13rem; margin: .3rem 0 .6rem 1.4rem; }
article::after { content: ''; display: block; clear: both; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--rule); }
summary small { display: inline-block; }
summary { padding: .35rem 0; color: var(--navy); cursor: pointer; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .7rem; padding: .4rem 0 .6rem; }
@media (max-width: 34rem) { .card { float: none; display: block; width: auto; margin: 0 0 .8rem; } }
a { color: var(--navy); text-underline-offset: .2em; }
a:hover, a:focus-visible, summary:hover { color: var(--rust); }
.syllabus h3 { font-size: 1rem; margin: 1.1rem 0 0; }
.syllabus ul { margin: .3rem 0 0; padding-left: 1.1rem; }
.syllabus li { padding: .2rem 0; }
:lang(hi) { line-height: 1.7; }
</style>
<main>`
