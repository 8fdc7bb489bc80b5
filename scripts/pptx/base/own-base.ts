/** Masters, layouts and theme made of the tokens of a template set. */
import type { Theme, ThemeColors } from '../../theme/theme.ts'
import { LAYOUT_NAMES, type LayoutName } from '../presentation.ts'
import { splitLanguages } from '../write/languages.ts'
import { officeType, type Part, type Relationship, relationshipType } from '../write/package.ts'
import { element, xmlText } from '../write/xml.ts'
import type { Base } from './base.ts'
import { makeColorScheme } from './color-scheme.ts'
import { LOGO_ID } from './decoration-xml.ts'
import { layoutXml } from './layout-xml.ts'
import type { Look } from './look.ts'
import { MASTER_ID, masterXml } from './master-xml.ts'
import { notesMasterXml } from './notes-master-xml.ts'
import { planLayouts } from './plan-layouts.ts'
import type { FootTexts } from './prompts.ts'
import { otherLevels } from './text-styles.ts'
import { themeXml } from './theme-xml.ts'

const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const THEME = 'ppt/theme/theme1.xml'
const NOTES_THEME = 'ppt/theme/theme2.xml'

export type BaseInput = {
  /** With the colours of slides and the measures of the deck's size. */
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  /** Notes pages are printed, also those of dark slides. */
  readonly paperColors: ThemeColors
  readonly foot: FootTexts
}

export function makeOwnBase({ foot, ...input }: BaseInput): Base {
  const base = commonBase(input)
  return { ...base, parts: base.parts.map((part) => withFoot(part, foot)) }
}

type CommonInput = Omit<BaseInput, 'foot'>

type Known = { readonly key: string; readonly logo: Theme['logo']; readonly base: Base }

/** Decks of one shelf stand on few bases. */
const KNOWN_MOST = 8
const known: Known[] = []

function commonBase(input: CommonInput): Base {
  const { theme, lang, paperColors } = input
  const key = JSON.stringify([lang, theme.name, theme.colors, theme.deck, paperColors])
  const before = known.find((one) => one.key === key && isSameLogo(one.logo, theme.logo))
  if (before !== undefined) return before.base
  const base = makeCommonBase(input)
  known.unshift({ key, logo: theme.logo, base })
  known.length = Math.min(known.length, KNOWN_MOST)
  return base
}

function isSameLogo(one: Theme['logo'], other: Theme['logo']): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.isLight === other.isLight && Buffer.compare(one.bytes, other.bytes) === 0
}

/** Stand in layouts where the foot texts of a deck go. */
const FOOT_MARKS: FootTexts = { footer: '\uE000', date: '\uE001' }

function withFoot(part: Part, foot: FootTexts): Part {
  if (part.isCommon === true || typeof part.content !== 'string') return part
  const content = part.content.replace(FOOT_RUN_RE, (_, lang: 'en' | 'hi', mark: string) =>
    footRuns(mark === FOOT_MARKS.footer ? foot.footer : foot.date, lang),
  )
  return { ...part, content }
}

const FOOT_RUN_RE = /<a:r><a:rPr lang="(en|hi)-IN"\/><a:t>([\uE000\uE001])<\/a:t><\/a:r>/g

/** LibreOffice styles the footer of a slide by the run that it finds here, so there is always one. */
function footRuns(text: string, lang: 'en' | 'hi'): string {
  const [stretches = []] = splitLanguages([text || ' '], lang)
  return stretches
    .map((one) => `<a:r><a:rPr lang="${one.lang}"/><a:t>${xmlText(one.text)}</a:t></a:r>`)
    .join('')
}

function makeCommonBase({ theme, lang, paperColors }: CommonInput): Base {
  const scheme = makeColorScheme(theme.colors)
  const layouts = planLayouts({ deck: theme.deck, lang })
  const look: Look = { theme, lang, scheme, layouts, foot: FOOT_MARKS }
  const paper: Look = {
    ...look,
    theme: { ...theme, colors: paperColors },
    scheme: makeColorScheme(paperColors),
  }
  return {
    widthPx: theme.deck.widthPx,
    heightPx: theme.deck.heightPx,
    layouts,
    masters: [{ part: MASTER, id: MASTER_ID }],
    notesMaster: NOTES_MASTER,
    theme: THEME,
    defaultTextStyle: element('p:defaultTextStyle', {}, ...otherLevels(look)),
    schemeOf: scheme.schemeOf,
    hexOf: scheme.hexOf,
    parts: [
      masterPart(look),
      ...LAYOUT_NAMES.map((name) => layoutPart(name, look)),
      themePart(THEME, look),
      {
        path: NOTES_MASTER,
        contentType: officeType('presentationml.notesMaster+xml'),
        content: notesMasterXml(paper),
        relationships: [{ id: 'rId1', type: relationshipType('theme'), target: NOTES_THEME }],
        isCommon: true,
      },
      themePart(NOTES_THEME, paper),
      ...logoParts(theme),
    ],
  }
}

function masterPart(look: Look): Part {
  const layouts = LAYOUT_NAMES.map((name) => look.layouts[name].part)
  return {
    path: MASTER,
    contentType: officeType('presentationml.slideMaster+xml'),
    content: masterXml(look),
    relationships: [
      ...layouts.map((target, index) => ({
        id: `rId${index + 1}`,
        type: relationshipType('slideLayout'),
        target,
      })),
      { id: `rId${layouts.length + 1}`, type: relationshipType('theme'), target: THEME },
      ...toLogo(look.theme),
    ],
  }
}

function layoutPart(name: LayoutName, look: Look): Part {
  const plan = look.layouts[name]
  const isInColour = name === 'Title Slide' || name === 'Section Header'
  return {
    path: plan.part,
    contentType: officeType('presentationml.slideLayout+xml'),
    content: layoutXml(plan, name, look),
    relationships: [
      { id: 'rId1', type: relationshipType('slideMaster'), target: MASTER },
      ...(isInColour ? toLogo(look.theme) : []),
    ],
  }
}

function themePart(path: string, look: Look): Part {
  return { path, contentType: officeType('theme+xml'), content: themeXml(look), isCommon: true }
}

function logoPath({ mime }: NonNullable<Theme['logo']>): string {
  return `ppt/media/logo.${mime === 'image/png' ? 'png' : 'jpeg'}`
}

function logoParts({ logo }: Theme): readonly Part[] {
  if (logo === undefined) return []
  return [{ path: logoPath(logo), contentType: logo.mime, content: logo.bytes }]
}

function toLogo({ logo }: Theme): readonly Relationship[] {
  if (logo === undefined) return []
  return [{ id: LOGO_ID, type: relationshipType('image'), target: logoPath(logo) }]
}
