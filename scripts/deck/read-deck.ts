/**
 * `deck.md` as a tree: front matter, slides, blocks. Made by markdown-it with Marp's own settings, so that
 * a slide, an item or a cell begins and ends here exactly where Marp sees it.
 */
import { markdownIt } from './marp-parser.ts'
import { readBlocks } from './read-blocks.ts'
import type { DeckDocument, Slide } from './slide.ts'
import { joinTables } from './whole-tables.ts'

export function readDeck(markdown: string): DeckDocument {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  const bodyStart = endOfFrontMatter(lines)
  const frontMatter = lines.slice(0, bodyStart).join('\n')
  const lang = /^lang:\s*["']?hi\b/m.test(frontMatter) ? 'hi' : 'en'
  const slides = splitSlides(lines.slice(bodyStart).join('\n')).map(readSlide)
  return { frontMatter, lang, slides: joinTables(slides) }
}

function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && /^-{3,}\s*$/.test(line))
  return end < 0 ? 0 : end + 1
}

/** Marp starts a slide at every thematic break that stands at the top level. */
function splitSlides(body: string): readonly string[] {
  const lines = body.split('\n')
  const slides: string[] = []
  let start = 0
  for (const token of markdownIt.parse(body, {})) {
    if (token.type !== 'hr' || token.level !== 0 || token.map === null) continue
    slides.push(lines.slice(start, token.map[0]).join('\n').trim())
    start = token.map[1]
  }
  return [...slides, lines.slice(start).join('\n').trim()]
}

function readSlide(source: string): Slide {
  const { comments, heading, blocks } = readBlocks(source)
  const [first] = comments
  const directives = first !== undefined && isDirectives(first) ? first : ''
  return {
    directives,
    classes: classesOf(directives),
    heading,
    blocks,
    notes: directives === '' ? comments : comments.slice(1),
    source,
  }
}

function isDirectives(comment: string): boolean {
  return /^<!--\s*_?(?:class|header|footer|paginate|section|minutes)\s*:/.test(comment)
}

const CLASS_RE = /^(<!--\s*|\s*)_class\s*:\s*(.*?)(\s*-->)?$/m

export function classesOf(directives: string): readonly string[] {
  const value = CLASS_RE.exec(directives)?.[2] ?? ''
  return value
    .replace(/["'[\],]/g, ' ')
    .split(' ')
    .filter((name) => name !== '')
}

/** The same directives with other classes; a list of names is quoted, because YAML would take it so. */
export function withClasses(directives: string, classes: readonly string[]): string {
  const value = classes.length === 1 ? (classes[0] ?? '') : JSON.stringify(classes.join(' '))
  if (directives === '') return `<!--\n_class: ${value}\n-->`
  if (!CLASS_RE.test(directives)) return directives.replace('<!--', () => `<!--\n_class: ${value}`)
  return directives.replace(
    CLASS_RE,
    (_, before: string, _old: string, after: string | undefined) =>
      `${before}_class: ${value}${after ?? ''}`,
  )
}
