/**
 * Where things stand on a slide: exactly what layout-slide.ts, layout-list.ts and layout-table.ts measure.
 * Colours, weights and rules are the theme's; sizes are its tokens. A theme that changes a length here
 * makes the measuring wrong.
 */
export const LAYOUT_CSS = `
section {
  width: var(--width); height: var(--height); box-sizing: border-box; overflow: hidden; position: relative;
  display: flex; flex-direction: column; align-items: stretch;
  padding: var(--margin-top) var(--margin-x) var(--margin-bottom);
  font: 400 var(--text-size)/var(--text-line) var(--sans);
  font-variant-numeric: lining-nums tabular-nums; font-synthesis: none;
  overflow-wrap: anywhere; text-wrap: pretty; hyphens: manual; text-align: start;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
section > * { flex: none; margin: 0; min-width: 0; }
section :is(p, ul, ol, li, blockquote, table) { margin: 0; padding: 0; }
section :is(ul, ol) { list-style: none; }
section > :is(p, ul, ol, table, blockquote, pre, h2, h3, .chart-figures) + :is(p, ul, ol, table, blockquote, pre) { margin-top: var(--block-gap); }
section :is(h1, h2) { text-wrap: balance; }
section h2 { font: 700 var(--title-size)/var(--title-line) var(--sans); }
section.long h2 { font-size: var(--title-long-size); line-height: var(--title-long-line); }
section.longest h2 { font-size: var(--title-longest-size); line-height: var(--title-longest-line); }
section > h2 + :is(p, ul, ol, table, blockquote, pre) { margin-top: var(--title-gap); }
section > h2 ~ h2 { font: 700 var(--nested-size)/var(--nested-line) var(--sans); margin-top: var(--block-gap); }
section :is(sup, sub, small) { font-size: .55em; line-height: 0; font-weight: var(--semibold); }
section small { margin-left: .5em; letter-spacing: 0; white-space: nowrap; }
section :is(strong, b) { font-weight: 700; }
section a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; }
section pre { white-space: pre-wrap; font: inherit; }
section code { font: inherit; }

section > :is(header, footer), section::after {
  position: absolute; top: auto; bottom: 24px; margin: 0; padding: 0;
  font: 400 var(--foot-size)/var(--foot-line) var(--sans);
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
}
section > footer { left: var(--margin-x); right: auto; width: calc(var(--width) * .278); text-align: start; }
section > header { left: calc(var(--width) * .352); width: calc(var(--width) * .296); text-align: center; }
section::after {
  content: attr(data-marpit-pagination) ' / ' attr(data-marpit-pagination-total);
  left: auto; right: var(--margin-x); width: 150px; text-align: end;
}

section:not([data-marpit-pagination])::after { content: none; }

section > ul > li { position: relative; padding-left: var(--item-indent); }
section > :is(ul, ol) > li + li { margin-top: var(--item-gap); }
section > ul > li::before { content: ''; position: absolute; left: 4px; width: 13px; height: 13px; top: calc((var(--text-line) - 13px) / 2); }
section > ul > li li { position: relative; padding-left: var(--nested-indent); margin-top: var(--nested-gap); font-size: var(--nested-size); line-height: var(--nested-line); }
section > ul > li li::before { content: ''; position: absolute; left: 3px; width: 14px; height: 3px; top: calc((var(--nested-line) - 3px) / 2); }
section > ul > li li li { font-size: var(--deep-size); line-height: var(--deep-line); }
section > ul > li li li::before { top: calc((var(--deep-line) - 3px) / 2); width: 9px; }

section:is(.groups, .compare, .facts, .question, .glossary) > ul { display: grid; grid-template-columns: repeat(var(--columns, 2), minmax(0, 1fr)); column-gap: var(--column-gap); row-gap: var(--row-gap); }
section:is(.groups, .compare, .facts, .question, .glossary) > ul > li { margin: 0; padding-left: 0; }
section:is(.groups, .compare, .facts, .question, .glossary) > ul > li::before { content: none; }

section:is(.groups, .compare) > ul > li { border-top: 3px solid; padding-top: 12px; font-size: var(--group-title-size); line-height: var(--group-title-line); }
section:is(.groups, .compare) > ul > li li { font-size: var(--group-text-size); line-height: var(--group-text-line); font-weight: 400; }
section:is(.groups, .compare) > ul > li li::before { top: calc((var(--group-text-line) - 3px) / 2); }

section.facts > ul > li { border-top: 4px solid; padding-top: 14px; font: 700 var(--unit-size)/var(--unit-line) var(--sans); }
section.facts > ul > li > strong { font-size: var(--figure-size); line-height: var(--figure-line); }
section.facts > ul > li li { padding-left: 0; margin-top: 0; font: 400 var(--label-size)/var(--label-line) var(--sans); }
section.facts > ul > li li::before { content: none; }

section.timeline > ul { position: relative; font-size: var(--timeline-size); line-height: var(--timeline-line); }
section.timeline > ul::before { content: ''; position: absolute; left: 9px; width: 2px; top: calc(var(--timeline-line) / 2); bottom: 0; }
section.timeline > ul > li { padding-left: calc(44px + var(--when) + 28px); min-height: calc(var(--when-lines, 1) * var(--timeline-line)); }
section.timeline > ul > li::before { left: 1px; width: 18px; height: 18px; top: calc((var(--timeline-line) - 18px) / 2); }
section.timeline > ul > li > strong:first-child { position: absolute; left: 44px; width: var(--when); }

section.question > p { font-size: var(--question-size); line-height: var(--question-line); }
section.question > ul { row-gap: 20px; column-gap: 50px; font-size: var(--option-size); line-height: var(--option-line); }
section.question > ul > li { border: 2px solid; padding: var(--box-padding-y) var(--box-padding-x) var(--box-padding-y) calc(var(--box-padding-x) + 42px); }
section.question > ul > li > strong:first-child { position: absolute; left: var(--box-padding-x); }
section.question > ul > li li { font-size: var(--deep-size); line-height: var(--deep-line); }
section.question.dense > h2 + p { font-size: var(--dense-question-size); line-height: var(--dense-question-line); }
section.question.dense > ul { font-size: var(--dense-option-size); line-height: var(--dense-option-line); }
section.question > :is(ul, p) ~ p { font-size: var(--text-size); line-height: var(--text-line); }

section.answer > h2 + p { font: 700 var(--answer-size)/var(--answer-line) var(--sans); }

section:is(.chart, .image, .diagram) > p { font-size: var(--caption-size); line-height: var(--caption-line); }
section.chart > p { font-weight: var(--semibold); }
section.chart > :is(p, h2) ~ p:last-of-type:not(.picture, h2 + p) { font: 400 var(--credit-size)/var(--credit-line) var(--sans); margin-top: auto; }
section > p.picture { line-height: 0; }
section > p.picture > svg { display: block; width: 100%; height: auto; }
section.diagram:not(.beside) > p.picture { margin-top: auto; }
section.diagram:not(.beside) > :is(p, ul, ol):not(:has(+ :is(p, ul, ol))) { margin-bottom: auto; }
section > p.picture > svg :is(rect, line) { shape-rendering: crispEdges; }
section > .chart-figures { position: absolute; top: 0; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { section > .chart-figures { display: none; } }
section.beside:has(> ul):has(> p.picture) { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-template-rows: auto auto 1fr; column-gap: var(--column-gap); align-content: start; }
section.beside:has(> ul):has(> p.picture) > h2 { grid-column: 1 / -1; }
section.beside:has(> ul):has(> p.picture) > ul { grid-column: 1; grid-row: 2 / 4; }
section.beside:has(> ul):has(> p.picture) > p { grid-column: 2; }
section.beside > ul + p.picture { margin-top: var(--title-gap); }
section > p.picture > img { display: block; object-fit: contain; }

section:is(.glossary, .sources) > p.picture { position: absolute; right: var(--margin-x); bottom: var(--margin-bottom); width: var(--qr); height: var(--qr); margin: 0; }
section:is(.glossary, .sources).has-qr > :is(ul, ol, p:not(.picture)) { margin-right: calc(var(--qr) + 48px); }

section > blockquote { border-left: 6px solid; padding-left: 38px; font: 400 var(--quote-size)/var(--quote-line) var(--serif); }
section > blockquote > p + p { margin-top: 22px; }
section > blockquote > p.by { font: 400 var(--quote-by-size)/var(--quote-by-line) var(--sans); }

section.glossary > ul { grid-auto-flow: column; grid-template-rows: repeat(var(--rows), auto); row-gap: var(--item-gap); font-size: var(--glossary-size); line-height: var(--glossary-line); }
section.glossary > ul > li li { font-size: var(--glossary-size); line-height: var(--glossary-line); }
section.sources > ol { counter-reset: source calc(var(--start, 1) - 1); font-size: var(--sources-size); line-height: var(--sources-line); }
section > ol > li { position: relative; padding-left: var(--item-indent); counter-increment: source; }
section > ol { counter-reset: source calc(var(--start, 1) - 1); }
section > ol > li::before { content: counter(source) '.'; position: absolute; left: 0; }
section.sources > ol > li { padding-left: 48px; }
section.sources > ol > li + li { margin-top: 12px; }
section.sources > ol > li::before { content: counter(source); }

section table { display: table; table-layout: fixed; border-collapse: separate; border-spacing: 0; width: 100%; font-size: var(--table-size); line-height: var(--table-line); }
section :is(th, td) { text-align: start; vertical-align: top; padding: calc(var(--cell-padding-y) / 2) var(--cell-padding-x) calc(var(--cell-padding-y) / 2) 0; }
section :is(th, td):last-child { padding-right: 0; }
section th { font-weight: 700; vertical-align: bottom; border-top: 3px solid; border-bottom: 2px solid; }
section td { border-bottom: 1px solid; }
section.dense table { font-size: var(--dense-table-size); line-height: var(--dense-table-line); }
section.dense :is(th, td) { padding: calc(var(--cell-padding-y) / 4) calc(var(--cell-padding-x) / 2) calc(var(--cell-padding-y) / 4) 0; }
section.dense :is(th, td):last-child { padding-right: 0; }

/* Few words stand a little above the middle of what the title leaves. */
section:is(.roomy, .airy) > h2 + :is(p, ul, ol, table, blockquote) { margin-top: calc(var(--title-gap) + var(--drop, 0px)); }

section.title { justify-content: flex-end; padding-top: var(--cover-top); padding-bottom: 110px; }
section:is(.title, .part) h1 { font: 700 var(--cover-size)/var(--cover-line) var(--serif); max-width: var(--cover-width); }
section:is(.title, .part).long h1 { font-size: var(--cover-long-size); line-height: var(--cover-long-line); }
section:is(.title, .part).longest h1 { font-size: var(--cover-longest-size); line-height: var(--cover-longest-line); }
section.title > h2, section.title > h2 ~ h2 { font: 400 var(--subtitle-size)/var(--subtitle-line) var(--sans); max-width: var(--cover-width); margin: 16px 0 0; text-wrap: pretty; }
section.title > :is(h1, h2, p) + p { margin: 40px 0 0; padding-top: 18px; border-top: 2px solid; align-self: flex-start; max-width: var(--cover-width); font: 400 var(--meta-size)/var(--meta-line) var(--sans); }
section.part { justify-content: center; }
section.part > h1 ~ :not(header, footer) { width: 100%; max-width: var(--cover-width); }
section.part > h1 ~ ul { margin-top: 34px; padding-top: 28px; border-top: 2px solid; box-sizing: border-box; }
section.part > h1 ~ p { margin-top: 30px; font-size: var(--caption-size); line-height: var(--caption-line); }
section.title > footer { width: calc(var(--width) - 2 * var(--margin-x)); }

section:lang(hi), section:lang(hi) * { letter-spacing: 0; font-style: normal; }
`
