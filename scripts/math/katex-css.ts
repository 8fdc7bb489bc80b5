/** The style sheet of KaTeX, less its fonts and less the 121 rules for sizes that a page does not use. */
import { readFileSync } from 'node:fs'
import { katexFile } from './katex.ts'

let rules: readonly string[] | undefined

const SIZING_RE = /\.katex-sizing\.(reset-size\d+)\.(size\d+)/

/** `html` is the page's body: rules for what is not in it are left out. */
export function katexCss(html: string): string {
  rules ??= readRules()
  const sizes = new Set(
    [...html.matchAll(/\b(reset-size\d+) (size\d+)/g)].map(([, from, to]) => `${from} ${to}`),
  )
  return rules
    .filter((rule) => {
      const [, from, to] = SIZING_RE.exec(rule) ?? []
      return from === undefined || sizes.has(`${from} ${to}`)
    })
    .join('')
}

function readRules(): readonly string[] {
  return readFileSync(katexFile('katex.min.css'), 'utf8')
    .split(/(?<=\})/)
    .filter((rule) => /^\.katex\b/.test(rule) && !rule.includes('katex-version'))
}
