/** Prose cut into sentences, by stops, question marks and dandas. */

/** Words that end in a stop and do not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"'[])(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|Shri|Smt|No|Nos|vs|etc|cf|al|approx|est|Fig|Figs|Eq|Art|Arts|Sec|Ch|Vol|Ed|eds|pp|p|ca|Rs|Re|Inc|Ltd|Co|Corp|Pvt|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|viz|resp|incl|min|max|Ph\.D|i\.e|e\.g|डॉ|प्रो|रु|ई|पू|श्री|सं|पृ)|(?:\p{L}\p{M}*\.)*\p{L}\p{M}*)\.$/u

/** A number that opens a line (`1.`) belongs to what follows. */
const OPENING_NUMBER = /^[\s(]*[\p{N}]{1,3}\.$/u

const BOUNDARY = /[.!?।॥…]+["'”’)\]*]*(?=\s)/gu

/** Every character of the text but the blanks between sentences is in the answer. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length
    const candidate = text.slice(start, end)
    if (!isEnd(candidate, text.slice(end, end + 40))) continue
    sentences.push(candidate.trim())
    start = end
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => sentence !== '')
}

function isEnd(candidate: string, following: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(candidate)) return false
  const tail = candidate.slice(-40)
  if (ABBREVIATION.test(tail) || OPENING_NUMBER.test(candidate)) return false
  if (isInsideQuote(candidate)) return false
  return !/^\s+[\p{Ll}\p{Pd}&]/u.test(following)
}

/** A quotation of several sentences stays whole. */
function isInsideQuote(candidate: string): boolean {
  const opened = candidate.split('“').length
  const closed = candidate.split('”').length
  return opened > closed && candidate.length < 1000
}
