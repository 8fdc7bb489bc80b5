/** A PDF as text to be broken on purpose: objects by name, `{name}` for a reference. */
export type DraftObject = { readonly body: string; readonly stream?: Uint8Array | string }

export type Draft = {
  header: string
  readonly objects: Map<string, DraftObject>
  /** Entries of the trailer without /Size. */
  trailer: string
  tail: string
  /** Changes the finished bytes. */
  finish: (bytes: Buffer) => Buffer
}

/** Puts `to` where `from` stands in an object or its stream; fails when it stands there not exactly once. */
export function change(draft: Draft, name: string, from: string, to: string): void {
  const object = objectOf(draft, name)
  const text = typeof object.stream === 'string' ? object.stream : undefined
  if (object.body.split(from).length === 2)
    draft.objects.set(name, { ...object, body: object.body.replace(from, () => to) })
  else if (text !== undefined && text.split(from).length === 2)
    draft.objects.set(name, { ...object, stream: text.replace(from, () => to) })
  else throw new Error(`\`${from}\` does not stand once in ${name}`)
}

export function put(draft: Draft, name: string, body: string, stream?: Uint8Array | string): void {
  draft.objects.set(name, stream === undefined ? { body } : { body, stream })
}

/** Adds entries at the end of an object's dictionary. */
export function extend(draft: Draft, name: string, entries: string): void {
  const object = objectOf(draft, name)
  draft.objects.set(name, { ...object, body: object.body.replace(/>>$/u, () => ` ${entries} >>`) })
}

function objectOf(draft: Draft, name: string): DraftObject {
  const object = draft.objects.get(name)
  if (object === undefined) throw new Error(`there is no object ${name}`)
  return object
}

export function writeDraft(draft: Draft): Uint8Array {
  const numbers = new Map([...draft.objects.keys()].map((name, index) => [name, index + 1]))
  const resolve = (text: string): string =>
    text.replace(/\{([\w-]+)\}/gu, (_, name: string) => {
      const number = numbers.get(name)
      if (number === undefined) throw new Error(`there is no object ${name}`)
      return `${number} 0 R`
    })
  const parts: Buffer[] = [Buffer.from(draft.header, 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [name, object] of draft.objects) {
    const bytes = objectBytes(numbers.get(name) ?? 0, object, resolve)
    offsets.push(length)
    parts.push(bytes)
    length += bytes.length
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`
  const trailer = `trailer\n<< /Size ${size} ${resolve(draft.trailer)} >>\nstartxref\n${length}\n%%EOF`
  return new Uint8Array(
    draft.finish(
      Buffer.concat([...parts, Buffer.from(`${table}${trailer}${draft.tail}`, 'latin1')]),
    ),
  )
}

function objectBytes(
  number: number,
  { body, stream }: DraftObject,
  resolve: (text: string) => string,
): Buffer {
  const text = resolve(body)
  if (stream === undefined) return Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1')
  const data = typeof stream === 'string' ? Buffer.from(stream, 'utf8') : Buffer.from(stream)
  const dict = /\/Length /u.test(text) ? text : text.replace(/>>$/u, ` /Length ${data.length} >>`)
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}
