/** The glyphs that HarfBuzz, which browsers shape with, makes of words. Source: hb-buffer.h, hb-shape.h. */
import { addFace, type HarfBuzz, loadHarfBuzz } from './harfbuzz.ts'

const FUNCTIONS = [
  'hb_font_create',
  'hb_buffer_create',
  'hb_buffer_clear_contents',
  'hb_buffer_add_codepoints',
  'hb_buffer_guess_segment_properties',
  'hb_buffer_get_length',
  'hb_buffer_get_glyph_infos',
  'hb_buffer_get_glyph_positions',
  'hb_shape',
] as const

/** `hb_glyph_info_t`: glyph, mask, cluster and two private fields of 32 bits. */
const INFO_WORDS = 5
/** `hb_glyph_position_t`: both advances, both offsets and a private field. */
const POSITION_WORDS = 5
const MAX_WORD = 4096

/** In units of the font, y upward, from where the text begins. */
export type PlacedGlyph = { readonly id: number; readonly x: number; readonly y: number }

export type PlacedText = { readonly glyphs: readonly PlacedGlyph[]; readonly width: number }

export type Shaper = {
  /** Adds the glyphs of one word to `found`. */
  collect(word: string, found: Set<number>): void
  /** The glyphs of a line of text with their places. */
  place(text: string): PlacedText
}

let loaded: HarfBuzz<(typeof FUNCTIONS)[number]> | undefined

export function openShaper(file: Uint8Array): Shaper {
  loaded ??= loadHarfBuzz('harfbuzz.wasm', FUNCTIONS)
  const hb = loaded
  const font = hb.hb_font_create(addFace(hb, file))
  const buffer = hb.hb_buffer_create()
  const input = hb.malloc(4 * MAX_WORD)
  const length = hb.malloc(4)
  /** The glyphs are in the buffer then. */
  const shape = (text: string): void => {
    const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
    const codePoints = codes.slice(0, MAX_WORD)
    hb.hb_buffer_clear_contents(buffer)
    new Uint32Array(hb.memory.buffer, input, codePoints.length).set(codePoints)
    hb.hb_buffer_add_codepoints(buffer, input, codePoints.length, 0, codePoints.length)
    hb.hb_buffer_guess_segment_properties(buffer)
    hb.hb_shape(font, buffer, 0, 0)
  }
  const infos = (): Uint32Array => {
    const at = hb.hb_buffer_get_glyph_infos(buffer, length)
    return new Uint32Array(hb.memory.buffer, at, hb.hb_buffer_get_length(buffer) * INFO_WORDS)
  }
  return {
    collect(word, found) {
      shape(word)
      const words = infos()
      for (let at = 0; at < words.length; at += INFO_WORDS) found.add(words[at] ?? 0)
    },
    place(text) {
      shape(text)
      const words = infos()
      const count = words.length / INFO_WORDS
      const at = hb.hb_buffer_get_glyph_positions(buffer, length)
      const places = new Int32Array(hb.memory.buffer, at, count * POSITION_WORDS)
      return joinPlaces(words, places)
    },
  }
}

function joinPlaces(infos: Uint32Array, places: Int32Array): PlacedText {
  let width = 0
  const glyphs = Array.from({ length: infos.length / INFO_WORDS }, (_, index) => {
    const at = index * POSITION_WORDS
    const [advance = 0, , x = 0, y = 0] = places.subarray(at, at + POSITION_WORDS)
    const glyph = { id: infos[index * INFO_WORDS] ?? 0, x: width + x, y }
    width += advance
    return glyph
  })
  return { glyphs, width }
}
