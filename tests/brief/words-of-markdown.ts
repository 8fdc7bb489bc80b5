/** Every word of brief Markdown that is text, without its marks. */
import { wordsOf } from '../typeset/pdf-text.ts'

export function wordsOfMarkdown(markdown: string): readonly string[] {
  const text = markdown
    .replace(/^:::.*$/gmu, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/<sup>([^<]*)<\/sup>/gu, (_, numbers: string) => `[${numbers.replaceAll(', ', ',')}]`)
    .replace(/<[^>]+>/gu, '')
    .replace(/^\|[ |-]*\|$/gmu, '')
    .replace(/^ *- /gmu, '')
    .replace(/^(?:#+|>) /gmu, '')
    .replace(/\*+/gu, '')
  return wordsOf(text).filter((word) => word !== '|')
}
