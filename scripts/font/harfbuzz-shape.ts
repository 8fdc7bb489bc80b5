/** The glyphs that HarfBuzz, which browsers shape with, makes of words. Source: hb-buffer.h, hb-shape.h. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Call = (...values: readonly number[]) => number
type HarfBuzz = { readonly memory: WebAssembly.Memory } & Readonly<Record<FunctionName, Call>>
type FunctionName = (typeof FUNCTIONS)[number]

const FUNCTIONS = [
  'malloc',
  'hb_blob_create',
  'hb_face_create',
  'hb_font_create',
  'hb_buffer_create',
  'hb_buffer_clear_contents',
  'hb_buffer_add_codepoints',
  'hb_buffer_guess_segment_properties',
  'hb_buffer_get_length',
  'hb_buffer_get_glyph_infos',
  'hb_shape',
] as const

const MEMORY_MODE_WRITABLE = 2
const PAGE_BYTES = 65_536
/** `hb_glyph_info_t`: glyph, mask, cluster and two private fields of 32 bits. */
const INFO_WORDS = 5
const MAX_WORD = 4096

export type Shaper = {
  /** Adds the glyphs of one word to `found`. */
  collect(word: string, found: Set<number>): void
}

let loaded: HarfBuzz | undefined

export function openShaper(file: Uint8Array): Shaper {
  loaded ??= load()
  const hb = loaded
  const address = hb.malloc(file.length)
  new Uint8Array(hb.memory.buffer).set(file, address)
  const blob = hb.hb_blob_create(address, file.length, MEMORY_MODE_WRITABLE, 0, 0)
  const font = hb.hb_font_create(hb.hb_face_create(blob, 0))
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

/** What the module asks of its host; only more memory is ever asked for. */
function load(): HarfBuzz {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm')
  let hb: HarfBuzz | undefined
  const refuse = (): never => {
    throw new Error('HarfBuzz gave up')
  }
  const grow = (bytes: number): number => {
    const missing = (bytes >>> 0) - (hb?.memory.buffer.byteLength ?? 0)
    hb?.memory.grow(Math.ceil(missing / PAGE_BYTES))
    return 1
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _emscripten_runtime_keepalive_clear: refuse,
      _abort_js: refuse,
      _setitimer_js: refuse,
      emscripten_resize_heap: grow,
    },
  })
  for (const name of FUNCTIONS)
    if (typeof exports[name] !== 'function') throw new Error(`harfbuzzjs has no ${name}`)
  // The loop has looked; what the functions take is HarfBuzz's published interface.
  hb = exports as unknown as HarfBuzz
  const initialize = exports['_initialize'] ?? exports['__wasm_call_ctors']
  if (typeof initialize === 'function') initialize()
  return hb
}
