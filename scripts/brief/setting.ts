/** How text of a brief is set: fonts, colours, language; and its items, made once per page. */
import type { FontStack, TextStyle } from '../font/faces.ts'
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { ThemeColors } from '../theme/theme.ts'
import type { Preset } from '../topic/topic.ts'
import type { BreakStyle } from '../typeset/break-paragraph.ts'
import type { Hyphenator } from '../typeset/hyphenate.ts'
import { neverHyphenate } from '../typeset/hyphenate.ts'
import type { Item } from '../typeset/item.ts'
import { makeItems } from '../typeset/paragraph-items.ts'
import { hasDevanagari } from '../typeset/split-runs.ts'
import { makeSpan, type TextSpan } from '../typeset/text-span.ts'
import type { Rich, RichSpan } from './brief-block.ts'
import { makeDrawings } from './formula-drawing.ts'
import { inlinesOf } from './inlines-of.ts'

export type Setting = {
  readonly tokens: BriefTokens
  readonly colors: ThemeColors
  readonly lang: 'en' | 'hi'
  readonly preset: Preset
  /** How running text is broken: clear print is ragged (UKAAF G003). */
  readonly textBreak: BreakStyle
  items(text: Rich, look: LookName): readonly Item[]
  /** The same with running text set closer or wider by so many em a letter. */
  tracked(trackingEm: number): Setting
}

export type SettingOptions = Omit<Setting, 'items' | 'tracked' | 'textBreak'> & {
  readonly hyphenate: Hyphenator
}

type Look = {
  readonly stack: FontStack
  readonly weight: TextStyle['weight']
  readonly isItalic: boolean
  readonly color: keyof ThemeColors
  readonly trackingEm: number
  readonly isHyphenated: boolean
  /** Size of `<small>` text, relative to the rest. */
  readonly smallScale: number
}

/** As high as capitals. Raised by more than half its size, poppler starts a new line behind it. */
const SUPERSCRIPT = { scale: 0.62, riseEm: 0.3 }
const SMALL_SCALE = 0.85
/** Units beside the large number of a figure card. */
const FIGURE_UNIT_SCALE = 0.5

const SANS: Look = {
  stack: 'sans',
  weight: 400,
  isItalic: false,
  color: 'ink',
  trackingEm: 0,
  isHyphenated: false,
  smallScale: SMALL_SCALE,
}
const SERIF: Look = { ...SANS, stack: 'serif', isHyphenated: true }

const LOOKS = {
  text: SERIF,
  header: { ...SANS, weight: 600, color: 'muted', trackingEm: 0.02 },
  title: { ...SERIF, weight: 700, trackingEm: -0.01, isHyphenated: false },
  subtitle: { ...SANS, color: 'muted' },
  note: { ...SANS, weight: 600, color: 'muted' },
  summary: { ...SERIF, isItalic: true },
  figure: { ...SANS, weight: 600, color: 'primary', smallScale: FIGURE_UNIT_SCALE },
  figureLabel: { ...SANS, color: 'ink' },
  heading: { ...SANS, weight: 700, color: 'primary' },
  headingNumber: { ...SANS, weight: 700, color: 'accent' },
  subheading: { ...SANS, weight: 700 },
  listNumber: { ...SANS, weight: 600, color: 'accent' },
  caption: { ...SANS, weight: 600 },
  cell: SANS,
  tableHead: { ...SANS, weight: 700 },
  narrowCell: SANS,
  narrowTableHead: { ...SANS, weight: 700 },
  quote: { ...SERIF, isItalic: true },
  foot: SANS,
} as const satisfies Record<string, Look>

export type LookName = keyof typeof LOOKS

/** No measure of a brief is wider than this many words' worth: longer words may be divided anywhere. */
const LONG_WORD_EM = 15
const LONG_CELL_WORD_EM = 9
/** In a table of more columns than the page has room for, every word longer than a few letters. */
const LONG_NARROW_WORD_EM = 1.5

const LONG_WORDS: Partial<Record<LookName, number>> = {
  cell: LONG_CELL_WORD_EM,
  tableHead: LONG_CELL_WORD_EM,
  narrowCell: LONG_NARROW_WORD_EM,
  narrowTableHead: LONG_NARROW_WORD_EM,
}

export function makeSetting(options: SettingOptions): Setting {
  const tracked = new Map<number, Setting>()
  const makeTracked = (trackingEm: number): Setting => {
    const setting = tracked.get(trackingEm) ?? trackSetting(options, trackingEm, makeTracked)
    tracked.set(trackingEm, setting)
    return setting
  }
  return makeTracked(0)
}

/** What is tracked when a page is made closer: text in justified lines. */
const TRACKED_LOOKS: ReadonlySet<LookName> = new Set<LookName>(['text', 'quote'])

function trackSetting(
  options: SettingOptions,
  trackingEm: number,
  tracked: Setting['tracked'],
): Setting {
  const { hyphenate, ...rest } = options
  const isClear = options.preset === 'clear-print'
  const cache = new WeakMap<Rich, Map<LookName, readonly Item[]>>()
  return {
    ...rest,
    tracked,
    textBreak: isClear ? 'ragged' : 'justified',
    items: (text, name) => {
      const byLook = cache.get(text) ?? new Map<LookName, readonly Item[]>()
      cache.set(text, byLook)
      const known = byLook.get(name)
      if (known !== undefined) return known
      const own: Look = LOOKS[name]
      const look = TRACKED_LOOKS.has(name) ? { ...own, trackingEm } : own
      const inlines = inlinesOf(text)
      const items = makeItems(
        text.map((span, index) => ({
          ...spanOf(span, look, options),
          inline: inlines[index],
          ...drawingsOf(span, name, options),
        })),
        {
          hyphenate: look.isHyphenated && !isClear ? hyphenate : neverHyphenate,
          longWordEm: LONG_WORDS[name] ?? LONG_WORD_EM,
        },
      )
      byLook.set(name, items)
      return items
    },
  }
}

/** Running text may have lines of several heights; headings, cells and captions have one. */
function drawingsOf(
  { tex }: RichSpan,
  name: LookName,
  { colors }: SettingOptions,
): Pick<TextSpan, 'drawings'> {
  if (tex === undefined) return {}
  const look: Look = LOOKS[name]
  const ink = { ink: colors[look.color], accent: colors.accent }
  return { drawings: makeDrawings(tex, ink, TRACKED_LOOKS.has(name)) }
}

function spanOf(span: RichSpan, look: Look, options: SettingOptions): TextSpan {
  const { colors } = options
  if (span.isSuperscript) {
    const style: TextStyle = { stack: 'sans', weight: 600, isItalic: false }
    const text = span.text.replaceAll(', ', ',')
    return makeSpan(text, { style, color: colors.accent }, { ...SUPERSCRIPT, link: span.link })
  }
  const style: TextStyle = {
    // Noto's Devanagari is a sans: Latin words and digits beside it are set in the same design.
    stack: options.lang === 'hi' ? 'sans' : look.stack,
    weight: span.isBold ? 700 : weightIn(options.lang, look.weight),
    isItalic: !isUpright(span.text, options) && look.isItalic !== span.isItalic,
  }
  const color = span.link === '' ? colors[look.color] : colors.primary
  return makeSpan(
    span.text,
    { style, color },
    {
      scale: span.isSmall ? look.smallScale : 1,
      trackingEm: look.trackingEm,
      link: span.link,
    },
  )
}

/** A Devanagari face costs 80 ms to read in a new process; semibold and bold are hardly told apart in it. */
function weightIn(lang: Setting['lang'], weight: Look['weight']): Look['weight'] {
  return lang === 'hi' && weight === 600 ? 700 : weight
}

/**
 * Clear print has no italics (UKAAF G003). Devanagari has none by nature, and figures and brackets beside
 * it must not slant alone.
 */
function isUpright(text: string, options: SettingOptions): boolean {
  return options.preset === 'clear-print' || hasDevanagari(text)
}

/** Plain text as Rich. */
export function plain(text: string): Rich {
  return [{ text, isBold: false, isItalic: false, isSuperscript: false, isSmall: false, link: '' }]
}

/** What a leading is multiplied by in the page's script. */
export function scriptLeading(setting: Setting): number {
  return setting.lang === 'hi' ? setting.tokens.hindiLeadingScale : 1
}
