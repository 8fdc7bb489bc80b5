/**
 * The one definition of the front matter: types, checks and JSON Schema come from here.
 * The `error` of each schema is the phrase for "what is wanted here", read by schema-problem.ts.
 */
import * as z from 'zod/mini'
import { isRealDate } from './printed-date.ts'
import {
  BILINGUAL,
  CHART_KINDS,
  HANDOUT_COPIES,
  HANDOUT_INKS,
  HANDOUT_LAYOUTS,
  PRESETS,
  SIZES,
} from './topic.ts'

/** A number or a yes/no where text is wanted is taken as the author wrote it. */
const text = described(
  z.union([z.string(), z.number(), z.boolean()], { error: 'text' }),
  'Text; `{fact-id}` prints a figure, `[@source-id]` cites, `$x^2$` is a formula, `**bold**`, `*italic*`, `[text](https://…)`',
)

export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,79}$/u

const id = described(
  z.string({ error: 'a short name such as `oil-imports`' }).check(
    z.regex(ID_PATTERN, {
      error: 'letters, digits and hyphens, such as `oil-imports`',
    }),
  ),
  'A short name: letters, digits, `-` and `_`',
)

const DATE_WANTED = 'a date such as 2025-08-08'
const PART_DATE_WANTED = 'a date such as 2025-08-08, 2025-08 or 2025'

const date = z
  .string({ error: DATE_WANTED })
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/u, { error: DATE_WANTED, abort: true }),
    z.refine(isRealDate, { error: 'date-impossible' }),
  )

const partDate = z.union(
  [
    z
      .string()
      .check(
        z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, { error: PART_DATE_WANTED, abort: true }),
        z.refine(isRealDate, { error: 'date-impossible' }),
      ),
    z.number().check(
      z.refine((year) => Number.isInteger(year) && year >= 1000 && year <= 9999, {
        error: PART_DATE_WANTED,
      }),
    ),
  ],
  { error: PART_DATE_WANTED },
)

export const URL_WANTED = 'a web address that begins with https:// or http://'
const url = z
  .string({ error: URL_WANTED })
  .check(z.regex(/^https?:\/\/[^\s<>"\\^`{}|]+$/iu, { error: URL_WANTED }))

/** A QR code of the largest size holds 2,953 bytes (ISO/IEC 18004, table 7), a character up to four. */
const LINK_WANTED = 'a web address of at most 700 characters, because it becomes a QR code'
const link = url.check(z.maxLength(700, { error: LINK_WANTED }))

export const COLOUR_WANTED = 'a colour such as "#1f3a5f", in quotes'
const colour = z
  .string({ error: COLOUR_WANTED })
  .check(z.regex(/^#[0-9a-f]{6}$/iu, { error: COLOUR_WANTED }))

const imagePath = z.string({ error: 'the path of a PNG or JPEG file' })

function wholeNumber(most: number) {
  const wanted = `a whole number from 0 to ${most}`
  return z
    .number({ error: wanted })
    .check(z.int({ error: wanted }), z.gte(0, { error: wanted }), z.lte(most, { error: wanted }))
}

const minutes = z
  .number({ error: 'a number of minutes' })
  .check(
    z.gte(0, { error: 'minutes from 0 to 600' }),
    z.lte(600, { error: 'minutes from 0 to 600' }),
  )

const incremental = described(
  z.optional(z.boolean({ error: '`true` or `false`' })),
  'True: the items of lists appear one by one on the slides',
)

const figure = z.number({ error: 'a figure in plain digits, such as 39.1' })
const FIGURE_WANTED = 'a figure such as 39.1, or a range such as [85, 95]'

/** Three levels, spelled out: JSON Schema stays finite and the types stay readable. */
function pointOf(children: z.ZodMiniType<unknown> | undefined) {
  if (children === undefined) return text
  const list = z.array(children, { error: CHILDREN_WANTED })
  return z.union(
    [
      text,
      z.strictObject({ text, points: z.optional(list) }),
      z
        .record(z.string(), list)
        .check(z.refine((map) => Object.keys(map).length === 1, { error: POINT_WANTED })),
    ],
    { error: POINT_WANTED },
  )
}

export const CHILDREN_WANTED = 'a list of points under it'
export const POINT_WANTED = 'a point: text, or text with a list of points under it'

const points = z
  .array(pointOf(pointOf(pointOf(undefined))), {
    error: 'a list of points, each beginning with `- `',
  })
  .check(atLeast(1, 'at least one point'))

const group = z.strictObject({ title: text, points }, { error: 'a group: `title` and `points`' })

const columns = z
  .array(text, { error: 'a list of column titles' })
  .check(atLeast(1, 'at least one column'))
const rows = z
  .array(z.array(text, { error: 'a list of cells, such as [India, 52.7]' }), {
    error: 'a list of rows',
  })
  .check(atLeast(1, 'at least one row'))

const table = z.strictObject({ columns, rows }, { error: 'a table: `columns` and `rows`' })

const CHART_DATA_WANTED = 'a pair of label and figure, such as [India, 52.7]'
const KINDS_WANTED = CHART_KINDS.map((kind) => `\`${kind}\``).join(', ')

const chart = z.strictObject(
  {
    kind: described(
      z.optional(z.enum(CHART_KINDS, { error: KINDS_WANTED })),
      'Left out: `bar` for one series of figures, `grouped-bar` for several',
    ),
    facts: z.optional(
      z.array(id, { error: 'a list of fact ids' }).check(atLeast(1, 'at least one fact')),
    ),
    data: described(
      z.optional(
        z
          .array(z.tuple([text, text], text, { error: CHART_DATA_WANTED }), {
            error: 'a list of pairs of label and figure',
          })
          .check(atLeast(1, 'at least one pair')),
      ),
      'A label and a figure for each series; a figure may be `{fact-id}`, `–` is one that is missing',
    ),
    columns: described(z.optional(columns), 'With `rows`: the figures as in a table'),
    rows: z.optional(rows),
    from: described(
      z.optional(text),
      '`table` draws the table of this section, a section id the table of that one',
    ),
    series: described(
      z.optional(
        z.array(text, { error: 'a list of names' }).check(atLeast(1, 'at least one name')),
      ),
      'Names of the figures in `data`; of a table, the columns to draw',
    ),
    title: described(z.optional(text), 'The finding in a sentence; becomes the title of the slide'),
    caption: described(
      z.optional(text),
      'Measure, unit and year; made from the facts when left out',
    ),
    alt: described(z.optional(text), 'What somebody who cannot see the chart must know'),
    highlight: described(
      z.optional(text),
      'What to stress: a fact id, the label of a bar, part or point, or the name of a series',
    ),
    unit: z.optional(text),
    labels: described(
      z.optional(z.record(z.string(), text)),
      'Other labels, by fact id or by the label written in the figures: shorter or translated',
    ),
  },
  { error: 'a chart: `kind`, `facts` or `data`, `title`, `alt`' },
)

const timelineEntry = z.strictObject(
  { when: text, what: text },
  { error: 'an entry: `when` and `what`' },
)

const comparison = z.strictObject(
  { title: text, points },
  { error: 'one side: `title` and `points`' },
)

const quote = z.strictObject(
  { text, by: z.optional(text) },
  { error: 'a quotation: `text` and `by`' },
)

const image = z.strictObject(
  {
    src: described(z.optional(imagePath), 'Path of a PNG or JPEG, from the content folder'),
    alt: described(z.optional(text), 'What the picture shows; required'),
    caption: z.optional(text),
    credit: z.optional(text),
  },
  { error: 'an image: `src` and `alt`' },
)

const diagram = z.strictObject(
  {
    mermaid: described(
      z.optional(text),
      'Mermaid source, after `mermaid: |`: flowchart, stateDiagram-v2, sequenceDiagram, classDiagram, erDiagram, xychart-beta',
    ),
    alt: described(z.optional(text), 'What the diagram says, in words; required'),
    caption: z.optional(text),
  },
  { error: 'a diagram: `mermaid` and `alt`' },
)

const tex = z.string({ error: 'TeX such as "x^2", in single quotes' })

const formula = z.union(
  [
    tex,
    z.strictObject({
      tex: described(z.optional(tex), 'TeX as KaTeX reads it'),
      alt: described(z.optional(text), 'What is read aloud; made from the formula when left out'),
      caption: z.optional(text),
    }),
  ],
  { error: 'a formula: TeX, or `tex`, `alt` and `caption`' },
)

const LINES_WANTED = 'line numbers such as [2, 5-7]'
const code = z.strictObject(
  {
    language: described(
      z.optional(z.string({ error: 'the name of a language, such as `python`' })),
      'Such as `python`; `text` when left out',
    ),
    text: described(z.optional(z.string({ error: 'the code, after `text: |`' })), 'The code'),
    caption: z.optional(text),
    highlight: described(
      z.optional(
        z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))], {
          error: LINES_WANTED,
        }),
      ),
      'Lines to stress: `3`, `2-4` or a list of these',
    ),
  },
  { error: 'a listing: `language`, `text` and `caption`' },
)

const section = z.strictObject(
  {
    id: described(z.optional(id), 'Made from the title when left out'),
    title: z.optional(text),
    part: described(
      z.optional(text),
      'Begins a part of the talk: a slide with this title stands before the section',
    ),
    pptx_template: described(
      z.optional(z.string({ error: 'the path of a .pptx or .potx file' })),
      "An institute's PowerPoint file, from the content folder: deck.pptx is written on its masters",
    ),
    minutes: described(z.optional(minutes), 'Planned minutes of speech'),
    incremental,
    priority: described(
      z.optional(wholeNumber(9)),
      '1 stays to the last; the brief drops the highest number first',
    ),
    points: z.optional(points),
    groups: z.optional(
      z.array(group, { error: 'a list of groups' }).check(atLeast(1, 'at least one group')),
    ),
    table: z.optional(table),
    chart: z.optional(chart),
    timeline: z.optional(
      z
        .array(timelineEntry, { error: 'a list of entries with `when` and `what`' })
        .check(atLeast(1, 'at least one entry')),
    ),
    compare: z.optional(
      z
        .array(comparison, { error: 'two or three sides, each with `title` and `points`' })
        .check(atLeast(2, 'two or three sides'), atMost(3, 'two or three sides')),
    ),
    quote: z.optional(quote),
    image: z.optional(image),
    diagram: z.optional(diagram),
    facts: described(
      z.optional(
        z.array(id, { error: 'a list of fact ids' }).check(atLeast(1, 'at least one fact')),
      ),
      'Figure cards, by fact id',
    ),
    formula: described(z.optional(formula), 'Mathematics on lines of its own'),
    code: described(z.optional(code), 'A program, with its language'),
  },
  { error: 'a section: `title` and its content' },
)

const fact = z.strictObject(
  {
    label: described(z.optional(text), 'What the figure measures'),
    value: described(
      z.optional(z.union([figure, z.tuple([figure, figure])], { error: FIGURE_WANTED })),
      'A figure, or the two ends of a range; printed with the digits written here',
    ),
    unit: described(z.optional(text), 'Such as `US$ billion` or `"%"`'),
    qualifier: z.optional(
      z.enum(['about', 'nearly', 'over', 'under'], {
        error: '`about`, `nearly`, `over` or `under`',
      }),
    ),
    as_of: described(z.optional(text), 'Such as 2024, 2024-03 or FY 2024-25'),
    source: z.optional(id),
    note: z.optional(text),
  },
  { error: 'a fact: `label`, `value`, `unit`, `source`' },
)

const source = z.strictObject(
  {
    title: z.optional(text),
    author: z.optional(text),
    publisher: z.optional(text),
    url: z.optional(url),
    date: z.optional(partDate),
    accessed: z.optional(partDate),
  },
  { error: 'a source: `title`, `publisher`, `url`, `date`' },
)

const question = z.strictObject(
  {
    ask: text,
    options: z.optional(
      z
        .array(text, { error: 'a list of options' })
        .check(atLeast(2, 'two to six options'), atMost(6, 'two to six options')),
    ),
    answer: described(z.optional(text), 'The letter of the right option, or its text'),
    because: z.optional(text),
    marks: z.optional(wholeNumber(1000)),
    words: z.optional(wholeNumber(10000)),
  },
  { error: 'a question: `ask`, and for a choice `options` and `answer`' },
)

const WATERMARK_WANTED = 'a watermark of at most 120 characters'
const watermark = z
  .string({ error: WATERMARK_WANTED })
  .check(z.maxLength(120, { error: WATERMARK_WANTED }))

const brand = z.strictObject(
  {
    name: z.optional(text),
    line: z.optional(text),
    phone: z.optional(text),
    logo: z.optional(imagePath),
    primary: z.optional(colour),
    accent: z.optional(colour),
    watermark: z.optional(watermark),
  },
  { error: 'a brand: `name`, `line`, `phone`, `logo`, `primary`, `accent`, `watermark`' },
)

const LAYOUT_WANTED = '`notes`, `2`, `3`, `4` or `6`'
const SHEETS_WANTED = 'a number of sheets from 1 to 500'
const handout = z.strictObject(
  {
    layout: described(
      z.optional(
        z.union([z.enum(HANDOUT_LAYOUTS), z.literal([1, 2, 3, 4, 6, '1'])], {
          error: LAYOUT_WANTED,
        }),
      ),
      'What stands on a sheet: `notes`, one slide with what is said; or 2, 3, 4 or 6 slides, 3 with lines to write on',
    ),
    copy: described(
      z.optional(z.enum(HANDOUT_COPIES, { error: '`teacher`, `student` or `both`' })),
      'Whom it is for; a student gets neither speaker notes nor answers',
    ),
    blanks: described(
      z.optional(z.boolean({ error: '`true` or `false`' })),
      'True: the key terms of the student copy are blanks, with a key for the teacher',
    ),
    ink: described(
      z.optional(z.enum(HANDOUT_INKS, { error: '`colour`, `saving` or `grey`' })),
      '`saving`: dark grounds turn light',
    ),
    sheets: described(
      z.optional(
        z
          .number({ error: SHEETS_WANTED })
          .check(
            z.int({ error: SHEETS_WANTED }),
            z.gte(1, { error: SHEETS_WANTED }),
            z.lte(500, { error: SHEETS_WANTED }),
          ),
      ),
      'As many sheets of paper as a handout may take',
    ),
  },
  { error: 'handouts: `layout`, `copy`, `blanks`, `ink`, `sheets`' },
)

const facts = z.record(id, fact, { error: 'facts, each with an id before the colon' })
const sources = z.record(id, source, { error: 'sources, each with an id before the colon' })

export const STALE_PATTERN = /^([1-9]\d{0,3}) (day|week|month|year)s?$/u

const common = {
  lang: z.optional(z.enum(['en', 'hi'], { error: '`en` or `hi`' })),
  subject: z.optional(text),
  syllabus: z.optional(z.union([text, z.array(text)], { error: 'text or a list of texts' })),
  template: z.optional(z.string({ error: 'the name of a template' })),
  preset: z.optional(z.enum(PRESETS, { error: '`dense`, `standard` or `clear-print`' })),
  size: described(
    z.optional(z.enum(SIZES, { error: '`"16:9"` or `"4:3"`, in quotes' })),
    'Width to height of a slide',
  ),
  bilingual: described(
    z.optional(
      z.enum(BILINGUAL, {
        error: '`side-by-side`, `stacked` or `none`',
      }),
    ),
    'Also makes one page of both editions; written in the original, not in its `.hi.md`',
  ),
  profile: described(
    z.optional(z.string({ error: 'the name of a print profile' })),
    'How the brief is printed: `a4`, `a4-duplex`, `a5-2up`, `print-shop`, `copier`, …',
  ),
  pptx_template: described(
    z.optional(z.string({ error: 'the path of a .pptx or .potx file' })),
    "An institute's PowerPoint file, from the content folder: deck.pptx is written on its masters",
  ),
  minutes: described(z.optional(minutes), 'Planned length of the whole talk'),
  incremental,
  watermark: described(z.optional(watermark), 'Printed across the brief, behind the text'),
  author: z.optional(text),
  stale_after: described(
    z.optional(
      z
        .string({ error: 'a time such as `18 months`' })
        .check(z.regex(STALE_PATTERN, { error: 'a time such as `18 months`' })),
    ),
    'Facts older than this are reported: `18 months`, `1 year`',
  ),
  brand: z.optional(brand),
  handout: described(z.optional(handout), 'How the slides are handed out on paper'),
}

export const topicSchema = z.strictObject({
  title: z.optional(text),
  subtitle: z.optional(text),
  date: z.optional(date),
  summary: described(z.optional(text), 'One sentence for the brief and the catalogue'),
  version: z.optional(text),
  link: described(z.optional(link), 'Becomes the QR code'),
  highlights: described(
    z.optional(z.array(id, { error: 'a list of fact ids' }).check(atMost(4, 'at most four facts'))),
    'Fact ids for the figure strip of the brief',
  ),
  ...common,
  sources: z.optional(sources),
  facts: z.optional(facts),
  sections: z.optional(
    z
      .array(section, { error: 'a list of sections, each beginning with `- `' })
      .check(atLeast(1, 'at least one section')),
  ),
  glossary: z.optional(
    z.record(z.string(), text, { error: 'terms, each with a colon and its meaning' }),
  ),
  questions: z.optional(z.array(question, { error: 'a list of questions, each with `ask`' })),
})

/** `_defaults.yaml` */
export const defaultsSchema = z.strictObject(common)

/** `_facts.yaml` */
export const sharedFactsSchema = z.strictObject({
  facts: z.optional(facts),
  sources: z.optional(sources),
})

export type TopicData = z.infer<typeof topicSchema>
export type DefaultsData = z.infer<typeof defaultsSchema>
export type SharedFactsData = z.infer<typeof sharedFactsSchema>
export type SectionData = z.infer<typeof section>
export type ChartData = z.infer<typeof chart>
export type FactData = z.infer<typeof fact>
export type SourceData = z.infer<typeof source>
export type QuestionData = z.infer<typeof question>
export type HandoutData = z.infer<typeof handout>
export type BrandData = z.infer<typeof brand>
export type TableData = z.infer<typeof table>
export type DiagramData = z.infer<typeof diagram>
export type ImageData = z.infer<typeof image>
export type FormulaData = Exclude<z.infer<typeof formula>, string>
export type CodeData = z.infer<typeof code>
export type TextData = z.infer<typeof text>

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.describe(description)) as Schema
}

function atLeast(count: number, wanted: string) {
  return z.minLength(count, { error: wanted })
}

function atMost(count: number, wanted: string) {
  return z.maxLength(count, { error: wanted })
}
