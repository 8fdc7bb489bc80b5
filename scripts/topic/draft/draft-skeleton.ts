import type { Lang } from '../topic.ts'
import { createIdMaker } from './make-id.ts'
import { escapeInline } from './note-text.ts'
import { SKELETON_WORDS } from './skeleton-words.ts'
import { titleFromSlug } from './title-from-slug.ts'
import { quote } from './write-yaml.ts'

/** A small topic file that builds as it stands; its comments say what each key does. */
export function draftSkeleton({
  slug,
  lang,
}: {
  readonly slug: string
  readonly lang: Lang
}): string {
  const words = SKELETON_WORDS[lang]
  // Ids are shared by the whole shelf: two new topics must not begin with one figure.
  const factId = `${createIdMaker('topic', { maxWords: 5 })(titleFromSlug(slug))}-figure`
  const { points, table, chart, question } = words
  return `---
# ${words.about.title}
title: ${quote(escapeInline(titleFromSlug(slug)))}
lang: ${lang}
# ${words.about.date}
# date: 2025-01-31
# ${words.about.summary}
summary: ${quote(words.summary)}

# ${words.about.sources}
sources:
  report:
    title: ${quote(words.source.title)}
    publisher: ${quote(words.source.publisher)}
    url: "https://example.org/report"
    date: 2024

# ${words.about.facts}
facts:
  ${quote(factId)}:
    label: ${quote(words.fact.label)}
    value: 52.7
    unit: ${quote(words.fact.unit)}
    as_of: 2024
    source: report

# ${words.about.sections}
sections:
  - id: overview
    title: ${quote(points.title)}
    # ${words.about.points}
    points:
      - ${quote(points.first)}
      - ${quote(points.second.replace('FACT', factId))}

  - id: comparison
    title: ${quote(table.title)}
    # ${words.about.table}
    table:
      columns: ${list(table.columns)}
      rows:
        - ${list(table.rows[0])}
        - ${list(table.rows[1])}

  - id: trend
    title: ${quote(chart.title)}
    # ${words.about.chart}
    chart:
      kind: bar
      data:
        - ["2023", 46.3]
        - ["2024", 52.7]
      title: ${quote(chart.finding)}
      caption: ${quote(chart.caption)}

# ${words.about.questions}
questions:
  - ask: ${quote(question.ask)}
    options: ${list(question.options)}
    answer: B
    because: ${quote(question.because)}
---
${words.notes.opening}

## ${points.title}

${words.notes.points}

## ${table.title}

${words.notes.table}

## ${chart.title}

${words.notes.chart}
`
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quote).join(', ')}]`
}
