/** The bytes of a file → its objects, all of them read once. */
import { type Entry, readCrossReference } from './cross-reference.ts'
import { decodeStream } from './decode-stream.ts'
import { readIndirectObject } from './indirect-object.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { EMPTY_DICT, isKind, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts'
import { type Note, Scanner } from './scanner.ts'

export type PlacedNote = Note & { readonly where: string }

export type PdfFile = {
  readonly bytes: Uint8Array
  readonly trailer: PdfDict
  readonly catalog: PdfDict
  readonly objects: ReadonlyMap<number, PdfValue>
  /** What the reader met that is not as the standards want it. */
  readonly notes: readonly PlacedNote[]
  /** Follows references; null for what does not exist. */
  resolve(value: PdfValue | undefined): PdfValue
  /** Undefined when the filters cannot be undone. */
  decode(stream: PdfStream): Uint8Array | undefined
  /** Number of the object that this very value is. */
  numberOf(value: PdfValue): number | undefined
}

/** Decoded bytes of all streams of one file together. */
const MAX_TOTAL = 256 * 1024 * 1024

const OBJECT = 'ISO 32000-1, 7.3.10'

/** Throws `PdfSyntaxError` when the table, the trailer or the catalog cannot be found. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const { entries, trailer, notes } = readCrossReference(bytes)
  const store = new ObjectStore(bytes, entries)
  for (const number of entries.keys()) store.load(number)
  const catalog = store.resolve(trailer.entries.get('Root'))
  if (!isKind(catalog, 'dict')) throw new PdfSyntaxError('there is no document catalog')
  return {
    bytes,
    trailer,
    catalog,
    objects: store.objects,
    notes: [...notes.map((note) => ({ ...note, where: 'cross-reference table' })), ...store.notes],
    resolve: (value) => store.resolve(value),
    decode: (stream) => store.decode(stream),
    numberOf: (value) => store.numbers.get(value),
  }
}

/** An object of an object stream, or why it cannot be read; the others can be. */
type Packed = PdfValue | PdfSyntaxError

class ObjectStore {
  readonly objects = new Map<number, PdfValue>()
  readonly numbers = new Map<PdfValue, number>()
  readonly notes: PlacedNote[] = []
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<number, Entry>
  readonly #loading = new Set<number>()
  readonly #decoded = new Map<PdfStream, Uint8Array | undefined>()
  readonly #packs = new Map<number, readonly Packed[]>()
  #total = 0

  constructor(bytes: Uint8Array, entries: ReadonlyMap<number, Entry>) {
    this.#bytes = bytes
    this.#entries = entries
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let hops = 0; isKind(current, 'ref'); hops++) {
      if (hops > 20) return null
      current = this.load(current.number)
    }
    return current
  }

  load(number: number): PdfValue {
    const known = this.objects.get(number)
    if (known !== undefined) return known
    const entry = this.#entries.get(number)
    if (entry === undefined || this.#loading.has(number)) return null
    this.#loading.add(number)
    const value = this.#read(number, entry)
    this.objects.set(number, value)
    if (typeof value === 'object' && value !== null) this.numbers.set(value, number)
    this.#loading.delete(number)
    return value
  }

  #read(number: number, entry: Entry): PdfValue {
    const where = `object ${number}`
    try {
      if (entry.kind === 'packed') {
        const packed = this.#readPack(entry.stream)[entry.index] ?? null
        if (packed instanceof PdfSyntaxError) throw packed
        return packed
      }
      const at = { offset: entry.offset, wanted: number }
      const found = readIndirectObject(this.#bytes, at, (value) => this.resolve(value))
      for (const note of found.notes) this.notes.push({ ...note, where })
      return found.value
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error
      this.notes.push({ clause: OBJECT, message: `it cannot be read: ${error.message}`, where })
    }
    return null
  }

  /** Objects of an object stream (ISO 32000-1, 7.5.7). */
  #readPack(number: number): readonly Packed[] {
    const known = this.#packs.get(number)
    if (known !== undefined) return known
    this.#packs.set(number, [])
    const stream = this.load(number)
    const dict = isKind(stream, 'stream') ? stream.dict : EMPTY_DICT
    const first = this.resolve(dict.entries.get('First'))
    const count = this.resolve(dict.entries.get('N'))
    const data = isKind(stream, 'stream') ? this.decode(stream) : undefined
    if (data === undefined || typeof first !== 'number' || typeof count !== 'number')
      throw new PdfSyntaxError('its object stream cannot be read')
    const values = readPackedValues(data, { first, count })
    this.#packs.set(number, values)
    return values
  }

  decode(stream: PdfStream): Uint8Array | undefined {
    if (this.#decoded.has(stream)) return this.#decoded.get(stream)
    const data =
      this.#total > MAX_TOTAL
        ? undefined
        : decodeStream(stream.raw, stream.dict, (value) => this.resolve(value))
    this.#total += data?.length ?? 0
    this.#decoded.set(stream, data)
    return data
  }
}

function readPackedValues(
  data: Uint8Array,
  { first, count }: { readonly first: number; readonly count: number },
): readonly Packed[] {
  const header = new Scanner(data, 0, false)
  const values: Packed[] = []
  // Offsets that all lead to one large object would have it read again and again.
  let budget = 2 * data.length
  for (let i = 0; i < count; i++) {
    header.value()
    const offset = header.value()
    if (budget < 0) throw new PdfSyntaxError('its object stream is read too often')
    if (typeof offset !== 'number') throw new PdfSyntaxError('its object stream has no offsets')
    const scanner = new Scanner(data, first + offset, true)
    values.push(readOrFail(scanner))
    budget -= scanner.position - first - offset
  }
  return values
}

function readOrFail(scanner: Scanner): Packed {
  try {
    return scanner.value()
  } catch (error) {
    if (error instanceof PdfSyntaxError) return error
    throw error
  }
}
