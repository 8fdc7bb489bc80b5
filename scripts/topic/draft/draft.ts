import type { Lang } from '../topic.ts'

/** `empty`: no visible character; `too-large`: the file made of it would exceed the reader's limit. */
export type Draft =
  | {
      readonly ok: true
      /** The whole topic file. */
      readonly source: string
      readonly sectionCount: number
      readonly factCount: number
    }
  | { readonly ok: false; readonly reason: 'empty' | 'too-large' }

/** Words the drafts themselves write; everything else comes from the author. */
export type DraftWords = {
  readonly introduction: string
  readonly points: string
  readonly part: string
  readonly firstPoint: string
  readonly aboutDraft: string
  readonly aboutDate: string
  readonly aboutFacts: string
  readonly aboutNotes: string
}

export const DRAFT_WORDS: Readonly<Record<Lang, DraftWords>> = {
  en: {
    introduction: 'Introduction',
    points: 'Main points',
    part: 'Part',
    firstPoint: 'Write the first point here.',
    aboutDraft:
      'Made from notes. Shorten the points, and say in your own words what the notes say.',
    aboutDate: 'Take away the # and write the day of the lecture.',
    aboutFacts:
      'Figures found in the notes. Check each one, reword its label, add its source and year.',
    aboutNotes: 'Below the second --- stands what you say: one heading for each section.',
  },
  hi: {
    introduction: 'परिचय',
    points: 'मुख्य बिंदु',
    part: 'भाग',
    firstPoint: 'पहला बिंदु यहाँ लिखें।',
    aboutDraft: 'यह प्रारूप आपके नोट्स से बना है। बिंदु छोटे करें और बात अपने शब्दों में लिखें।',
    aboutDate: 'आगे का # हटाकर व्याख्यान की तारीख लिखें।',
    aboutFacts: 'नोट्स में मिले आँकड़े। हर आँकड़ा जाँचें, उसका नाम सुधारें, स्रोत और वर्ष जोड़ें।',
    aboutNotes: 'दूसरी --- के नीचे वह लिखें जो आप बोलेंगे: हर अनुभाग का एक शीर्षक।',
  },
}
