import { printableText } from './note-text.ts'

/** `india-russia_minerals.hi` → `India russia minerals`. */
export function titleFromSlug(slug: string): string {
  const words = slug.replace(/\.hi$/u, '').replace(/[-_.\s]+/gu, ' ')
  const title = printableText(words.replace(/\p{C}/gu, '')) ?? 'Topic'
  return title.charAt(0).toUpperCase() + title.slice(1)
}
