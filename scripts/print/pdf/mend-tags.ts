/**
 * Tags as PDF/UA-1 (ISO 14289-1) wants them, from those that Chromium writes: its `NonStruct` says nothing and goes,
 * items of lists get their parts, a figure is told by its description alone, every page is a section, and what holds
 * nothing is left out.
 */
import { makeTag, PICTURES, pageOf, type Tag, type TaggedAnnotation, type TagKid } from './tag.ts'

/** Elements that stand for themselves and hold others, by ISO 32000-1, 14.8.4.2 and 14.8.4.3. */
const GROUPS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'NonStruct'])
const BLOCKS = new Set([...GROUPS, 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'Table'])
/** May be empty: a table has the same cells in all its rows. */
const CELLS = new Set(['TH', 'TD'])

export function mendTags(document: Tag): Tag {
  return { ...document, kids: byPage(mendGroup(document.kids)) }
}

/** Each note as the last element on its page (14.8.4.4.4: what is not a link stands in an Annot). */
export function tagNotes(document: Tag, notes: readonly TaggedAnnotation[]): Tag {
  const kids = [...document.kids]
  for (const note of notes) {
    const tag = makeTag('Annot', [note])
    const index = kids.findIndex((kid) => pageOf(kid) === note.page)
    const section = kids[index]
    if (section?.kind === 'tag') kids[index] = { ...section, kids: [...section.kids, tag] }
    else kids.push(makeTag('Sect', [tag]))
  }
  return { ...document, kids }
}

function mend(tag: Tag): readonly TagKid[] {
  if (PICTURES.has(tag.type)) return mendPicture(tag)
  if (tag.type === 'NonStruct') return isGroup(tag) ? mendGroup(tag.kids) : mendAll(tag.kids)
  const kids = GROUPS.has(tag.type) ? mendGroup(tag.kids) : mendAll(tag.kids)
  if (tag.type === 'L') return keepFilled({ ...tag, kids: kids.map(asItem) })
  if (tag.type === 'LI') return keepFilled({ ...tag, kids: itemParts(kids) })
  return keepFilled({ ...tag, kids })
}

function mendAll(kids: readonly TagKid[]): readonly TagKid[] {
  return kids.flatMap((kid) => (kid.kind === 'tag' ? mend(kid) : [kid]))
}

/** Every kid that is only text is a paragraph of its own: it was an element without a meaning. */
function mendGroup(kids: readonly TagKid[]): readonly TagKid[] {
  return kids.flatMap((kid) => {
    const mended = kid.kind === 'tag' ? mend(kid) : [kid]
    return mended.length > 0 && mended.every(isText) ? [makeTag('P', mended)] : mended
  })
}

function isText(kid: TagKid): boolean {
  return kid.kind !== 'tag' || !(BLOCKS.has(kid.type) || PICTURES.has(kid.type))
}

function keepFilled(tag: Tag): readonly Tag[] {
  return tag.kids.length > 0 || CELLS.has(tag.type) || tag.entries.has('Alt') ? [tag] : []
}

/**
 * An invisible operator of mathematics, which nobody reads. Chromium has no tag for formulas: a picture whose
 * description begins with it is one.
 */
export const FORMULA_MARK = '\u2061'
/** As Skia writes it in a string of UTF-16. */
const FORMULA_ALT = /^<FEFF2061/i

/** Parts of a picture are not read one by one. */
function mendPicture(tag: Tag): readonly Tag[] {
  const kids = contentsOf(tag)
  const alt = tag.entries.get('Alt') ?? ''
  if (!FORMULA_ALT.test(alt)) return keepFilled({ ...tag, kids })
  const entries = new Map(tag.entries).set('Alt', alt.replace(FORMULA_ALT, '<FEFF'))
  return keepFilled({ ...tag, type: 'Formula', entries, kids })
}

function contentsOf(tag: Tag): readonly TagKid[] {
  return tag.kids.flatMap((kid) => (kid.kind === 'tag' ? contentsOf(kid) : [kid]))
}

/** ISO 32000-1, Table 336: a list holds items (and its caption), an item a label and a body. */
function asItem(kid: TagKid): TagKid {
  const isItem = kid.kind === 'tag' && (kid.type === 'LI' || kid.type === 'Caption')
  return isItem ? kid : makeTag('LI', [makeTag('LBody', [kid])])
}

function itemParts(kids: readonly TagKid[]): readonly TagKid[] {
  const isPart = (kid: TagKid): boolean =>
    kid.kind === 'tag' && (kid.type === 'Lbl' || kid.type === 'LBody')
  const rest = kids.filter((kid) => !isPart(kid))
  const parts = kids.filter(isPart)
  return rest.length === 0 ? parts : [...parts, makeTag('LBody', rest)]
}

function byPage(kids: readonly TagKid[]): readonly TagKid[] {
  const sections: { readonly page: number | undefined; readonly kids: TagKid[] }[] = []
  for (const kid of kids) {
    const page = pageOf(kid)
    const last = sections.at(-1)
    if (last?.page === page && last !== undefined) last.kids.push(kid)
    else sections.push({ page, kids: [kid] })
  }
  return sections.map((section) => makeTag('Sect', section.kids))
}

/** Of an element without a meaning: whether it holds more than a stretch of text. */
function isGroup(tag: Tag): boolean {
  return tag.kids.some(
    (kid) => kid.kind === 'tag' && (kid.type === 'NonStruct' ? isGroup(kid) : !isText(kid)),
  )
}
