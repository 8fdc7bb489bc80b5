/** Tells a line that was broken at a space from one that was broken inside a word, which the page no longer shows. */

/** Whether the document has these two words side by side. */
export type WordPairs = (last: string, first: string) => boolean

/** @param text of the whole document; asked about in its order, which is then read once */
export function wordPairs(text: string): WordPairs {
  const plain = text.replace(/\s+/g, ' ')
  let from = 0
  return (last, first) => {
    if (last === '' || first === '') return false
    const pair = `${last} ${first}`
    const ahead = plain.indexOf(pair, from)
    if (ahead >= 0) from = ahead
    return ahead >= 0 || plain.lastIndexOf(pair, from) >= 0
  }
}
