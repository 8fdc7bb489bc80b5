/** What of a topic's outputs a person opens: documents by name, and pictures, which are told together. */
import type { ManifestEntry, ManifestOutput } from './manifest.ts'

export type Document = { readonly label: string; readonly output: ManifestOutput }

/** By file name, in the order in which they are told; drawings and styles beside `deck.md` are not. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['deck.html', 'Slides'],
  ['deck.pdf', 'Slides (PDF)'],
  ['deck.pptx', 'Slides (PowerPoint)'],
  ['handout.pdf', 'Handout (PDF)'],
  ['handout-student.pdf', 'Handout for students (PDF)'],
  ['handout-key.pdf', 'Key to the blanks (PDF)'],
  ['brief.pdf', 'Brief (PDF)'],
  ['brief-bilingual.pdf', 'Brief in both languages (PDF)'],
  ['deck.md', 'Marp source'],
])

export function documentsOf({ outputs }: ManifestEntry): readonly Document[] {
  const byName = new Map(outputs.map((output) => [nameOf(output), output]))
  return [...LABELS].flatMap(([name, label]) => {
    const output = byName.get(name)
    return output === undefined ? [] : [{ label, output }]
  })
}

export type Pictures = {
  /** In the order of the slides. */
  readonly slides: readonly ManifestOutput[]
  readonly card: ManifestOutput | undefined
}

export function picturesOf({ outputs }: ManifestEntry): Pictures {
  const pictures = outputs.filter(({ format }) => format === 'png')
  return {
    slides: pictures
      .filter((output) => nameOf(output).startsWith('deck-'))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    card: pictures.find((output) => nameOf(output) === 'card.png'),
  }
}

/** Inside the folder of its topic. */
export function nameOf({ path }: ManifestOutput): string {
  return path.slice(path.indexOf('/') + 1)
}

export function totalBytes(outputs: readonly ManifestOutput[]): number {
  return outputs.reduce((sum, { bytes }) => sum + bytes, 0)
}
