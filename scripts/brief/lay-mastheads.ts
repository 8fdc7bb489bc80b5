/** Two titles of equal weight, two subtitles and two summaries at the head of the page. */
import { pointsOf } from '../typeset/length.ts'
import type { Brief } from './brief-block.ts'
import { layMasthead } from './lay-masthead.ts'
import type { Two } from './merge-editions.ts'
import { type PageBox, type PagePart, stackParts } from './page-part.ts'
import { type Setting, scriptLeading } from './setting.ts'
import { setText } from './text-block.ts'

type Masthead = Brief['masthead']

export type MastheadsOptions = {
  readonly settings: Two<Setting>
  readonly box: PageBox
  readonly columns: Two<PageBox>
}

/** Of the size of the title of a page in one language. */
const TITLE_SCALE = 0.88
const COLUMN_TITLE_SCALES = [0.86, 0.82, 0.78, 0.74]
/** What two titles, or two summaries, stand closer than a title and what is above it. */
const CLOSER_MM = { title: 3, summary: 1.6 }

/**
 * In columns where each title keeps to one line of its column; else across the page, one below the other,
 * with the subtitles side by side between titles and summaries.
 */
export function layMastheads(mastheads: Two<Masthead>, options: MastheadsOptions): PagePart {
  const scale = COLUMN_TITLE_SCALES.find((each) => isOnOneLine(mastheads, each, options))
  if (scale !== undefined) return beside(mastheads, withTitles(options, scale))
  return below(mastheads, withTitles(options, TITLE_SCALE))
}

function isOnOneLine(
  mastheads: Two<Masthead>,
  scale: number,
  { settings, columns }: MastheadsOptions,
): boolean {
  return EDITIONS.every((index) => {
    const { items, tokens } = settings[index]
    const { lines } = setText(items(mastheads[index].title, 'title'), {
      widthPt: columns[index].innerWidthPt,
      sizePt: tokens.titleSize * scale,
      style: 'ragged',
    })
    return lines.length <= 1
  })
}

const EDITIONS = [0, 1] as const

function beside(mastheads: Two<Masthead>, { settings, columns }: MastheadsOptions): PagePart {
  const scales = settings.map(scriptLeading)
  const parts = EDITIONS.map((index) => {
    const grid = Math.max(...scales) / (scales[index] ?? 1)
    return layMasthead(mastheads[index], withLeading(settings[index], grid), columns[index])
  })
  return {
    heightPt: Math.max(...parts.map((part) => part.heightPt)),
    draw: (y) => parts.flatMap((part) => part.draw(y)),
  }
}

const NOTHING: Masthead = { title: [], subtitle: [], notes: [], summary: [] }

function below(mastheads: Two<Masthead>, options: MastheadsOptions): PagePart {
  const { settings, box } = options
  const only = (index: 0 | 1, key: 'title' | 'summary'): PagePart =>
    layMasthead({ ...NOTHING, [key]: mastheads[index][key] }, settings[index], box)
  const small = EDITIONS.map((index): Masthead => {
    const { subtitle, notes } = mastheads[index]
    return { ...NOTHING, subtitle, notes }
  })
  return stackParts([
    only(0, 'title'),
    closer(only(1, 'title'), CLOSER_MM.title),
    beside([small[0] ?? NOTHING, small[1] ?? NOTHING], options),
    only(0, 'summary'),
    closer(only(1, 'summary'), CLOSER_MM.summary),
  ])
}

function closer(part: PagePart, byMm: number): PagePart {
  if (part.heightPt === 0) return part
  const shift = pointsOf(byMm)
  return { heightPt: part.heightPt - shift, draw: (y) => part.draw(y - shift) }
}

/** Side by side, lines of both languages stand on one grid. */
function withLeading(setting: Setting, scale: number): Setting {
  const { tokens } = setting
  return {
    ...setting,
    tokens: {
      ...tokens,
      titleLeading: tokens.titleLeading * scale,
      subtitleLeading: tokens.subtitleLeading * scale,
      summaryLeading: tokens.summaryLeading * scale,
    },
  }
}

function withTitles(options: MastheadsOptions, scale: number): MastheadsOptions {
  const [first, second] = options.settings
  return { ...options, settings: [withTitle(first, scale), withTitle(second, scale)] }
}

function withTitle(setting: Setting, scale: number): Setting {
  const { tokens } = setting
  const titleSize = tokens.titleSize * scale
  return { ...setting, tokens: { ...tokens, titleSize, titleLeading: tokens.titleLeading * scale } }
}
