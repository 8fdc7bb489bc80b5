/** The master of notes pages, when the template has none: ours, in the fonts and colours of its theme. */
import { officeType, type Part, relationshipType } from '../../write/package.ts'
import { makeColorScheme } from '../color-scheme.ts'
import { notesMasterXml } from '../notes-master-xml.ts'
import type { BaseInput } from '../own-base.ts'
import { planLayouts } from '../plan-layouts.ts'
import { USUAL_MAP } from './drawing-color.ts'

export type NotesInput = {
  readonly look: BaseInput
  /** Of the template's slides. */
  readonly size: { readonly widthPx: number; readonly heightPx: number }
  readonly parts: readonly Part[]
  readonly themePart: string
}

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']
const MAP = {
  ...USUAL_MAP,
  ...Object.fromEntries([...ACCENTS, 'hlink', 'folHlink'].map((name) => [name, name])),
}

export function makeNotesMaster({ look, size, parts, themePart }: NotesInput): readonly Part[] {
  const taken = new Set(parts.map(({ path }) => path.toLowerCase()))
  const free = (folder: string, name: string): string => {
    for (let number = 1; ; number++) {
      const path = `ppt/${folder}/${name}${number}.xml`
      if (!taken.has(path.toLowerCase())) return path
    }
  }
  const path = free('notesMasters', 'notesMaster')
  const own = parts.find((part) => part.path === themePart)
  const { lang, foot, paperColors } = look
  const theme = { ...look.theme, colors: paperColors, deck: { ...look.theme.deck, ...size } }
  const scheme = { ...makeColorScheme(paperColors), map: MAP }
  const layouts = planLayouts({ deck: theme.deck, lang })
  const content = notesMasterXml({ theme, lang, foot, scheme, layouts })
  if (own === undefined) throw new Error(`the theme ${themePart} was not copied`)
  // A master has a theme of its own; two that share one make Office repair the file.
  const copy = { ...own, path: free('theme', 'theme') }
  const relationships = [{ id: 'rId1', type: relationshipType('theme'), target: copy.path }]
  return [
    { path, contentType: officeType('presentationml.notesMaster+xml'), content, relationships },
    copy,
  ]
}
