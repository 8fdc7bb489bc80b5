/** What masters and layouts say in the places of text, in the language of the deck. */
import type { PlaceholderRole } from '../presentation.ts'
import { LANGS } from '../write/languages.ts'
import { element } from '../write/xml.ts'

type Prompts = {
  readonly title: string
  readonly subtitle: string
  readonly meta: string
  readonly section: string
  readonly levels: readonly string[]
  readonly notes: string
  readonly logo: string
}

export const PROMPTS: Readonly<Record<'en' | 'hi', Prompts>> = {
  en: {
    title: 'Click to add a title',
    subtitle: 'Click to add a subtitle',
    meta: 'Subject · date',
    section: 'Section',
    levels: ['First level', 'Second level', 'Third level', 'Fourth level', 'Fifth level'],
    notes: 'What you say',
    logo: 'Logo',
  },
  hi: {
    title: 'शीर्षक लिखने के लिए क्लिक करें',
    subtitle: 'उपशीर्षक लिखने के लिए क्लिक करें',
    meta: 'विषय · तारीख',
    section: 'अनुभाग',
    levels: ['पहला स्तर', 'दूसरा स्तर', 'तीसरा स्तर', 'चौथा स्तर', 'पाँचवाँ स्तर'],
    notes: 'जो आप बोलेंगे',
    logo: 'प्रतीक चिह्न',
  },
}

/** What new slides say in their foot line: what PowerPoint copies into layouts by “Apply to all”. */
export type FootTexts = { readonly footer: string; readonly date: string }

/** The paragraphs of a placeholder that nobody has filled yet. */
export function promptXml(role: PlaceholderRole, lang: 'en' | 'hi', foot: FootTexts): string {
  const { title, subtitle, meta, section, levels } = PROMPTS[lang]
  switch (role) {
    case 'title':
      return paragraph(title, lang)
    case 'subtitle':
      return paragraph(subtitle, lang)
    case 'meta':
      return paragraph(meta, lang)
    case 'section':
      return paragraph(section, lang)
    case 'body':
    case 'second':
      return levels.map((text, level) => paragraph(text, lang, level)).join('')
    case 'number':
      return numberField(lang)
    case 'date':
    case 'footer':
      return paragraph(foot[role], lang)
  }
}

/** A program that shows the slide writes its own number into it. */
export function numberField(lang: 'en' | 'hi', text = '‹#›', fill = ''): string {
  const look = element('a:rPr', { lang: LANGS[lang] }, fill)
  return `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${look}<a:t>${text}</a:t></a:fld><a:endParaRPr lang="${LANGS[lang]}"/></a:p>`
}

function paragraph(text: string, lang: 'en' | 'hi', level = 0): string {
  const properties = level === 0 ? '' : `<a:pPr lvl="${level}"/>`
  return `<a:p>${properties}<a:r><a:rPr lang="${LANGS[lang]}"/><a:t>${text}</a:t></a:r></a:p>`
}
