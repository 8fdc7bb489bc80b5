/**
 * Marp as its own tools use it, for decks that somebody brings: its themes, its directives, its HTML rules. Loaded from
 * the package itself: the Marp that is compiled into this program packs no style sheets.
 */
import { createRequire } from 'node:module'
import type { Marp as MarpClass, MarpOptions } from '@marp-team/marp-core'
import type Token from 'markdown-it/lib/token.mjs'
import { useComments } from './comment-rules.ts'
import { trustedHtml } from './trusted-html.ts'

const require = createRequire(import.meta.url)

export type Marp = InstanceType<typeof MarpClass> & {
  readonly lastGlobalDirectives: Readonly<Record<string, unknown>>
  renderStyle(theme: string | undefined): string
  themeSetPackOptions(): object
}

export type MarpInput = {
  /** Style sheets with a `@theme` comment. */
  readonly themes: readonly string[]
  /** True reads tags that Marp shows as text. */
  readonly isTrusted: boolean
  /** Told of each address that Markdown may not link to. */
  refuseLink(address: string): void
}

/** Emoji are characters: Marp's pictures of them lie on the network. */
const OPTIONS = {
  emoji: { shortcode: true, unicode: false },
  script: false,
  inlineSVG: { enabled: true, backdropSelector: false },
} satisfies MarpOptions

export function openMarp({ themes, isTrusted, refuseLink }: MarpInput): Marp {
  const library = require('@marp-team/marp-core') as { readonly Marp: typeof MarpClass }
  const { katexMarpCorePlugin } = require('@marp-team/marp-core/plugins/katex') as {
    readonly katexMarpCorePlugin: () => Parameters<Marp['use']>[0]
  }
  const html = isTrusted ? trustedHtml(library.Marp.html) : library.Marp.html
  // Marpit keeps what the deck says of itself in a field that its types do not name.
  const marp = new library.Marp({ ...OPTIONS, html }) as Marp
  marp.use(katexMarpCorePlugin())
  for (const css of themes) addTheme(marp, css)
  const { markdown } = marp
  useComments(markdown, readDirectives)
  const { validateLink } = markdown
  markdown.validateLink = (address: string) => {
    if (validateLink(address)) return true
    refuseLink(address)
    return false
  }
  return marp
}

/** A style sheet that is none leaves the deck with the theme of Marp, which the reader tells. */
function addTheme(marp: Marp, css: string): void {
  try {
    marp.themeSet.add(css)
  } catch {
    return
  }
}

const MAGIC_RE =
  /^(?:prettier-ignore(?:-(?:start|end))?|markdownlint-(?:(?:disable|enable).*|capture|restore)|lint (?:disable|enable|ignore).*)$/

type ReadYaml = (text: string, isLoose: boolean) => Record<string, unknown> | false

/** A module of Marpit that its index does not name; Marpit may lie beside Marp or inside it. */
function marpitYaml(): ReadYaml {
  const near = createRequire(require.resolve('@marp-team/marp-core'))
  return (near('@marp-team/marpit/lib/markdown/directives/yaml.js') as { yaml: ReadYaml }).yaml
}

/** As Marpit's own rule for comments does. */
function readDirectives(token: Token): void {
  const parsed = marpitYaml()(token.content, true)
  token.meta = { ...token.meta, marpitParsedDirectives: parsed === false ? {} : parsed }
  if (MAGIC_RE.test(token.content)) token.meta.marpitCommentParsed = 'well-known-magic-comment'
}
