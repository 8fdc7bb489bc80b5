/** Print profiles as commands need them: a word on the command line, and a back made of another edition. */
import { nearest } from '../diagnostics/nearest.ts'
import { profileOf } from '../render/choose-print.ts'
import { readThemeYamls } from '../template/template-set.ts'
import { mergeTrees } from '../theme/merge-trees.ts'
import { parseThemeYaml } from '../theme/parse-theme-yaml.ts'
import { makeTheme, type Theme } from '../theme/theme.ts'
import type { Topic } from '../topic/topic.ts'
import { type Invocation, UsageError } from './command.ts'

/** Whether the topic's other edition stands on the back of its brief. */
export type BackRule = (topic: Topic) => boolean

/** Throws UsageError when no template set has the profile named by `--profile`. */
export function openBackRule(invocation: Invocation, templateNames: readonly string[]): BackRule {
  const themes = new Map<string, Theme>()
  const themeOf = (name: string): Theme => {
    const known = themes.get(name)
    if (known !== undefined) return known
    const tokens = readThemeYamls(name, invocation.templateFolders)
      .map(({ source }) => parseThemeYaml(source).data)
      .reduce(mergeTrees, null)
    const { theme } = makeTheme({ name, tokens, css: '' })
    themes.set(name, theme)
    return theme
  }
  const flag = readProfileFlag(invocation, () => templateNames.map(themeOf))
  return (topic) => profileOf(topic, themeOf(topic.template), flag)?.back === 'edition'
}

function readProfileFlag(
  { flags }: Invocation,
  listThemes: () => readonly Theme[],
): string | undefined {
  const value = flags['profile']
  if (typeof value !== 'string') return undefined
  const names = [...new Set(listThemes().flatMap(({ profiles }) => Object.keys(profiles)))]
  if (names.includes(value)) return value
  const near = nearest(value, names)
  throw new UsageError(
    `There is no print profile \`${value}\``,
    near === undefined ? `profiles: ${names.join(', ')}` : `did you mean \`${near}\`?`,
  )
}
