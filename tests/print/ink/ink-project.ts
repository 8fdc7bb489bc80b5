/** A topic with every kind of colour on its slides, and a template set that brings colours of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pngOf } from '../../png-of.ts'
import { type Files, rootDir } from '../../run-lectern.ts'

const TOPIC = `---
title: Colours on paper
subtitle: What a copier makes of them
date: 2025-08-08
template: TEMPLATE
author: A teacher
brand: { name: Institute, logo: logo.png }
link: https://example.org/colours
sources: { s: { title: A report, publisher: A paper, url: "https://example.org", date: 2025-08-07 } }
facts:
  one: { label: First figure, value: 52.7, unit: US$ billion, as_of: 2024, source: s }
  two: { label: Second figure, value: 39.1, unit: US$ billion, as_of: 2024, source: s }
sections:
  - title: Points
    points: [A first point with **stress**, "A second point: {one}.[@s]", A third point]
  - title: Bars
    chart: { facts: [one, two], title: Two bars, highlight: two, alt: Bars }
  - title: Four series
    chart: { kind: grouped-bar, unit: "%", title: Four series, alt: Bars of four series, series: [Coal, Gas, Wind, Sun], data: [["2022", 40, 30, 20, 10], ["2024", 35, 25, 25, 15]] }
  - title: Lines
    chart: { kind: line, unit: "%", title: Four lines, alt: Lines, columns: [Year, Coal, Gas, Wind, Sun], rows: [["2022", 40, 30, 20, 10], ["2023", 38, 27, 22, 13], ["2024", 35, 25, 25, 15]] }
  - title: Share
    chart: { kind: share, unit: "%", title: Shares, alt: Shares, data: [[Coal, 48.2], [Gas, 18.4], [Wind, 12.1]] }
  - title: Steps
    diagram:
      alt: Two boxes
      mermaid: |
        flowchart LR
          A[First] --> B[Second]
  - title: Table
    table: { columns: [Name, Value], rows: [[A, "1"], [B, "2"], [C, "3"]] }
  - title: Groups
    groups: [{ title: One, points: [A, B] }, { title: Two, points: [C, D] }]
  - title: Figures
    facts: [one, two]
  - title: When
    timeline: [{ when: "2022", what: First }, { when: "2024", what: Then }]
  - title: Photograph
    image: { src: photo.jpg, alt: A photograph, caption: Seen }
  - title: Drawing
    image: { src: art.png, alt: A drawing, caption: Drawn }
  - title: Formula
    formula: { tex: "\\\\color{yellow} x^2 + \\\\textcolor{red}{y^2} = z^2", alt: a sum }
  - title: Program
    code: { language: python, text: "for x in range(3):\\n    print('text', x)  # comment", highlight: [2] }
  - title: Words
    quote: { text: Some words that were said, by: Somebody }
glossary: { Ink: What paper drinks }
questions:
  - { ask: Which one?, options: [A first, A second, A third, A fourth], answer: B, because: It is so. }
---
`

/** White on nothing. */
const WHITE_LOGO = pngOf(240, 80, (x, y) =>
  (x - 40) ** 2 + (y - 40) ** 2 < 1200 || (x > 90 && x < 230 && y > 30 && y < 50)
    ? [255, 255, 255, 255]
    : [0, 0, 0, 0],
)

const ART = pngOf(200, 120, (x, y) => [x, 255 - x, y * 2, 255])

/** Every way to write a colour, grounds of every kind, text that is read on them alone. */
export const BOLD_CSS = `
section { background: radial-gradient(circle at top, hsl(210 60% 20%), oklch(0.25 0.08 260)); color: white; box-shadow: none; }
section h2 { color: gold; background: linear-gradient(90deg, rgb(120 0 60 / .9), teal); text-shadow: 0 2px 6px #000; }
section.title { background: url("data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><rect width='16' height='9' fill='crimson'/></svg>") center / cover, #400; }
section.title h1 { background: linear-gradient(90deg, #ff8, #f8f); -webkit-background-clip: text; background-clip: text; color: transparent; -webkit-text-fill-color: transparent; }
section.facts > ul > li { background: color-mix(in oklch, purple 70%, black); color: rgb(255 255 255 / .8); }
section.facts > ul > li li { color: lab(80 20 40); }
section th { background: hwb(200 10% 30%); color: #fff; }
section tr:nth-child(even) td { background: rgba(255, 255, 255, .08); }
section.points::before { content: ''; position: absolute; inset: 0 0 auto 0; height: 56px; background: navy; }
section.quote { background: #fff; border-top: 40px solid darkgreen; color: #222; }
section.question > ul > li { background: lightyellow; color: #333; border: 2px solid white; }
section.key > ul > li:has(> strong:first-child > em) { background: #0a7d3c; color: #fff; }
section.timeline { box-shadow: inset 0 60px 0 #c00, inset 0 0 80px #000; }
section.timeline > ul > li::before { background: #fff; box-shadow: 0 0 0 5px #102a43; }
section strong { color: cyan; opacity: .8; }
section a { color: yellow; }
section.sources { background: repeating-linear-gradient(45deg, #222 0 10px, #444 10px 20px); }
section.glossary > ul > li::first-letter { color: hotpink; }
section.groups > ul > li { border-left: 24px solid magenta; mix-blend-mode: screen; filter: hue-rotate(90deg); }
section > ul > li::before { background: conic-gradient(red, blue); }
section blockquote { background: url(data:image/png;base64,${ART.toString('base64')}); }
`

export function inkProject(template: string): Files {
  const photo = readFileSync(join(rootDir, 'tests/typeset/fixtures/photo-baseline.jpg'))
  return {
    'content/colours.md': TOPIC.replace('TEMPLATE', template),
    'content/logo.png': WHITE_LOGO,
    'content/art.png': ART,
    'content/photo.jpg': photo,
    'templates/bold/theme.yaml': 'extends: lecture\n',
    'templates/bold/theme.css': BOLD_CSS,
  }
}
