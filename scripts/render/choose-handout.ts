/** What is handed out of a topic, complete: flag > front matter > folder defaults > print profile > built-in. */
import type { PrintProfile } from '../theme/print-profile.ts'
import type { HandoutCopy, HandoutLayout, HandoutWishes } from '../topic/topic.ts'
import { profileOf } from './choose-print.ts'
import type { Job } from './job.ts'

export type HandoutChoice = Required<Omit<HandoutWishes, 'sheets' | 'sheetsAt'>> & {
  /** Asked for by name; undefined: nobody did, and `layout` is the built-in one. */
  readonly wishedLayout: HandoutLayout | undefined
  /** Of paper; undefined: as many as it takes. */
  readonly sheets: number | undefined
  readonly profile: PrintProfile | undefined
}

const DEFAULTS = {
  layout: '3',
  copy: 'teacher',
  blanks: false,
  ink: 'saving',
  sheets: undefined,
} as const

export function chooseHandout({ topic, theme, options }: Job): HandoutChoice {
  // A profile that nobody has is reported with the brief.
  const profile = profileOf(topic, theme, options.profile)
  const ink = profile?.ink === 'grey' ? ({ ink: 'grey' } as const) : {}
  const wishes = { ...topic.handout, ...options.handout }
  const copy = copyOf(topic.handout, options.handout)
  return { ...DEFAULTS, ...ink, ...wishes, copy, wishedLayout: wishes.layout, profile }
}

/** Who asks for blanks wants the copy that has them, beside the usual one when nobody says which. */
function copyOf(topic: HandoutWishes, flags: HandoutWishes): HandoutCopy {
  const asked = flags.copy ?? topic.copy
  if (flags.blanks === true) return asked === 'student' ? 'student' : 'both'
  return asked ?? (topic.blanks === true ? 'both' : DEFAULTS.copy)
}
