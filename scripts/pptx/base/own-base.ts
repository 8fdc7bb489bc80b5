/** Masters, layouts and theme made of the tokens of a template set. */
import type { Theme } from '../../theme/theme.ts'
import { LAYOUT_NAMES } from '../presentation.ts'
import { type Part, relationshipType } from '../write/package.ts'
import type { Base, LayoutPlan } from './base.ts'
import { makeColorScheme } from './color-scheme.ts'
import { layoutXml } from './layout-xml.ts'
import { masterXml } from './master-xml.ts'
import { notesMasterXml } from './notes-master-xml.ts'
import { planLayouts } from './plan-layouts.ts'
import { themeXml } from './theme-xml.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const THEME = 'ppt/theme/theme1.xml'

export type BaseInput = {
  /** With the colours of slides and the measures of the deck's size. */
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
}

export function makeOwnBase({ theme, lang }: BaseInput): Base {
  const scheme = makeColorScheme(theme.colors)
  const layouts = planLayouts(theme.deck)
  const plans = LAYOUT_NAMES.map((name) => layouts[name])
  const look = { theme, lang, scheme, layouts }
  const layoutPart = (plan: LayoutPlan): Part => ({
    path: plan.part,
    contentType: `${TYPE}.presentationml.slideLayout+xml`,
    content: layoutXml(plan, look),
    relationships: [{ id: 'rId1', type: relationshipType('slideMaster'), target: MASTER }],
  })
  const themePart = (path: string): Part => ({
    path,
    contentType: `${TYPE}.theme+xml`,
    content: themeXml(look),
  })
  const notesTheme = 'ppt/theme/theme2.xml'
  return {
    widthPx: theme.deck.widthPx,
    heightPx: theme.deck.heightPx,
    layouts,
    masters: [{ part: MASTER, id: 2_147_483_648 }],
    notesMaster: NOTES_MASTER,
    theme: THEME,
    schemeOf: scheme.schemeOf,
    hexOf: scheme.hexOf,
    parts: [
      {
        path: MASTER,
        contentType: `${TYPE}.presentationml.slideMaster+xml`,
        content: masterXml(look),
        relationships: [
          ...plans.map(({ part }, index) => ({
            id: `rId${index + 1}`,
            type: relationshipType('slideLayout'),
            target: part,
          })),
          { id: `rId${plans.length + 1}`, type: relationshipType('theme'), target: THEME },
        ],
      },
      ...plans.map(layoutPart),
      themePart(THEME),
      {
        path: NOTES_MASTER,
        contentType: `${TYPE}.presentationml.notesMaster+xml`,
        content: notesMasterXml(look),
        relationships: [{ id: 'rId1', type: relationshipType('theme'), target: notesTheme }],
      },
      themePart(notesTheme),
    ],
  }
}
