/** Strings that break programs that write XML, zips or addresses, beside those of the corpus. */
import { naughtyStrings } from '../corpora.ts'

const CONTROLS = Array.from({ length: 32 }, (_, code) => `c${String.fromCharCode(code)}c`)

const OWN: readonly string[] = [
  ...CONTROLS,
  'lone high \ud83d end',
  'lone low \udc4d end',
  '\ud83d',
  'turned \udc4d\ud83d round',
  'noncharacters \ufffe \uffff \u{1fffe} \ufdd0',
  'next line \u0085, separators \u2028 \u2029',
  'delete \u007f, C1 \u0080 \u009f',
  ']]> <![CDATA[ x ]]> <!-- -- --> <?xml version="1.0"?>',
  '&amp; &#0; &#x1; &bogus; &lt;a:t&gt;',
  '</a:t></a:r></a:p><a:p>',
  '" onclick="x" \' a=\'b',
  '_x000D_ _x0041_ _x005F_',
  '‹#› {B6F15528-21DE-4FAA-801E-634DDDAF4B2B}',
  '../../etc/passwd \\\\server\\share C:\\x.exe',
  "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
  '\u202eright to left\u202c العربية עברית',
  'zero\u200bwidth\u200c\u200d\u2060\ufeffjoined',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇳 👍🏽 e\u0301\u0301\u0301\u0301',
  'क्‍ष क्‌ष श्री ॐ ँ',
  `Z${'\u0351\u036b\u0345'.repeat(200)}`,
  'w'.repeat(40_000),
  'ख'.repeat(10_000),
  'many words '.repeat(2_000),
  '\ufeffbom',
  '\u00a0\u00a0hard spaces\u00a0',
  '　ideographic　',
]

/** All of them, those of the corpus first. */
export function hostileStrings(): readonly string[] {
  return [...naughtyStrings(), ...OWN]
}

/** What XML cannot hold (XML 1.0 §2.2), and is left out. */
export function withoutForbidden(text: string): string {
  return [...text]
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const isControl = code < 0x20 && code !== 9 && code !== 10 && code !== 13
      return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
    })
    .join('')
}
