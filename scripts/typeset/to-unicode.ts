/** What the glyphs of a font are extracted as: a ToUnicode CMap (ISO 32000-1, 9.10.3). */

/** A range of `beginbfrange` stays within one first byte. */
const RANGE = 256

/** @param texts code points, by CID */
export function writeToUnicode(texts: readonly (readonly number[])[]): Uint8Array {
  const spelled = texts.map(entryOf)
  const ranges: string[] = []
  for (let first = 0; first < spelled.length; first += RANGE) {
    const part = spelled.slice(first, first + RANGE)
    ranges.push(`<${hex(first)}> <${hex(first + part.length - 1)}> [${part.join(' ')}]`)
  }
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`,
    'latin1',
  )
}

const entries = new WeakMap<readonly number[], string>()

/** Glyphs of one shape share their code points, in every document. */
function entryOf(codePoints: readonly number[]): string {
  let entry = entries.get(codePoints)
  if (entry === undefined) {
    const text = String.fromCodePoint(...codePoints)
    const units = Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index)))
    entry = `<${units.join(' ')}>`
    entries.set(codePoints, entry)
  }
  return entry
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}
