const MAX_LENGTH = 60

/**
 * An id from a title: letters, marks and digits of any script joined by hyphens. Marks must stay,
 * or Devanagari loses its vowels. Empty when the title has none of them.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .map((word) => word.replace(/^[\p{M}_]+/u, ''))
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if ([...longer].length > MAX_LENGTH) return slug === '' ? cut(word) : slug
    slug = longer
  }
  return slug
}

/** A single endless word is cut between graphemes as far as marks show them. */
function cut(word: string): string {
  const characters = [...word].slice(0, MAX_LENGTH + 1)
  while (characters.length > MAX_LENGTH || /^\p{M}/u.test(characters.at(-1) ?? '')) characters.pop()
  return characters.join('')
}
