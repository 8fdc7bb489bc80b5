/** A set that writes one size into its slides, whatever a topic asks for. */
import type { Report } from '../diagnostics/make-diagnostic.ts'
import type { TemplateSet } from '../template/template-set.ts'
import type { SlideSize } from '../topic/topic.ts'

type Wanted = {
  /** Undefined: nobody asked for one. */
  readonly size: SlideSize | undefined
  readonly set: TemplateSet
  readonly warn: Report
}

export function tellFixedSize(markdown: string, { size, set, warn }: Wanted): void {
  if (size === undefined) return
  const [, written = '16:9'] = /^size:\s*"?([\d:]+)"?\s*$/m.exec(frontMatterOf(markdown)) ?? []
  if (written === size) return
  warn({
    severity: 'warning',
    code: 'template-size',
    message: `The template set \`${set.name}\` draws its slides in ${written}, not in ${size} as asked for`,
    file: set.deck.file,
    hint: 'write `size: {{json size}}` into its front matter',
  })
}

function frontMatterOf(markdown: string): string {
  return /^---\n[\s\S]*?\n---/.exec(markdown)?.[0] ?? ''
}
