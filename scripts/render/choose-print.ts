/** Which print profile a topic gets, and what else its printed files have in common. */
import type { PrintInput } from '../brief/print-input.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, suggest } from '../diagnostics/make-diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { PrintProfile } from '../theme/print-profile.ts'
import type { Theme } from '../theme/theme.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Preset, Topic } from '../topic/topic.ts'
import type { Job } from './job.ts'

/** Flag > front matter > folder defaults > theme.yaml > built-in; undefined when no profile has the name. */
export function profileOf(
  topic: Topic,
  theme: Pick<Theme, 'profile' | 'profiles'>,
  flag: string | undefined,
): PrintProfile | undefined {
  const name = flag ?? topic.profile?.name ?? theme.profile
  return Object.hasOwn(theme.profiles, name) ? theme.profiles[name] : undefined
}

export function unknownProfile(
  topic: Topic,
  theme: Pick<Theme, 'profiles'>,
  flag: string | undefined,
): Diagnostic {
  const name = flag ?? topic.profile?.name ?? ''
  const known = Object.keys(theme.profiles)
  const where = flag === undefined ? topic.profile?.where : undefined
  return makeDiagnostic('unknown-profile', where ?? { file: topic.file }, {
    message: `There is no print profile \`${name}\` in the template set \`${topic.template}\``,
    ...suggest(nearest(name, known), known),
  })
}

/** Flag > front matter > folder defaults > theme.yaml > built-in. */
export function presetOf({
  topic,
  theme,
  options,
}: Pick<Job, 'topic' | 'theme' | 'options'>): Preset {
  return options.preset ?? topic.preset ?? theme.preset
}

/** Of the page of one edition and of that of two. */
export function printInput(
  { topic, theme, options }: Job,
  { profile, title }: Pick<PrintInput, 'profile' | 'title'>,
): PrintInput {
  return {
    theme,
    title,
    author: inlineText(topic.author),
    subject: inlineText(topic.subject),
    date: options.creationDate || topic.date,
    preset: presetOf({ topic, theme, options }),
    profile,
    watermark: topic.watermark ?? profile.watermark,
    source: options.source,
  }
}
