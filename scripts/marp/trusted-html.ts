/** The tags that `--trust-html` adds to those of Marp: what authors write for its `--html`. None of them loads anything. */
import type { MarpOptions } from '@marp-team/marp-core'

type AllowedTags = Exclude<NonNullable<MarpOptions['html']>, boolean>

const OLD_TAGS: AllowedTags = {
  font: { color: true, size: true, face: true, class: true },
  tt: { class: true },
  label: { class: true },
  main: { class: true },
}

/** Every tag may have a style of its own, too; what that would fetch is taken out as in a style sheet. */
export function trustedHtml(marpTags: AllowedTags): AllowedTags {
  const tags = { ...marpTags, ...OLD_TAGS }
  return Object.fromEntries(
    Object.entries(tags).map(([tag, attributes]) => [
      tag,
      Array.isArray(attributes)
        ? [...attributes, 'style', 'align']
        : { ...attributes, style: true, align: true },
    ]),
  )
}
