/** Inline Markdown as runs of text. */
import { parseInline, tagOf } from '../../deck/rich-text.ts'
import type { InlineSource } from '../../deck/slide.ts'
import { formulaText } from '../../math/formula-text.ts'
import type { Run } from '../presentation.ts'

type Style = { -readonly [Key in 'isStrong' | 'isItalic' | 'isStruck' | 'isCode']?: true } & {
  rise?: 'super' | 'sub'
  link?: string
}

const TAG_STYLES: Readonly<Record<string, Style>> = {
  strong: { isStrong: true },
  b: { isStrong: true },
  em: { isItalic: true },
  i: { isItalic: true },
  s: { isStruck: true },
  del: { isStruck: true },
  code: { isCode: true },
  kbd: { isCode: true },
  sup: { rise: 'super' },
  sub: { rise: 'sub' },
}

/** A line that the author broke stays broken. */
export function runsOf(source: InlineSource): readonly (Run | 'break')[] {
  const runs: (Run | 'break')[] = []
  const open: { readonly tag: string; readonly style: Style }[] = []
  for (const token of parseInline(source)) {
    const style: Style = Object.assign({}, ...open.map((one) => one.style))
    if (token.type === 'text') runs.push({ text: token.content, ...style })
    else if (token.type === 'code_inline')
      runs.push({ text: token.content, ...style, isCode: true })
    else if (token.type === 'formula_inline')
      runs.push({ text: formulaText(token.content, false), ...style })
    else if (token.type === 'softbreak' || token.type === 'hardbreak' || tagOf(token) === 'br')
      runs.push('break')
    else if (isClosing(token)) {
      const index = open.findLastIndex(({ tag }) => tag === tagOf(token))
      if (index >= 0) open.splice(index, 1)
    } else if (token.nesting > 0 || token.type === 'html_inline') {
      const href = token.attrGet('href')
      const own = href === null ? {} : { link: href }
      open.push({ tag: tagOf(token), style: { ...TAG_STYLES[tagOf(token)], ...own } })
    }
  }
  return runs.filter((run) => run === 'break' || run.text !== '')
}

function isClosing(token: {
  readonly type: string
  readonly nesting: number
  readonly content: string
}): boolean {
  return token.type === 'html_inline' ? token.content.startsWith('</') : token.nesting < 0
}
