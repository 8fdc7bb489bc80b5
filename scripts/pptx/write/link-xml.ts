/** Where a click on text or on a shape leads (ECMA-376 Part 1 §21.1.2.3.5, `hlinkClick`). */
import type { SlideParts } from './slide-parts.ts'
import { element } from './xml.ts'

export type Linked = {
  readonly link?: string | undefined
  /** Shown beside the pointer. */
  readonly linkTitle?: string | undefined
}

/** Empty where no link may lead. A slide is reached by an action: by its relationship alone nothing happens. */
export function linkXml(
  { link, linkTitle }: Linked,
  context: Pick<SlideParts, 'link'>,
  ...children: readonly string[]
): string {
  const target = link === undefined ? undefined : context.link(link)
  if (target === undefined) return ''
  return element(
    'a:hlinkClick',
    {
      'r:id': target.id,
      action: target.isSlide ? 'ppaction://hlinksldjump' : undefined,
      tooltip: linkTitle,
    },
    ...children,
  )
}
