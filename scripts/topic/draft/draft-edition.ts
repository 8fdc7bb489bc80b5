import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import { splitFrontMatter } from '../front-matter.ts'
import { slugOf } from '../slug.ts'
import { cleanNotes } from './clean-notes.ts'
import { escapeInline } from './note-text.ts'
import { titleFromSlug } from './title-from-slug.ts'
import { quote } from './write-yaml.ts'

type Keep = (value: unknown) => void

/** Keys of each part that hold words; figures, sources, dates and structure are inherited. */
const TOP_KEYS = ['title', 'subtitle', 'summary', 'facts', 'sections', 'glossary', 'questions']
const FACT_KEYS = ['label', 'unit', 'note']
const SECTION_KEYS =
  'id part title points groups table chart timeline compare quote image diagram'.split(' ')
const CHART_KEYS = 'data series columns rows title caption alt labels unit'.split(' ')
const IMAGE_KEYS = ['alt', 'caption', 'credit']

/**
 * The Hindi edition of a topic as a file to translate: words copied, everything else inherited from
 * the original. An original that cannot be read gives the head alone; the reader tells what is wrong.
 *
 * @param base text of the original's file
 */
export function draftEdition({
  slug,
  base,
}: {
  readonly slug: string
  readonly base: string
}): string {
  const root = readBase(base)
  if (root === undefined) return write(`title: ${quote(escapeInline(titleFromSlug(slug)))}\n`, [])
  const ids = giveIds(root)
  keepKeys(root, TOP_KEYS)
  eachValue(root.get('facts', true), (fact) => keepKeys(fact, FACT_KEYS))
  eachItem(root.get('sections', true), keepSection)
  return write(toYaml(root), ids)
}

function readBase(base: string): YAMLMap | undefined {
  const split = splitFrontMatter(cleanNotes(base), '')
  if ('code' in split) return undefined
  const document = parseDocument(split.yaml, {
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  })
  const isUsable = document.errors.length === 0 && isMap(document.contents)
  return isUsable && isMap(document.contents) ? document.contents : undefined
}

/** Sections of an edition are found by id: those without one get the id that the reader makes. */
function giveIds(root: YAMLMap): readonly string[] {
  const ids: string[] = []
  eachItem(root.get('sections', true), (section) => {
    if (!isMap(section)) return
    const given = section.get('id')
    const made = slugOf(String(section.get('title') ?? '')) || `section-${ids.length + 1}`
    const id = given === undefined || given === null ? made : String(given)
    if (given === undefined) section.items.unshift(new Pair(new Scalar('id'), new Scalar(id)))
    ids.push(id)
  })
  return ids
}

function keepSection(section: unknown): void {
  keepKeys(section, SECTION_KEYS)
  if (!isMap(section)) return
  keepKeys(section.get('chart', true), CHART_KEYS)
  keepKeys(section.get('image', true), IMAGE_KEYS)
  for (const key of ['chart', 'image']) {
    const part = section.get(key, true)
    if (isMap(part) && part.items.length === 0) section.delete(key)
  }
}

function keepKeys(map: unknown, keys: readonly string[]): void {
  if (isMap(map)) map.items = map.items.filter((pair) => keys.includes(keyOf(pair)))
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

function eachValue(map: unknown, keep: Keep): void {
  if (isMap(map)) for (const { value } of map.items) keep(value)
}

function eachItem(list: unknown, keep: Keep): void {
  if (isSeq(list)) for (const item of list.items) keep(item)
}

/** Without the comments of the original: they speak of what the edition inherits. */
function toYaml(root: YAMLMap): string {
  visit(root, {
    Node: (_, node) => dropComments(node),
    Pair: (_, { key }) => dropComments(key),
  })
  const document = new Document(undefined, { schema: 'core' })
  document.contents = root
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function dropComments(node: unknown): void {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return
  const plain: Node = node
  plain.commentBefore = null
  plain.comment = null
}

function write(yaml: string, ids: readonly string[]): string {
  const headings = ids.map((id) => `\n## ${id}\n`).join('')
  return `---
# हिंदी संस्करण: शब्दों का अनुवाद करें। अंक, वर्ष, स्रोत और क्रम अंग्रेज़ी फ़ाइल से आते हैं।
# id न बदलें; { } और [@ ] के भीतर के नाम भी न बदलें।
lang: hi
${yaml}
# नोट: हर अनुभाग के शीर्षक के नीचे वह लिखें जो आप बोलेंगे।
---
${headings}`
}
