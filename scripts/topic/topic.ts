/**
 * The topic after reading: typed, complete, every figure and source resolved.
 * Plain readonly data; every later stage starts from here and none reaches back.
 */
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import type { Diagram } from './diagram/diagram.ts'

export type Lang = 'en' | 'hi'

/** Legibility of the brief, as a floor of the type size: 9 pt, 10 pt, 12 pt. */
export const PRESETS = ['dense', 'standard', 'clear-print'] as const

export type Preset = (typeof PRESETS)[number]

/** Width to height of a slide, as Marp names them. */
export const SIZES = ['16:9', '4:3'] as const

export type SlideSize = (typeof SIZES)[number]

/** How the page of both editions is set; `none`: it is not made. */
export const BILINGUAL = ['side-by-side', 'stacked', 'none'] as const

export type Bilingual = (typeof BILINGUAL)[number]

/** What stands on a sheet of a handout: one slide with its speaker notes, or so many slides. */
export const HANDOUT_LAYOUTS = ['notes', '2', '3', '4', '6'] as const

export type HandoutLayout = (typeof HANDOUT_LAYOUTS)[number]

/** Whom a handout is for; a student's has neither speaker notes nor answers. */
export const HANDOUT_COPIES = ['teacher', 'student', 'both'] as const

export type HandoutCopy = (typeof HANDOUT_COPIES)[number]

/** `saving`: dark grounds turn light, colours stay. */
export const HANDOUT_INKS = ['colour', 'saving', 'grey'] as const

export type HandoutInk = (typeof HANDOUT_INKS)[number]

/** What somebody asks of handouts, each key by itself. */
export type HandoutWishes = {
  readonly layout?: HandoutLayout
  readonly copy?: HandoutCopy
  /** The key terms of a student's copy are blanks. */
  readonly blanks?: boolean
  readonly ink?: HandoutInk
  /** As many sheets of paper as it may take. */
  readonly sheets?: number
  /** Where the front matter says so. */
  readonly sheetsAt?: Where
}

/** One stretch of text inside a value, after `{fact}`, `[@source]` and emphasis were parsed. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: Inline }
  | { readonly kind: 'link'; readonly url: string; readonly children: Inline }
  /** A figure from the ledger, ready to print: `39.1` and `US$ billion`. */
  | { readonly kind: 'figure'; readonly factId: string; readonly printed: PrintedFigure }
  /** A raw tag of the author, kept only with `--trust-html`. */
  | { readonly kind: 'html'; readonly html: string }
  /** TeX between dollar signs, checked by the reader; `text` is what a line without formulas says instead. */
  | { readonly kind: 'formula'; readonly tex: string; readonly text: string }
  /** Numbers of the cited sources, in the order of Topic.sources (1-based). */
  | { readonly kind: 'citation'; readonly numbers: readonly number[] }

export type Inline = readonly Span[]

/** A figure as it is read aloud and printed, in the topic's language; all renderers use these very strings. */
export type PrintedFigure = {
  /** Digits with an en dash in ranges and the sign for minus: `85–95`, `39.1`. */
  readonly number: string
  /** `US$ billion`, `%`; empty for a bare count. */
  readonly unit: string
  /** Words around the number: `nearly`, `over`; empty when exact. */
  readonly before: string
  readonly after: string
  /** The whole phrase for running text: `nearly 30 %`, `US$ 39.1 billion`, `85–95 %`. */
  readonly phrase: string
}

export type Fact = {
  readonly id: string
  readonly label: Inline
  /** One number, or the two ends of a range, in `unit`. */
  readonly value: number | readonly [number, number]
  readonly printed: PrintedFigure
  /** `2024`, `2024-03`, `2024-03-15` or free text such as `FY 2024-25`; empty when undated. */
  readonly asOf: string
  /** 1-based number of its source in Topic.sources; 0 when none was named. */
  readonly source: number
  /** Where the topic's own file gives the value; absent when it is inherited or shared. */
  readonly place?: Place
}

export type Source = {
  readonly id: string
  /** 1-based; the order of first citation, then of definition. */
  readonly number: number
  readonly title: Inline
  readonly author: Inline
  readonly publisher: Inline
  readonly url: string
  /** ISO date or part of one; `printedDate` is the same for people, in the topic's language. */
  readonly date: string
  readonly printedDate: string
}

export type Point = {
  readonly text: Inline
  readonly children: readonly Point[]
}

export const CHART_KINDS = ['bar', 'grouped-bar', 'line', 'share'] as const

export type ChartKind = (typeof CHART_KINDS)[number]

/** A figure in a chart: where its mark ends, and what is written on it: `62.6`, `85–95`, `nearly 30`. */
export type ChartFigure = {
  /** Of a range, its middle. */
  readonly value: number
  readonly printed: string
}

export type ChartSeries = {
  /** Empty when the chart has one series that nobody named. */
  readonly label: Inline
  /** One for each category; undefined where no figure is known. */
  readonly figures: readonly (ChartFigure | undefined)[]
}

/** Series × categories: the same data for a drawing, a table and a native chart. */
export type Chart = {
  readonly kind: ChartKind
  /** Name of the drawing in the deck and brief Markdown: `charts/<section id>.svg`, or `-2` for a second one. */
  readonly path: string
  /** The finding, used as the slide's title; empty: the section's title is used. */
  readonly title: Inline
  /** Measure, unit and year: `Imports from Russia in 2024, US$ billion`. */
  readonly caption: Inline
  /** Of all figures, in plain text: `US$ billion`, `%`; empty for counts. */
  readonly unit: string
  readonly categories: readonly Inline[]
  /** One in a `bar` and in a `share`. */
  readonly series: readonly ChartSeries[]
  /** Indexes of what is stressed; -1: all of them, twice -1: nothing is. */
  readonly highlight: { readonly category: number; readonly series: number }
  /** True when the last category is what the figures of a `share` leave of 100 %. */
  readonly hasRest: boolean
  /** What somebody who cannot see the chart must know; made from the figures when the author gave none. */
  readonly alt: string
  /** Numbers of the sources of the figures shown, ascending. */
  readonly sources: readonly number[]
}

export type Image = {
  /** Name in the Markdown and in the output folder: `images/<file name>`. */
  readonly path: string
  readonly alt: string
  readonly caption: Inline
  readonly credit: Inline
}

export type DiagramFigure = {
  /** Name of the drawing in the deck and brief Markdown: `diagrams/<section id>.svg`. */
  readonly path: string
  readonly diagram: Diagram
  readonly alt: string
  readonly caption: Inline
  /** Where the topic's own file gives it. */
  readonly place: Place
}

export type Block =
  | { readonly kind: 'points'; readonly items: readonly Point[] }
  | { readonly kind: 'groups'; readonly groups: readonly Group[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'timeline'; readonly entries: readonly TimelineEntry[] }
  | { readonly kind: 'compare'; readonly groups: readonly Group[] }
  | { readonly kind: 'quote'; readonly text: Inline; readonly by: Inline }
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'diagram'; readonly diagram: DiagramFigure }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'code'; readonly code: Listing }

export type BlockKind = Block['kind']

/** A formula on lines of its own. */
export type Formula = {
  /** One line, checked by the reader. */
  readonly tex: string
  /** What is read aloud; empty: the formula itself. */
  readonly alt: string
  readonly caption: Inline
}

export type Listing = {
  /** Shiki's id of the language; `text` for none. */
  readonly language: string
  /** Without tabs and spaces at their ends. */
  readonly lines: readonly string[]
  readonly caption: Inline
  /** Numbers of the lines to stress, ascending from 1. */
  readonly highlighted: readonly number[]
}

export type Group = { readonly title: Inline; readonly items: readonly Point[] }

export type TimelineEntry = { readonly when: Inline; readonly what: Inline }

export type Table = {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Inline[])[]
}

/** `decimal`: every cell of the column is a figure, aligned on the decimal point. */
export type TableColumn = { readonly title: Inline; readonly align: 'left' | 'decimal' }

export type Section = {
  readonly id: string
  readonly title: Inline
  /** Title of the part of the talk that begins here; empty: none does. */
  readonly part: Inline
  /** Planned minutes of speech; 0 when not given. */
  readonly minutes: number
  /** The items of its lists appear one by one on the slides. */
  readonly isIncremental: boolean
  /** 1 stays to the last; the brief drops the highest number first. */
  readonly priority: number
  /** In the order the author wrote them. */
  readonly blocks: readonly Block[]
  /** What the teacher says: Markdown source of the body under this section's heading, trimmed; may be empty. */
  readonly notes: string
  /** Where the section starts in its own file, for reports of later stages. */
  readonly place: Place
}

export type Question = {
  readonly ask: Inline
  /** Empty for a written question. */
  readonly options: readonly Inline[]
  /** Index into options, or -1. */
  readonly answer: number
  readonly because: Inline
  /** 0 when not given. */
  readonly marks: number
  readonly words: number
}

export type GlossaryEntry = { readonly term: Inline; readonly meaning: Inline }

export type Brand = {
  readonly name: string
  readonly line: string
  readonly phone: string
  /** Name of the logo in the pictures of the topic (`images/<file name>`); empty when none. */
  readonly logo: string
  /** `#rrggbb`, or empty: the theme's own. */
  readonly primary: string
  readonly accent: string
  readonly logoAt?: Where
  /** Where they are written. */
  readonly colorsAt?: { readonly primary?: Where; readonly accent?: Where }
}

/** A PNG or JPEG read and checked once, by the reader; renderers never open a file. */
export type ImageFile = {
  readonly mime: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** The institute's PowerPoint file as its bytes, or why there are none; only the renderer looks into it. */
export type PptxTemplate =
  | { readonly where: Where; readonly bytes: Uint8Array }
  | { readonly where: Where; readonly problem: Diagnostic }

export type Topic = {
  /** File name without `.md`; a Hindi edition keeps its suffix: `india-russia.hi`. */
  readonly slug: string
  /** The file as the author knows it, relative to the working folder, with `/`. */
  readonly file: string
  readonly lang: Lang
  readonly title: Inline
  readonly subtitle: Inline
  readonly summary: Inline
  readonly author: Inline
  readonly subject: Inline
  readonly syllabus: readonly Inline[]
  /** `2025-08-08`, and `8 August 2025` or `8 अगस्त 2025`; both empty when not given. */
  readonly date: string
  readonly printedDate: string
  /** Planned length of the whole talk; 0 when not given. */
  readonly minutes: number
  readonly version: string
  readonly template: string
  /** Undefined: the template set's own. */
  readonly preset: Preset | undefined
  /** Undefined: nobody asked for one, so slides are 16:9. */
  readonly size: SlideSize | undefined
  /** Of the topic or its folder; what nobody asks for is absent. */
  readonly handout: HandoutWishes
  readonly bilingual: {
    readonly layout: Bilingual
    /** Where the topic's own file asks for it; absent when it is inherited or built in. */
    readonly place?: Place
  }
  /** The print profile that was chosen, and where: only the template set knows which there are. */
  readonly profile: { readonly name: string; readonly where: Where } | undefined
  /** Printed across the brief; undefined: the profile decides, empty: none. */
  readonly watermark: string | undefined
  /** What `deck.pptx` is written on; undefined: on masters of our own. */
  readonly pptxTemplate: PptxTemplate | undefined
  readonly link: string
  readonly brand: Brand
  readonly sections: readonly Section[]
  /** The whole ledger of the topic in the order written, cited or not. */
  readonly facts: readonly Fact[]
  /** The figures of the opening strip: `highlights:` of the front matter, in that order; may be empty. */
  readonly highlights: readonly Fact[]
  readonly sources: readonly Source[]
  readonly glossary: readonly GlossaryEntry[]
  readonly questions: readonly Question[]
  /** Notes above the first `##` heading: what the teacher says on the title slide. */
  readonly openingNotes: string
  /** Every image the topic shows, by the path used in Image.path and Brand.logo. */
  readonly images: ReadonlyMap<string, ImageFile>
}
