/** A complete entry, of which a test says only what matters to it. */
import type { ManifestEntry } from '../../scripts/output/manifest.ts'

export function manifestEntry(given: Partial<ManifestEntry>): ManifestEntry {
  const slug = given.slug ?? 'topic'
  return {
    slug,
    inputsHash: 'f'.repeat(64),
    inputs: [{ path: `content/${slug}.md`, sha256: 'e'.repeat(64) }],
    outputs: [
      { path: `${slug}/brief.pdf`, format: 'brief', bytes: 61_200, sha256: 'b', pages: 1 },
      { path: `${slug}/deck.html`, format: 'html', bytes: 245_300, sha256: 'a', slides: 16 },
    ],
    outdated: [],
    briefs: [],
    title: 'A topic',
    subtitle: '',
    summary: '',
    lang: 'en',
    date: '',
    subject: '',
    syllabus: [],
    template: 'lecture',
    warnings: 0,
    facts: [],
    ...given,
  }
}
