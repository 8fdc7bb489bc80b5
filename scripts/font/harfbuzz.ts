/** HarfBuzz compiled to WebAssembly: its two modules, for shaping and for subsetting. Source: hb-blob.h, hb-face.h. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Addresses in the module's memory, tags and counts are all numbers. */
type Call = (...values: readonly number[]) => number

type Common = 'malloc' | 'hb_blob_create' | 'hb_face_create'

export type HarfBuzz<Name extends string> = { readonly memory: WebAssembly.Memory } & Readonly<
  Record<Name | Common, Call>
>

const COMMON: readonly Common[] = ['malloc', 'hb_blob_create', 'hb_face_create']
const MEMORY_MODE_WRITABLE = 2
const PAGE_BYTES = 65_536

/** Throws when the installed package has no function of one of the names. */
export function loadHarfBuzz<Name extends string>(
  file: 'harfbuzz.wasm' | 'harfbuzz-subset.wasm',
  names: readonly Name[],
): HarfBuzz<Name> {
  const path = createRequire(import.meta.url).resolve(`harfbuzzjs/dist/${file}`)
  let memory: WebAssembly.Memory | undefined
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(readFileSync(path)),
    hostOf(() => memory),
  )
  for (const name of [...COMMON, ...names])
    if (typeof exports[name] !== 'function') throw new Error(`harfbuzzjs has no ${name}`)
  // The loop has looked; what the functions take is HarfBuzz's published interface.
  const hb = exports as unknown as HarfBuzz<Name>
  memory = hb.memory
  const initialize = exports['_initialize'] ?? exports['__wasm_call_ctors']
  if (typeof initialize === 'function') initialize()
  return hb
}

/** What the shaping module asks of its host; only more memory is ever asked for. The subsetter asks for nothing. */
function hostOf(memoryOf: () => WebAssembly.Memory | undefined): WebAssembly.Imports {
  const refuse = (): never => {
    throw new Error('HarfBuzz gave up')
  }
  const grow = (bytes: number): number => {
    const memory = memoryOf()
    const missing = (bytes >>> 0) - (memory?.buffer.byteLength ?? 0)
    memory?.grow(Math.ceil(missing / PAGE_BYTES))
    return 1
  }
  return {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _emscripten_runtime_keepalive_clear: refuse,
      _abort_js: refuse,
      _setitimer_js: refuse,
      emscripten_resize_heap: grow,
    },
  }
}

/** The face of a font file, which stays in the module's memory. */
export function addFace(hb: HarfBuzz<never>, file: Uint8Array): number {
  const address = hb.malloc(file.length)
  new Uint8Array(hb.memory.buffer).set(file, address)
  const blob = hb.hb_blob_create(address, file.length, MEMORY_MODE_WRITABLE, 0, 0)
  return hb.hb_face_create(blob, 0)
}
