/** The master of notes pages, when the template has none: ours, in the fonts and colours of its theme. */
import type { Theme } from '../../../theme/theme.ts'
import { type Part, relationshipType } from '../../write/package.ts'
import { makeColorScheme } from '../color-scheme.ts'
import { notesMasterXml } from '../notes-master-xml.ts'
import { planLayouts } from '../plan-layouts.ts'
import { USUAL_MAP } from './drawing-color.ts'

export type NotesInput = {
  /** With the size of the template's slides. */
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  readonly parts: readonly Part[]
  readonly themePart: string
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml'
const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']
const MAP = {
  ...USUAL_MAP,
  ...Object.fromEntries([...ACCENTS, 'hlink', 'folHlink'].map((name) => [name, name])),
}

export function makeNotesMaster({ theme, lang, parts, themePart }: NotesInput): readonly Part[] {
  const taken = new Set(parts.map(({ path }) => path.toLowerCase()))
  const free = (folder: string, name: string): string => {
    for (let number = 1; ; number++) {
      const path = `ppt/${folder}/${name}${number}.xml`
      if (!taken.has(path.toLowerCase())) return path
    }
  }
  const path = free('notesMasters', 'notesMaster')
  const own = parts.find((part) => part.path === themePart)
  const scheme = { ...makeColorScheme(theme.colors), map: MAP, schemeOf: () => 'bg1' }
  const layouts = planLayouts(theme.deck)
  const content = notesMasterXml({ theme, lang, scheme, layouts })
  if (own === undefined) throw new Error(`the theme ${themePart} was not copied`)
  // A master has a theme of its own; two that share one make Office repair the file.
  const copy = { ...own, path: free('theme', 'theme') }
  const relationships = [{ id: 'rId1', type: relationshipType('theme'), target: copy.path }]
  return [{ path, contentType: TYPE, content, relationships }, copy]
}
