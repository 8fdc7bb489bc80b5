/** `out/index.html`: the shelf by subject and by syllabus, with sizes and links, readable on a phone. */
import type { Manifest, ManifestEntry, ManifestOutput } from './manifest.ts'

const LABELS: Readonly<Record<string, string>> = {
  html: 'Slides',
  pdf: 'Slides (PDF)',
  handout: 'Handout (PDF)',
  brief: 'Brief (PDF)',
  md: 'Marp source',
}

/** Formats a reader opens; the drawings and styles beside `deck.md` are not listed one by one. */
const LISTED = ['html', 'pdf', 'handout', 'brief', 'md']

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
  const lines = [
    `<article id="${escapeHtml(entry.slug)}" lang="${escapeHtml(entry.lang)}">`,
    `<h3>${escapeHtml(entry.title)}</h3>`,
    entry.subtitle === '' ? '' : `<p class="sub">${escapeHtml(entry.subtitle)}</p>`,
    entry.summary === '' ? '' : `<p>${escapeHtml(entry.summary)}</p>`,
    `<ul class="files">${LISTED.flatMap((format) =>
      entry.outputs.filter((output) => isMain(output, format)),
    )
      .map(fileItem)
      .join('')}</ul>`,
    metaLine(entry),
    '</article>',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** `deck.md` is of format md, and so are the drawings beside it; only the document itself is listed. */
function isMain(output: ManifestOutput, format: string): boolean {
  return output.format === format && /\.(?:html|pdf|md)$/.test(output.path)
}

/** The page of both editions is a brief too, told apart by its name. */
function labelOf({ format, path }: ManifestOutput): string {
  if (path.endsWith('/brief-bilingual.pdf')) return 'Brief in both languages (PDF)'
  return LABELS[format] ?? format
}

function fileItem(output: ManifestOutput): string {
  const href = output.path.split('/').map(encodeURIComponent).join('/')
  const extent = [
    output.slides === undefined ? '' : `${output.slides} slides`,
    output.pages === undefined ? '' : `${output.pages} ${output.pages === 1 ? 'page' : 'pages'}`,
    printedSize(output.bytes),
  ].filter((text) => text !== '')
  return `<li lang="en"><a href="${href}">${escapeHtml(labelOf(output))}</a> <small>${extent.join(' · ')}</small></li>`
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
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
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
a { color: var(--navy); text-underline-offset: .2em; }
a:hover, a:focus-visible { color: var(--rust); }
.syllabus h3 { font-size: 1rem; margin: 1.1rem 0 0; }
.syllabus ul { margin: .3rem 0 0; padding-left: 1.1rem; }
.syllabus li { padding: .2rem 0; }
:lang(hi) { line-height: 1.7; }
</style>
<main>`
