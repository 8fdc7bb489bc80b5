/** The small print of two editions → one foot. */
import type { Brief, Content, Rich } from './brief-block.ts'
import type { Two } from './merge-editions.ts'
import { plain, type Setting } from './setting.ts'
import { isSame } from './without-repeats.ts'

type Paragraph = Extract<Content, { kind: 'paragraph' }>

type Feet = {
  readonly content: readonly Content[]
  /** Sets each paragraph in the language it is written in. */
  readonly setting: Setting
}

/**
 * The first paragraph of a foot holds sources and key (ARCHITECTURE.md): where both editions have the
 * same, it is printed once. The code is printed once in any case.
 */
export function mergeFeet(
  briefs: Two<Brief>,
  {
    settings,
    standard,
    hasOneFoot,
  }: {
    readonly settings: Two<Setting>
    readonly standard: Two<string>
    readonly hasOneFoot: boolean
  },
): Feet {
  const own = paragraphsOf(briefs[0].foot)
  const others = paragraphsOf(briefs[1].foot)
    .slice(hasOneFoot ? 1 : 0)
    .filter(({ text }) => !own.some((each) => isSame(each.text, text)))
  const first = withLine(own, standard[0])
  const second = withLine(others, standard[1])
  const codes = briefs[0].foot.filter((content) => content.kind === 'picture')
  const inSecond = new Set<Rich>(second.map(({ text }) => text))
  return {
    content: [...first, ...second, ...codes],
    setting: {
      ...settings[0],
      items: (text, look) => settings[inSecond.has(text) ? 1 : 0].items(text, look),
    },
  }
}

function paragraphsOf(foot: readonly Content[]): readonly Paragraph[] {
  return foot.filter((content) => content.kind === 'paragraph')
}

function withLine(paragraphs: readonly Paragraph[], line: string): readonly Paragraph[] {
  if (line === '') return paragraphs
  const last = paragraphs.at(-1)
  if (last === undefined) return [{ kind: 'paragraph', text: plain(line) }]
  const text = [...last.text, ...plain(` · ${line}`)]
  return [...paragraphs.slice(0, -1), { ...last, text }]
}

/** Without what means nothing where its section or box was left out: the key of questions that are not asked. */
export function withoutDropped(
  foot: readonly Content[],
  dropped: readonly string[],
): readonly Content[] {
  return foot.flatMap((content): readonly Content[] => {
    if (content.kind !== 'paragraph') return [content]
    const text = content.text.filter(({ of }) => of === undefined || !dropped.includes(of))
    return text.length === 0 ? [] : [{ ...content, text }]
  })
}
