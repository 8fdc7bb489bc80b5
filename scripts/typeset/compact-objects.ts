/**
 * The body of a PDF file: objects without a stream are collected in one compressed object stream, and the
 * cross-reference table is a stream too (ISO 32000-1, 7.5.7 and 7.5.8). The structure of a page is some
 * hundred small objects: four times smaller this way.
 */
import { createHash } from 'node:crypto'
import { packStream } from './pack-stream.ts'

/** Where an object is: at an offset of the file, or in the object stream. */
type Place = number | 'collected'

export type Trailer = { readonly root: number; readonly info: number }

/** Types of entries, table 18. */
const AT_OFFSET = 1
const COLLECTED = 2

export class CompactBody {
  readonly #chunks: Uint8Array[] = []
  readonly #places = new Map<number, Place>()
  readonly #collected: { readonly id: number; readonly body: string }[] = []
  #offset = 0

  get offset(): number {
    return this.#offset
  }

  write(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#offset += chunk.length
  }

  /** Notes that the object starts at the offset reached. */
  begin(id: number): void {
    this.#places.set(id, this.#offset)
  }

  collect(id: number, body: string): void {
    this.#places.set(id, 'collected')
    this.#collected.push({ id, body })
  }

  /** @param nextId the first object number that is free */
  finish(nextId: number, { root, info }: Trailer): Uint8Array {
    this.#writeStream(nextId, ...this.#objectStream())
    const start = this.#offset
    const size = nextId + 2
    // The identifier is made from all that was written (14.4).
    const id = createHash('sha256').update(Buffer.concat(this.#chunks)).digest('hex').slice(0, 32)
    this.#places.set(nextId + 1, start)
    const entries = this.#crossReferences(size, nextId)
    const dictionary = `/Type/XRef/Size ${size}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`
    this.#writeStream(nextId + 1, dictionary, entries)
    this.write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #objectStream(): [dictionary: string, content: Uint8Array] {
    let at = 0
    const heads = this.#collected.map(({ id, body }) => {
      const head = `${id} ${at}`
      at += body.length + 1
      return head
    })
    const first = `${heads.join(' ')}\n`
    const bodies = this.#collected.map(({ body }) => body).join('\n')
    return [
      `/Type/ObjStm/N ${heads.length}/First ${first.length}`,
      Buffer.from(first + bodies, 'latin1'),
    ]
  }

  #crossReferences(size: number, objectStream: number): Uint8Array {
    const bytes = Buffer.alloc(7 * size)
    bytes.writeUInt16BE(0xffff, 5)
    const indexes = new Map(this.#collected.map(({ id }, index) => [id, index]))
    for (const [id, place] of this.#places) {
      bytes.writeUInt8(place === 'collected' ? COLLECTED : AT_OFFSET, 7 * id)
      bytes.writeUInt32BE(place === 'collected' ? objectStream : place, 7 * id + 1)
      bytes.writeUInt16BE(indexes.get(id) ?? 0, 7 * id + 5)
    }
    return bytes
  }

  #writeStream(id: number, dictionary: string, content: Uint8Array): void {
    const packed = packStream(content)
    this.begin(id)
    const head = `${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
    this.write(Buffer.from(head, 'latin1'))
    this.write(packed)
    this.write(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  }
}
