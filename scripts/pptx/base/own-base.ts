/** Masters, layouts and theme made of the tokens of a template set. */
import type { Theme, ThemeColors } from '../../theme/theme.ts'
import { LAYOUT_NAMES, type LayoutName } from '../presentation.ts'
import { type Part, type Relationship, relationshipType } from '../write/package.ts'
import { element } from '../write/xml.ts'
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

const TYPE = 'application/vnd.openxmlformats-officedocument'
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

export function makeOwnBase({ theme, lang, paperColors, foot }: BaseInput): Base {
  const scheme = makeColorScheme(theme.colors)
  const layouts = planLayouts({ deck: theme.deck, lang })
  const look: Look = { theme, lang, scheme, layouts, foot }
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
        contentType: `${TYPE}.presentationml.notesMaster+xml`,
        content: notesMasterXml(paper),
        relationships: [{ id: 'rId1', type: relationshipType('theme'), target: NOTES_THEME }],
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
    contentType: `${TYPE}.presentationml.slideMaster+xml`,
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
    contentType: `${TYPE}.presentationml.slideLayout+xml`,
    content: layoutXml(plan, name, look),
    relationships: [
      { id: 'rId1', type: relationshipType('slideMaster'), target: MASTER },
      ...(isInColour ? toLogo(look.theme) : []),
    ],
  }
}

function themePart(path: string, look: Look): Part {
  return { path, contentType: `${TYPE}.theme+xml`, content: themeXml(look) }
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
