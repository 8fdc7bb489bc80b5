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
  'hb_shape',
] as const

/** `hb_glyph_info_t`: glyph, mask, cluster and two private fields of 32 bits. */
const INFO_WORDS = 5
const MAX_WORD = 4096

export type Shaper = {
  /** Adds the glyphs of one word to `found`. */
  collect(word: string, found: Set<number>): void
}

let loaded: HarfBuzz<(typeof FUNCTIONS)[number]> | undefined

export function openShaper(file: Uint8Array): Shaper {
  loaded ??= loadHarfBuzz('harfbuzz.wasm', FUNCTIONS)
  const hb = loaded
  const font = hb.hb_font_create(addFace(hb, file))
  const buffer = hb.hb_buffer_create()
  const input = hb.malloc(4 * MAX_WORD)
  const length = hb.malloc(4)
  return {
    collect(word, found) {
      const codes = Array.from(word, (character) => character.codePointAt(0) ?? 0)
      const codePoints = codes.slice(0, MAX_WORD)
      hb.hb_buffer_clear_contents(buffer)
      new Uint32Array(hb.memory.buffer, input, codePoints.length).set(codePoints)
      hb.hb_buffer_add_codepoints(buffer, input, codePoints.length, 0, codePoints.length)
      hb.hb_buffer_guess_segment_properties(buffer)
      hb.hb_shape(font, buffer, 0, 0)
      const infos = hb.hb_buffer_get_glyph_infos(buffer, length)
      const count = hb.hb_buffer_get_length(buffer)
      const words = new Uint32Array(hb.memory.buffer, infos, count * INFO_WORDS)
      for (let at = 0; at < words.length; at += INFO_WORDS) found.add(words[at] ?? 0)
    },
  }
}
