/**
 * Cuts a font file down to some characters with HarfBuzz's own subsetter, compiled to WebAssembly: what
 * shaping can make of the characters stays in, and so does their kerning. Source: hb-subset.h.
 */
import { addFace, type HarfBuzz, loadHarfBuzz } from './harfbuzz.ts'

export type Cut = {
  readonly characters: readonly number[]
  /**
   * Glyphs to keep besides those of the characters, when it is known what shaping makes of the text; undefined:
   * all that shaping could make of any text in these characters.
   */
  readonly glyphs: readonly number[] | undefined
  /** OpenType features beyond those that are on without being asked for. */
  readonly features: readonly string[]
}

/** A font inside the subsetter's memory, where it stays: a process cuts the same few again and again. */
export type SubsettableFont = { cut(cut: Cut): Uint8Array }

type Subsetter = HarfBuzz<(typeof FUNCTIONS)[number]>

const FUNCTIONS = [
  'hb_blob_destroy',
  'hb_blob_get_data',
  'hb_blob_get_length',
  'hb_face_destroy',
  'hb_face_reference_blob',
  'hb_set_add',
  'hb_set_del',
  'hb_subset_input_create_or_fail',
  'hb_subset_input_destroy',
  'hb_subset_input_get_flags',
  'hb_subset_input_glyph_set',
  'hb_subset_input_set',
  'hb_subset_input_set_flags',
  'hb_subset_input_unicode_set',
  'hb_subset_or_fail',
] as const

const SET_OF_DROPPED_TABLES = 3
const SET_OF_FEATURES = 6
const FLAG_NO_LAYOUT_CLOSURE = 0x200

/** Names of a variable font's styles, and what typesets formulas: nothing reads them in a page. */
const DROPPED_TABLES = ['STAT', 'MATH']
/** On by default in the subsetter, for text that asks for fractions. */
const DROPPED_FEATURES = ['frac', 'numr', 'dnom']

let loaded: Subsetter | undefined

export function openSubsettable(file: Uint8Array): SubsettableFont {
  loaded ??= loadHarfBuzz('harfbuzz-subset.wasm', FUNCTIONS)
  const hb = loaded
  const face = addFace(hb, file)
  return { cut: (cut) => cutFace(hb, face, cut) }
}

function cutFace(hb: Subsetter, face: number, cut: Cut): Uint8Array {
  const input = hb.hb_subset_input_create_or_fail()
  const characters = hb.hb_subset_input_unicode_set(input)
  for (const character of cut.characters) hb.hb_set_add(characters, character)
  const tables = hb.hb_subset_input_set(input, SET_OF_DROPPED_TABLES)
  for (const table of DROPPED_TABLES) hb.hb_set_add(tables, tagOf(table))
  const features = hb.hb_subset_input_set(input, SET_OF_FEATURES)
  for (const feature of DROPPED_FEATURES) hb.hb_set_del(features, tagOf(feature))
  for (const feature of cut.features) hb.hb_set_add(features, tagOf(feature))
  if (cut.glyphs !== undefined) {
    const glyphs = hb.hb_subset_input_glyph_set(input)
    for (const glyph of cut.glyphs) hb.hb_set_add(glyphs, glyph)
    const flags = hb.hb_subset_input_get_flags(input)
    hb.hb_subset_input_set_flags(input, flags | FLAG_NO_LAYOUT_CLOSURE)
  }
  const subset = hb.hb_subset_or_fail(face, input)
  hb.hb_subset_input_destroy(input)
  if (subset === 0) throw new Error('HarfBuzz cannot cut this font')
  return takeFile(hb, subset)
}

function takeFile(hb: Subsetter, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face)
  const address = hb.hb_blob_get_data(blob, 0)
  // The memory may have grown, which makes every earlier view of it useless.
  const file = new Uint8Array(hb.memory.buffer).slice(
    address,
    address + hb.hb_blob_get_length(blob),
  )
  hb.hb_blob_destroy(blob)
  hb.hb_face_destroy(face)
  return file
}

function tagOf(name: string): number {
  return [...name].reduce((tag, letter) => (tag << 8) | letter.charCodeAt(0), 0)
}
