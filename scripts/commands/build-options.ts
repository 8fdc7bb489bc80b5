/** The options of a build, complete: after this nothing asks whether a flag was given. */
import { nearest } from '../diagnostics/nearest.ts'
import { DEFAULT_FORMATS, FORMATS } from '../pipeline.ts'
import type { Format } from '../render/job.ts'
import {
  BILINGUAL,
  type Bilingual,
  type HandoutWishes,
  PRESETS,
  type Preset,
  SIZES,
  type SlideSize,
} from '../topic/topic.ts'
import { type Invocation, UsageError } from './command.ts'
import { readHandoutWishes } from './handout-options.ts'
import { readChoice } from './read-choice.ts'

export type BuildOptions = {
  readonly formats: readonly Format[]
  /** As the user gave it: absolute or relative to the project. */
  readonly output: string
  readonly template: string | undefined
  readonly size: SlideSize | undefined
  readonly preset: Preset | undefined
  /** Overrides the topic's own choice. */
  readonly bilingual: Bilingual | undefined
  readonly profile: string | undefined
  /** Over what topics ask for themselves. */
  readonly handout: HandoutWishes
  /** Of the pictures of slides. */
  readonly widthPx: number
  /** Threads at once; always 1 when the program is not compiled. */
  readonly jobs: number
  readonly isForced: boolean
  readonly isStrict: boolean
  readonly isHtmlTrusted: boolean
  /** The topic's Markdown goes into its brief. */
  readonly isSourceAttached: boolean
  /** False for a copy that goes to students. */
  readonly hasNotes: boolean
  /** Speaker notes as notes on the pages of the slides. */
  readonly isAnnotated: boolean
  /** `YYYY-MM-DD` of SOURCE_DATE_EPOCH; empty when it is not set. */
  readonly creationDate: string
}

export function readBuildOptions({ flags, sourceDateEpoch, program }: Invocation): BuildOptions {
  return {
    jobs: program.hash === '' ? 1 : readJobs(flags['jobs']),
    formats: readFormats(flags['to']),
    output: textFlag(flags['output']) ?? 'out',
    template: textFlag(flags['template']),
    size: readChoice(flags['size'], SIZES, 'slide size'),
    preset: readChoice(flags['preset'], PRESETS, 'preset'),
    bilingual: readBilingual(flags['bilingual']),
    profile: textFlag(flags['profile']),
    handout: readHandoutWishes(flags),
    widthPx: readWidth(flags['width']),
    isForced: flags['force'] === true,
    isStrict: flags['strict'] === true,
    isHtmlTrusted: flags['trust-html'] === true,
    isSourceAttached: flags['attach-source'] === true,
    hasNotes: readHasNotes(flags),
    isAnnotated: flags['notes'] === true,
    creationDate:
      sourceDateEpoch === undefined
        ? ''
        : new Date(sourceDateEpoch * 1000).toISOString().slice(0, 10),
  }
}

function readFormats(value: string | boolean | undefined): readonly Format[] {
  if (typeof value !== 'string') return DEFAULT_FORMATS
  const words = value.split(',').map((word) => word.trim())
  return words.map((word) => {
    const format = FORMATS.find((candidate) => candidate === word)
    if (format !== undefined) return format
    const known = `formats: ${FORMATS.join(', ')}`
    const near = nearest(word, FORMATS)
    throw new UsageError(
      `There is no format \`${word}\``,
      near === undefined ? known : `did you mean \`${near}\`?`,
    )
  })
}

function readHasNotes(flags: Invocation['flags']): boolean {
  if (flags['no-notes'] !== true) return true
  if (flags['notes'] === true)
    throw new UsageError(
      '`--notes` puts the speaker notes into deck.pdf, `--no-notes` leaves them out',
      'use one of the two',
    )
  if (flags['attach-source'] === true)
    throw new UsageError(
      '`--attach-source` would put the speaker notes into the brief, `--no-notes` is to leave them out',
      'use one of the two',
    )
  return false
}

export const DEFAULT_WIDTH_PX = 1920
/** From what can be read to what a browser draws of one slide in some seconds: 8K. */
const WIDTHS_PX = { least: 320, most: 7680 }

function readWidth(value: string | boolean | undefined): number {
  if (value === undefined) return DEFAULT_WIDTH_PX
  const width = Number(value)
  if (Number.isInteger(width) && width >= WIDTHS_PX.least && width <= WIDTHS_PX.most) return width
  throw new UsageError(
    `\`--width ${String(value)}\` is not a width of pictures`,
    `a whole number of pixels from ${WIDTHS_PX.least} to ${WIDTHS_PX.most}`,
  )
}

/** A thread warms up for itself, so threads buy time on the clock with processor time and memory. */
const MAX_JOBS = 64

function readJobs(value: string | boolean | undefined): number {
  if (value === undefined) return 1
  const jobs = Number(value)
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MAX_JOBS) return jobs
  throw new UsageError(
    `\`--jobs ${String(value)}\` is not a number of threads`,
    `a whole number from 1 to ${MAX_JOBS}`,
  )
}

export function readBilingual(value: string | boolean | undefined): Bilingual | undefined {
  return readChoice(value, BILINGUAL, 'bilingual layout')
}

function textFlag(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
