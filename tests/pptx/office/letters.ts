/** Text as it is compared between programs that break lines, and words inside letters, each in their own way. */

/**
 * Letters alone, in their order: white space goes, as poppler puts spaces between the glyphs of one Devanagari word,
 * and what nobody sees (soft hyphens, joiners, marks of direction).
 */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    const sign = ENTITIES[name]
    if (sign === undefined) throw new Error(`${all} is not known`)
    return sign
  })
}
