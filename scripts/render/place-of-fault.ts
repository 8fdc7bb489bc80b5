/** From a slide back to the line that made it: of the topic, else of the template that wrote it. */
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import type { CheckedSlide, SlideFault } from '../print/check-slides.ts'
import type { TemplateFile, TemplateSet } from '../template/template-set.ts'
import { likeness, locateWords } from '../topic/locate-words.ts'
import type { SlideSource } from './tell-slides.ts'

/** What a slide of a section is made of, by its class. */
const SECTION_KEYS = [
  'points',
  'groups',
  'compare',
  'facts',
  'timeline',
  'table',
  'chart',
  'image',
  'diagram',
  'formula',
  'code',
  'quote',
]

/** What a slide without a section is made of. */
const TOPIC_KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'subtitle', 'subject', 'syllabus', 'date', 'brand'],
  question: ['questions'],
  answer: ['questions'],
  quote: ['questions'],
  facts: ['highlights', 'facts'],
  glossary: ['glossary'],
  sources: ['sources', 'brand'],
  part: ['sections'],
}

export function placeOfFault(
  fault: SlideFault,
  { section, classes, title }: CheckedSlide,
  { files, set }: SlideSource,
): Where {
  const keys =
    section === ''
      ? classes.flatMap((name) => TOPIC_KEYS[name] ?? [])
      : SECTION_KEYS.filter((key) => classes.includes(key))
  const literals = literalsOf(fault)
  const wanted = { section, keys, words: fault.words, literals }
  const inTopic = locateWords(files, wanted)
  if (inTopic?.isExact === true) return inTopic.where
  // The foot line says what the topic or its institute is called.
  const named = locateWords(files, { ...wanted, section: '', keys: NAMES })
  if (named?.isExact === true) return named.where
  if ('role' in fault && fault.role === 'foot') return named?.where ?? startOf(set)
  const inSet = inTemplates(set, fault.words, literals)
  if (inSet !== undefined) return inSet
  // The words may be made of figures: the key holds them, or the slide is the template's own.
  return inTopic?.where ?? inTemplates(set, title, []) ?? startOf(set)
}

function startOf({ deck }: TemplateSet): Where {
  return { file: deck.file, place: { line: 1, column: 1 } }
}

const NAMES = ['title', 'subtitle', 'brand']

/** What stands in the source where words alone say too little. */
function literalsOf(fault: SlideFault): readonly string[] {
  if (fault.kind === 'link') return [`](${fault.target})`, `href="${fault.target}"`, fault.target]
  return fault.kind === 'alt' ? ['<img', '<svg', '![]('] : []
}

function inTemplates(
  set: TemplateSet,
  words: string,
  literals: readonly string[],
): Where | undefined {
  const files = [set.deck, ...set.partials.values()].filter(isOfDeck)
  for (const literal of literals)
    for (const file of files) {
      const place = placeOfText(file.source, literal)
      if (place !== undefined) return { file: file.file, place }
    }
  // A lone word is in every template.
  if (!/[\p{L}\p{N}][^\p{L}\p{M}\p{N}]+[\p{L}\p{N}]/u.test(words)) return undefined
  return lineWith(files, words)
}

function isOfDeck({ file }: TemplateFile): boolean {
  return !/\/(?:brief|back|handout)[^/]*$/.test(file)
}

function lineWith(files: readonly TemplateFile[], words: string): Where | undefined {
  const lines = files.flatMap(({ file, source }) =>
    source.split('\n').map((text, index) => {
      const plain = text.replace(/\{\{.*?\}\}|<[^>]*>/g, ' ')
      const column = text.length - text.trimStart().length + 1
      return {
        where: { file, place: { line: index + 1, column } },
        ...likeness(words, plain),
      }
    }),
  )
  const [best] = lines.filter(({ share }) => share > 0).sort((a, b) => b.count - a.count)
  return best?.where
}

function placeOfText(source: string, text: string): Place | undefined {
  const at = source.indexOf(text)
  if (at < 0) return undefined
  const before = source.slice(0, at).split('\n')
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}
