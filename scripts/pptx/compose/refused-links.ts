/** Links of a slide and of its notes that the presentation does not have: their words stay as text. */
import type Token from 'markdown-it/lib/token.mjs'
import { plannedSectionOf } from '../../deck/planned-section.ts'
import type { Slide } from '../../deck/slide.ts'
import { safeLink } from '../safe-link.ts'
import { openMarkdown } from './markdown.ts'
import { notesText } from './notes-of.ts'
import { addressOf } from './runs-of.ts'

export type RefusedLink = {
  /** As it was written, or near it. */
  readonly address: string
  /** From 1. */
  readonly slide: number
  /** Id of the section of the slide; may be empty. */
  readonly section: string
}

/** What any link needs. */
const LINK_RE = /\]\(|\]:|<a\s|<[a-z][a-z0-9+.-]*:/i

export function refusedLinks(slides: readonly Slide[], hasNotes: boolean): readonly RefusedLink[] {
  return slides.flatMap(({ source, notes, directives }, index) => {
    const texts = hasNotes ? [source, notesText(notes)] : [source]
    const addresses = texts.filter((text) => LINK_RE.test(text)).flatMap(addressesIn)
    const refused = addresses.filter((address) => safeLink(address, slides.length) === undefined)
    const { id: section } = plannedSectionOf(directives)
    return [...new Set(refused)].map((address) => ({ address, slide: index + 1, section }))
  })
}

function addressesIn(text: string): readonly string[] {
  const markdown = openMarkdown()
  return markdown
    .parse(text, {})
    .flatMap((token): readonly Token[] => token.children ?? [])
    .flatMap((token) => {
      const address = isLink(token) ? addressOf(token) : undefined
      return address === undefined ? [] : [markdown.normalizeLinkText(address)]
    })
}

function isLink({ type, content }: Token): boolean {
  return type === 'link_open' || (type === 'html_inline' && /^<a\s/i.test(content))
}
