/**
 * One Marp per theme, reused for every deck of the process (18 ms a deck; a new one each time costs 30).
 * What Marp adds to Markdown beyond slides and directives is off: nothing in a text may be an instruction.
 */
import { Marp } from '@marp-team/marp-core'
import type { Theme } from '../theme/theme.ts'
import { type DeckEnvironment, useDeckRules } from './marp-rules.ts'
import { marpTheme } from './marp-theme.ts'

export type Engine = {
  readonly css: string
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
/** Brands give a theme many colours; the engines of a long run must not pile up. */
const MAX_ENGINES = 8

export function engineFor(theme: Theme): Engine {
  const css = marpTheme(theme)
  const known = engines.get(css)
  if (known !== undefined) return known
  if (engines.size >= MAX_ENGINES) engines.clear()
  const engine = makeEngine(theme, css)
  engines.set(css, engine)
  return engine
}

function makeEngine(theme: Theme, themeCss: string): Engine {
  const marp = new Marp({
    emoji: { shortcode: false, unicode: false },
    html: HTML_ALLOWED,
    math: false,
    script: false,
    slug: false,
    inlineSVG: { enabled: true, backdropSelector: false },
    cssContainerQuery: false,
  })
  marp.themeSet.add(themeCss)
  const { block, core, inline } = marp.markdown
  core.ruler.disable(DISABLED.core)
  block.ruler.disable(DISABLED.block)
  inline.ruler.disable(DISABLED.inline)
  inline.ruler2.disable(DISABLED.inline2)
  useDeckRules(marp.markdown)
  // The sheet depends on the theme alone, so it is made once and not with every deck.
  const { css } = marp.render(
    `---\ntheme: ${JSON.stringify(theme.name)}\n---`,
    emptyEnvironment(theme),
  )
  return { css, render: (markdown, environment) => marp.markdown.render(markdown, environment) }
}

function emptyEnvironment(theme: Theme): DeckEnvironment {
  return { theme, pictures: new Map(), slides: [], lang: 'en', hasNotes: false }
}
