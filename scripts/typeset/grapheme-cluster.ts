/** Devanagari syllables: what is shaped, broken and extracted as one. */

/**
 * Consonants joined by virama, then any marks (Unicode 16, chapter 12.1, rules R1–R18 in outline). Own
 * pattern and not Intl.Segmenter: joining conjuncts came with ICU 74, and the result must not depend on
 * the Node that runs.
 */
const CONSONANT = '[\\u0915-\\u0939\\u0958-\\u095f\\u0978-\\u097f]\\u093c?'
const JOINER = '[\\u200c\\u200d]'
const MARK =
  '[\\u0900-\\u0903\\u093a-\\u093c\\u093e-\\u094f\\u0951-\\u0957\\u0962\\u0963\\u1cd0-\\u1cff\\ua8e0-\\ua8f1\\u200c\\u200d]'
const CLUSTER = new RegExp(
  `${CONSONANT}(?:\\u094d${JOINER}?${CONSONANT})*${MARK}*|[\\s\\S]${MARK}*`,
  'gu',
)

export function splitClusters(text: string): readonly string[] {
  return text.match(CLUSTER) ?? []
}
