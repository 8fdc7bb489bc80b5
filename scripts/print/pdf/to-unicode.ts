/** ToUnicode maps (ISO 32000-1, 9.10.3) of fonts whose codes have two bytes. */

/** Text by code; codes that stand for nothing, which Skia maps to U+0000, are left out. */
export function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  const entry = /<([\dA-F]{4})> <([\dA-F]+)>(?: <([\dA-F]+)>)?/gi
  entry.lastIndex = Math.max(0, cmap.indexOf('endcodespacerange'))
  for (let found = entry.exec(cmap); found !== null; found = entry.exec(cmap)) {
    const [, first = '', second = '', start] = found
    if (start === undefined) addText(texts, Number.parseInt(first, 16), fromHex(second))
    else
      addRange(texts, {
        first: Number.parseInt(first, 16),
        last: Number.parseInt(second, 16),
        start,
      })
  }
  return texts
}

function addRange(
  texts: Map<number, string>,
  { first, last, start }: { readonly first: number; readonly last: number; readonly start: string },
): void {
  const text = fromHex(start)
  const point = text.codePointAt(0) ?? 0
  for (let code = first; code <= last; code++)
    addText(texts, code, String.fromCodePoint(point + code - first))
}

function addText(texts: Map<number, string>, code: number, text: string): void {
  if (text !== '' && !text.includes('\0')) texts.set(code, text)
}

export function fromHex(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return text
}

/** Sections of a CMap hold at most 100 entries. */
const SECTION = 100

export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const entries = [...texts]
    .toSorted(([a], [b]) => a - b)
    .map(([code, text]) => `<${hexCode(code)}> <${toHex(text)}>`)
  const sections: string[] = []
  for (let at = 0; at < entries.length; at += SECTION) {
    const some = entries.slice(at, at + SECTION)
    sections.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

export function hexCode(code: number): string {
  return code.toString(16).padStart(4, '0').toUpperCase()
}

export function toHex(text: string): string {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += hexCode(text.charCodeAt(at))
  return hex
}
