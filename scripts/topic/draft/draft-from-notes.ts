import type { Lang } from '../topic.ts'
import { createBudget } from './budget.ts'
import { cleanNotes } from './clean-notes.ts'
import { DRAFT_WORDS, type Draft } from './draft.ts'
import { type DraftSection, draftSection, titleText } from './draft-section.ts'
import { draftSources } from './draft-sources.ts'
import { createFactBook } from './fact-book.ts'
import { markHeadings } from './mark-headings.ts'
import type { NoteBlock } from './note-block.ts'
import { isWhole, printableText } from './note-text.ts'
import { isContent, type Outline, type OutlineSection, outlineNotes } from './outline-notes.ts'
import { readBlocks } from './read-blocks.ts'
import { splitSentences } from './split-sentences.ts'
import { titleFromSlug } from './title-from-slug.ts'
import { writeDraft } from './write-draft.ts'

export type NotesToDraft = {
  readonly slug: string
  readonly text: string
  readonly lang: Lang
  /** Fact ids of the shelf: the draft uses none of them, so that no two topics give one id two values. */
  readonly takenFactIds?: readonly string[]
}

/** Bytes of text in the front matter; the reader takes 64 KiB with keys, facts and escapes. */
const BUDGETS = [44_000, 16_000, 4_000]
const MAX_FRONT_MATTER_BYTES = 63 * 1024
const MAX_FILE_BYTES = 1_900_000

/**
 * A topic file made of raw notes. Headings become sections, sentences and list items points, figures
 * with a unit facts; every word that finds no place stands in the notes of the section it belongs to.
 */
export function draftFromNotes(notes: NotesToDraft): Draft {
  const text = cleanNotes(notes.text)
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  const outline = outlineNotes(markHeadings(readBlocks(text)))
  for (const maxBytes of BUDGETS) {
    const draft = draftOutline(outline, notes, maxBytes)
    if (Buffer.byteLength(draft.source) > MAX_FILE_BYTES) break
    const size = Buffer.byteLength(draft.source.slice(0, draft.source.indexOf('\n---\n')))
    if (size <= MAX_FRONT_MATTER_BYTES) return draft
  }
  return { ok: false, reason: 'too-large' }
}

function draftOutline(
  outline: Outline,
  { slug, lang, takenFactIds }: NotesToDraft,
  maxBytes: number,
): Extract<Draft, { ok: true }> {
  const words = DRAFT_WORDS[lang]
  const book = createFactBook(lang, takenFactIds ?? [])
  const budget = createBudget(maxBytes)
  const summary = summaryOf(outline)
  const { sections: outlined, opening } = placeOpening(outline, summary, words)
  const title = titleText(outline.title)
  const subtitle = titleText(outline.subtitle)
  const drafted = outlined.map((section, index) => {
    const isOpening = section === outlined[0] && section.blocks === outline.opening
    const fallbackTitle = `${words.part} ${index + 1}`
    const skipped = isOpening && outlined.length > 1 ? summary : undefined
    return draftSection(section, { book, budget, fallbackTitle, summary: skipped })
  })
  const { sections, leftOver } = foldEmpty(drafted)
  const urls = [...opening.flatMap(urlsOf), ...drafted.flatMap((section) => section.urls)]
  const lost = [...lostFrom(title, outline.title), ...lostFrom(subtitle, outline.subtitle)]
  const filled = sections.length > 0 ? sections : [placeholder(words)]
  const source = writeDraft({
    lang,
    title: title ?? titleFromSlug(slug),
    subtitle,
    summary: summary === undefined ? undefined : book.writeAlone(summary, title ?? ''),
    sources: draftSources(urls),
    openingUrls: opening.flatMap(urlsOf),
    facts: book.facts(),
    sections: filled,
    opening: [...lost, ...opening.flatMap(notesOf), ...leftOver],
  })
  return { ok: true, source, sectionCount: filled.length, factCount: book.facts().length }
}

function lostFrom(title: string | undefined, raw: string | undefined): readonly string[] {
  return raw === undefined || isWhole(title, raw) ? [] : [raw]
}

const MAX_SUMMARY = 600

/** First sentence of the first paragraph. */
function summaryOf(outline: Outline): string | undefined {
  const blocks = [...outline.opening, ...outline.sections.flatMap((section) => section.blocks)]
  const paragraph = blocks.find((block) => block.kind === 'paragraph')
  if (paragraph?.kind !== 'paragraph') return undefined
  const [sentence] = splitSentences(paragraph.lines.join(' '))
  const isUsable = sentence !== undefined && sentence.length <= MAX_SUMMARY
  return isUsable && printableText(sentence) === sentence ? sentence : undefined
}

type Words = (typeof DRAFT_WORDS)['en']

/** What stands before the first heading is said on the title slide, unless it is a section's worth. */
function placeOpening(
  { opening, sections }: Outline,
  summary: string | undefined,
  words: Words,
): { readonly sections: readonly OutlineSection[]; readonly opening: readonly NoteBlock[] } {
  if (!opening.some(isContent)) return { sections, opening }
  const isOnly = sections.length === 0
  if (!isOnly && summary !== undefined && countSentences(opening) < 3) return { sections, opening }
  const title = isOnly ? words.points : words.introduction
  return { sections: [{ title, blocks: opening }, ...sections], opening: [] }
}

function countSentences(blocks: readonly NoteBlock[]): number {
  return blocks.reduce((count, block) => {
    if (block.kind === 'paragraph') return count + splitSentences(block.lines.join(' ')).length
    return isContent(block) ? count + 3 : count
  }, 0)
}

/** A section of which nothing could be shown is told in the notes of the one before. */
function foldEmpty(drafted: readonly DraftSection[]) {
  const leftOver: string[] = []
  const kept: { readonly section: DraftSection; readonly notes: string[] }[] = []
  for (const section of drafted) {
    const isEmpty = section.points.length === 0 && section.table === undefined
    if (!isEmpty) kept.push({ section, notes: [...section.notes] })
    else (kept.at(-1)?.notes ?? leftOver).push(section.title, ...section.notes)
  }
  return { sections: kept.map(({ section, notes }) => ({ ...section, notes })), leftOver }
}

function placeholder(words: Words): DraftSection {
  const points = [{ text: words.firstPoint, points: [] }]
  return { title: words.points, points, table: undefined, cards: [], urls: [], notes: [] }
}

function urlsOf(block: NoteBlock): readonly string[] {
  return block.kind === 'source' ? block.urls : []
}

function notesOf(block: NoteBlock): readonly string[] {
  if (block.kind === 'paragraph') return [block.lines.join('\n')]
  if (block.kind === 'verbatim') return [block.text]
  return block.kind === 'source' ? [block.text] : []
}
