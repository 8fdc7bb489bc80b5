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
  const marp = new (marpOf(theme))({
    emoji: { shortcode: false, unicode: false },
    html: HTML_ALLOWED,
    math: false,
    script: false,
    slug: false,
    inlineSVG: { enabled: true, backdropSelector: false },
    cssContainerQuery: false,
  })
  const { block, core, inline } = marp.markdown
  core.ruler.disable(DISABLED.core)
  block.ruler.disable(DISABLED.block)
  inline.ruler.disable(DISABLED.inline)
  inline.ruler2.disable(DISABLED.inline2)
  useMath(marp.markdown)
  useDeckRules(marp.markdown)
  return { render: (markdown, environment) => marp.markdown.render(markdown, environment) }
}

/**
 * Marp with one theme, of which name and size are all it needs. Its own three cost 25 ms of PostCSS; packing ours would
 * scope every rule below Marp's elements, which costs 45 ms more and gains nothing in a page that holds nothing but slides.
 */
function marpOf({ name, deck }: Theme): typeof Marp {
  const sizes: Readonly<Record<string, number>> = {
    widthPixel: deck.widthPx,
    heightPixel: deck.heightPx,
  }
  const themeSet: SlideThemes = {
    has: (asked) => asked === name,
    get: () => undefined,
    getThemeMeta: () => undefined,
    getThemeProp: (_theme, property) => sizes[property],
    add: () => undefined,
    use: () => undefined,
  }
  return class extends Marp {
    // The first that the constructor calls after it has made a theme set, and before it fills it.
    protected override applyMarkdownItPlugins(markdown: Marp['markdown']): void {
      // What of a theme set is asked for while slides are rendered.
      this.themeSet = themeSet as unknown as Marp['themeSet']
      super.applyMarkdownItPlugins(markdown)
    }
  }
}

type SlideThemes = {
  has(name: string): boolean
  get(): undefined
  getThemeMeta(): undefined
  getThemeProp(theme: string, property: string): number | undefined
  add(): undefined
  use(): undefined
}
