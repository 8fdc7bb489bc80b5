/** The objects of the file that is being made; those that are kept keep their numbers, new ones fill the gaps. */
import { CompactBody } from '../../typeset/compact-objects.ts'

type DraftObject = { readonly source: string; readonly data: Uint8Array | undefined }

export class Draft {
  readonly #taken: ReadonlySet<number>
  readonly #objects = new Map<number, DraftObject>()
  #last = 0

  /** @param taken numbers of the objects that are kept or written anew under the number they had */
  constructor(taken: ReadonlySet<number>) {
    this.#taken = taken
  }

  allocate(): number {
    do this.#last++
    while (this.#taken.has(this.#last))
    return this.#last
  }

  /** @param data of a stream, whose dictionary `source` is, with its length */
  put(id: number, source: string, data?: Uint8Array): void {
    this.#objects.set(id, { source, data })
  }

  add(source: string, data?: Uint8Array): number {
    const id = this.allocate()
    this.put(id, source, data)
    return id
  }

  finish(root: number, info: number): Uint8Array {
    const body = new CompactBody()
    // The second line tells programs that move files that this one is not text (7.5.2).
    body.write(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
    const ids = [...this.#objects.keys()].toSorted((a, b) => a - b)
    for (const id of ids) this.#write(body, id)
    return body.finish((ids.at(-1) ?? 0) + 1, { root, info })
  }

  #write(body: CompactBody, id: number): void {
    const { source, data } = this.#objects.get(id) ?? { source: 'null', data: undefined }
    if (data === undefined) {
      body.collect(id, source)
      return
    }
    body.begin(id)
    body.write(Buffer.from(`${id} 0 obj\n${source}\nstream\n`, 'latin1'))
    body.write(data)
    body.write(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  }
}
