/** The characters a page can show, read off its source without rendering it. */

/** Of both kinds of escapes: `\u0938`, `\u{1f600}`, `\xd7` in JavaScript; `\2713` in a style sheet. */
const SCRIPT_ESCAPE_RE = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi
const STYLE_ESCAPE_RE = /\\([0-9a-f]{1,6})/gi
const ENTITY_RE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi

export type PageSource = {
  /** Markup; pictures inside do no harm. */
  readonly html: string
  readonly css: string
  readonly script: string
}

/**
 * Everything outside ASCII, sorted: what stands there, what an escape or an entity stands for, what a style
 * sheet may make capitals of, and each letter both with its accent and apart from it, because shaping takes
 * whichever the font has.
 */
export function pageCharacters({ html, css, script }: PageSource): readonly number[] {
  const shown = [
    beyondAscii(html),
    beyondAscii(css),
    beyondAscii(script),
    decode(html, ENTITY_RE),
    decode(css, STYLE_ESCAPE_RE),
    decode(script, SCRIPT_ESCAPE_RE),
  ].join('')
  const cased = css.includes('text-transform') ? shown + shown.toUpperCase() : shown
  const found = new Set<number>()
  for (const form of [cased, cased.normalize('NFC'), cased.normalize('NFD')])
    for (const character of form) found.add(character.codePointAt(0) ?? 0)
  return [...found].filter((codePoint) => codePoint > 0x7f).sort((a, b) => a - b)
}

/** Neighbours stay together, so that a letter and its accent are seen as one. */
function beyondAscii(text: string): string {
  return [...new Set(text.match(/[\x20-\x7e]?[^\x00-\x7f]+/g))].join('\n')
}

function decode(text: string, pattern: RegExp): string {
  const characters = [...text.matchAll(pattern)].map(([whole, ...digits]) => {
    const isDecimal = /^&#\d/.test(whole)
    const number = Number.parseInt(
      digits.find((group) => group !== undefined) ?? '',
      isDecimal ? 10 : 16,
    )
    const isCharacter = number > 0x7f && number <= 0x10ffff && (number & 0xfffff800) !== 0xd800
    return isCharacter ? String.fromCodePoint(number) : ''
  })
  return [...new Set(characters)].join('\n')
}
