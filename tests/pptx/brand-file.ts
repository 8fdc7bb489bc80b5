/** PowerPoint templates as institutes have them, made by code: our own masters, changed part by part. */
import { makeOwnBase } from '../../scripts/pptx/base/own-base.ts'
import { writePresentation } from '../../scripts/pptx/write/write-presentation.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import { editFile } from './judge/edit-file.ts'

const { theme } = makeTheme({ name: 'brand', tokens: null, css: '' })

export const LOOK = {
  theme: { ...theme, colors: theme.deckColors },
  lang: 'en',
  paperColors: theme.colors,
  foot: { footer: '', date: '' },
} as const

/** Masters and layouts alone, as a .potx has them. */
export function brandFile(edit: (parts: Map<string, string>) => void = () => {}): Uint8Array {
  const properties = {
    title: '',
    author: '',
    company: '',
    subject: '',
    keywords: [],
    date: '',
    printedDate: '',
  }
  const presentation = { lang: 'en', properties, slides: [], sections: [] } as const
  return editFile(writePresentation(presentation, makeOwnBase(LOOK)), edit)
}

/** The text of every part of which the path fits is changed. */
export function changeParts(
  parts: Map<string, string>,
  path: RegExp,
  change: (text: string) => string,
): void {
  for (const [name, text] of parts) if (path.test(name)) parts.set(name, change(text))
}
