/** Syllables: what is shaped, broken and extracted as one. */

/**
 * Consonants joined by virama, then any marks (Unicode 16, chapter 12.1, rules R1–R18 in outline); outside
 * Devanagari a character and its marks. Own pattern and not Intl.Segmenter: joining conjuncts came with
 * ICU 74, and the result must not depend on the Node that runs.
 */
const CONSONANT = '[\\u0915-\\u0939\\u0958-\\u095f\\u0978-\\u097f]\\u093c?'
const JOINER = '[\\u200c\\u200d]'
const MARK = '[\\p{M}\\u1cd0-\\u1cff\\ua8e0-\\ua8f1\\u200c\\u200d]'
/** Marks without a letter before them go with the one behind. */
const CLUSTER = new RegExp(
  `${MARK}*(?:${CONSONANT}(?:\\u094d${JOINER}?${CONSONANT})*|[\\s\\S])${MARK}*`,
  'gu',
)

export function splitClusters(text: string): readonly string[] {
  return text.match(CLUSTER) ?? []
}
