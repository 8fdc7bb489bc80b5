/** Style attributes as classes: a page whose policy forbids them shows the same, and repeated ones weigh once. */
import { decodeReferences } from './html-text.ts'

/** Every tag of markup that Marp and we write: attributes in double quotes. */
const TAG_RE = /<[a-z][^\s>/]*(?:\s+[^\s=>"/]+(?:="[^"]*")?)*\s*\/?>/gi
const STYLE_RE = /\sstyle="([^"]*)"/i
const CLASS_RE = /(\sclass=")([^"]*")/i
/** What ends at a semicolon that stands neither in a string nor in `url(data:…;base64,…)`. */
const DECLARATION_RE = /(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])+/g

export type Restyled = { readonly html: string; readonly css: string }

/**
 * Each style becomes a rule of equal force: nothing but another `!important` weighs more than the attribute did.
 * @param prefix of the classes: another one for a second part of the same page
 */
export function styleClasses(html: string, prefix = 's'): Restyled {
  const classes = new Map<string, string>()
  const restyled = html.replace(TAG_RE, (tag) => {
    const style = STYLE_RE.exec(tag)?.[1]
    if (style === undefined) return tag
    const plain = tag.replace(STYLE_RE, '')
    const rule = ruleOf(decodeReferences(style))
    if (rule === '') return plain
    const name = classes.get(rule) ?? `${prefix}${classes.size.toString(36)}_`
    classes.set(rule, name)
    return CLASS_RE.test(plain)
      ? plain.replace(CLASS_RE, `$1${name} $2`)
      : plain.replace(/^<[^\s>/]+/, `$& class="${name}"`)
  })
  const css = [...classes].map(([rule, name]) => `.${name}{${rule}}`).join('')
  return { html: restyled, css }
}

function ruleOf(style: string): string {
  return (style.match(DECLARATION_RE) ?? [])
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration !== '')
    .map((declaration) => `${declaration.replace(/\s*!\s*important$/i, '')}!important`)
    .join(';')
}
