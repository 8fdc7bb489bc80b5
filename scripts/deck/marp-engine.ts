/**
 * One Marp per theme, reused for every deck of the process: making one takes 20 ms.
 * What Marp adds to Markdown beyond slides and directives is off: nothing in a text may be an instruction.
 */
import { Marp } from '@marp-team/marp-core'
import { useMath } from '../math/markdown-math.ts'
import type { Theme } from '../theme/theme.ts'
import { type DeckEnvironment, useDeckRules } from './marp-rules.ts'

export type Engine = {
  /** The slides as HTML; the environment carries what the rules need and collects. */
  render(markdown: string, environment: DeckEnvironment): string
}

/** Tags an author's `--trust-html` may use; none of them loads anything. */
const HTML_ALLOWED = Object.fromEntries(
  [
    'sup',
    'sub',
    'small',
    'strong',
    'em',
    'b',
    'i',
    'u',
    's',
    'br',
    'mark',
    'kbd',
    'code',
    'span',
    'q',
    'abbr',
    'wbr',
  ].map((tag) => [tag, ['title', 'lang', 'dir']]),
)

/**
 * Alt texts that are layout words (`![bg](…)`), `<style>` in the text, and comments inside a line, whose
 * expression takes 19 s for 8 KB of `<!--` (reliability.md, finding 3).
 */
const DISABLED = {
  block: ['marpit_style_parse'],
  inline: ['marpit_inline_comment'],
  core: ['marpit_apply_background_image', 'marpit_advanced_background'],
  inline2: ['marpit_parse_image', 'marpit_apply_image', 'marpit_background_image'],
}

const engines = new Map<string, Engine>()

export function engineFor(theme: Theme): Engine {
  const { widthPx, heightPx } = theme.deck
  const key = `${theme.name} ${widthPx} ${heightPx}`
  const known = engines.get(key)
  if (known !== undefined) return known
  const engine = makeEngine(theme)
  engines.set(key, engine)
  return engine
}

function makeEngine(theme: Theme): Engine {
  const marp = new Marp({
    emoji: { shortcode: false, unicode: false },
    html: HTML_ALLOWED,
    math: false,
    script: false,
    slug: false,
    inlineSVG: { enabled: true, backdropSelector: false },
    cssContainerQuery: false,
  })
  // Name and size are all Marp needs: its style sheet would scope every rule below its own elements, which
  // costs 45 ms and gains nothing in a page that holds nothing but slides.
  const { widthPx, heightPx } = theme.deck
  marp.themeSet.add(`/* @theme ${theme.name} */section{width:${widthPx}px;height:${heightPx}px}`)
  const { block, core, inline } = marp.markdown
  core.ruler.disable(DISABLED.core)
  block.ruler.disable(DISABLED.block)
  inline.ruler.disable(DISABLED.inline)
  inline.ruler2.disable(DISABLED.inline2)
  useMath(marp.markdown)
  useDeckRules(marp.markdown)
  return { render: (markdown, environment) => marp.markdown.render(markdown, environment) }
}
