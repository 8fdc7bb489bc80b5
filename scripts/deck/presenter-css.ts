/** The presenter window, and what the pointer leaves on the slides of both windows. */
export const PRESENTER_CSS = `
.ink, .spot { pointer-events: none; }
.ink { filter: drop-shadow(0 0 1.5px #fff) drop-shadow(0 0 1.5px #fff); }
.ink path { fill: none; stroke: #d81e28; stroke-width: 6; stroke-linecap: round; stroke-linejoin: round; }
.spot { fill: #ef2b35; fill-opacity: .9; stroke: #fff; stroke-width: 3; }
#blocked { position: fixed; inset: auto 0 32px; z-index: 1; width: fit-content; max-width: min(90vw, 36em); box-sizing: border-box; margin: 0 auto; padding: 20px 24px; border-radius: 12px; border: 1px solid #586475; background: #161c25; display: flex; flex-wrap: wrap; gap: 12px; cursor: auto; }
#blocked p { flex: 1 1 100%; margin: 0; }

.presenting body > main:not(#presenter) { display: none; }
.presenting, .presenting body { background: #10151c; height: auto; min-height: 100%; }
#presenter { box-sizing: border-box; min-height: 100vh; padding: 12px 16px; gap: 12px 16px; --now: 46vw; display: grid; color: #e8ecf1; font-size: 16px; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums;
  grid-template: 'top top top' auto 'list now notes' minmax(0, min(52vh, calc(var(--now) / (var(--slide)) + 34px))) 'list next notes' minmax(0, 1fr) 'tools tools tools' auto / clamp(200px, 17vw, 320px) minmax(0, 1fr) minmax(0, .78fr); }
.with-hidden-list #presenter { --now: 55vw; grid-template-columns: 0 minmax(0, 1fr) minmax(0, .78fr); column-gap: 0; }
.with-hidden-list #presenter :is(.now, .next) { margin-right: 16px; }
.with-hidden-list #presenter .list { display: none; }
.with-notes #presenter { --now: 29vw; grid-template-columns: clamp(200px, 17vw, 320px) minmax(0, .55fr) minmax(0, 1fr); }
.with-notes.with-hidden-list #presenter { --now: 35vw; grid-template-columns: 0 minmax(0, .55fr) minmax(0, 1fr); }
#presenter.at-end { --now: 26vw; }
#presenter.noteless { grid-template: 'top top top' auto 'list now next' minmax(0, 1fr) 'tools tools tools' auto / clamp(200px, 17vw, 320px) minmax(0, 1.5fr) minmax(0, 1fr); }
#presenter.noteless .notes-pane { display: none; }
.top { grid-area: top; }
#presenter [hidden] { display: none !important; }
.pane > h2, .pane > .head > h2 { margin: 0; display: flex; gap: 12px; justify-content: space-between; align-items: baseline; font: 400 15px/24px 'Noto Sans', 'Noto Sans Devanagari', sans-serif; color: #aeb8c4; }

:is(#presenter, #log, #blocked) :is(button, a, input) { font: inherit; }
:is(#presenter, #log .save, #blocked) > button, #presenter :is(.buttons, .jump, .head, .save) button, #log .save button, #blocked :is(a, button), #presenter .notice a { display: inline-flex; align-items: center; justify-content: center; gap: 8px; box-sizing: border-box; min-height: 44px; min-width: 44px; padding: 6px 14px; border: 1px solid #414d5d; border-radius: 8px; background: #1c2430; color: #e8ecf1; text-decoration: none; line-height: 1.3; cursor: pointer; }
:is(#presenter :is(.buttons, .jump, .head, .save) button, #log .save button, #blocked :is(a, button)):hover { background: #2c3644; }
#presenter button[aria-pressed=true] { background: #333f50; border-color: #e9a17e; }
#presenter :is([data-action=black], [data-action=white], [data-action=pointer])[aria-pressed=true] { background: #e9a17e; color: #10151c; }
:is(#presenter, #log, #blocked) :focus-visible { outline: 3px solid #e9a17e; outline-offset: 2px; }
#presenter button .icon { width: 18px; height: 18px; }
#presenter input { box-sizing: border-box; height: 44px; padding: 0 10px; border: 1px solid #586475; border-radius: 8px; background: #0c1016; color: inherit; font-variant-numeric: inherit; }
#presenter .buttons { display: flex; flex-wrap: wrap; gap: 8px; }

#presenter .bar { display: flex; flex-wrap: wrap; align-items: stretch; gap: 8px 0; padding: 8px 0; border-radius: 10px; background: #171e28; }
.bar > .buttons { margin-left: auto; padding: 0 16px; align-items: center; flex-wrap: nowrap; }
.meter { position: relative; display: grid; grid-template-columns: auto auto; align-content: center; justify-content: start; column-gap: 12px; align-items: center; padding: 2px 22px; min-width: 92px; border-left: 1px solid #313c4a; }
.meter:first-child { border-left: 0; }
.meter .label { grid-column: 1 / -1; font-size: 14px; line-height: 20px; color: #aeb8c4; white-space: nowrap; }
.meter .value { font-size: 30px; line-height: 44px; font-weight: 700; white-space: nowrap; }
.meter .note { max-width: 9em; font-size: 14px; line-height: 18px; color: #aeb8c4; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.meter .note:empty { display: none; }
.meter.section { flex: 0 1 auto; }
.meter .length { font-size: 14px; color: #aeb8c4; white-space: nowrap; }
#presenter .length input { width: 68px; height: 44px; margin: 0 6px; color: #e8ecf1; }
.meter[data-tone=good] .value { color: #8fd8a8; }
.meter[data-tone=early] .value { color: #8cc8ff; }
.meter[data-tone=soon] .value { color: #ffcf70; }
.meter[data-tone=late] .value { color: #ffa196; }
.meter.pace .value { font-size: 22px; }
.meter.pace:is([data-tone=good], [data-tone=early], [data-tone=soon], [data-tone=late]) .value { margin: 4px 0; padding: 0 12px; line-height: 36px; border-radius: 8px; color: #10151c; background: #8fd8a8; }
.meter.pace[data-tone=early] .value { background: #8cc8ff; }
.meter.pace[data-tone=soon] .value { background: #ffcf70; }
.meter.pace[data-tone=late] .value { background: #ffa196; }
#presenter .notice { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-top: 12px; padding: 8px 16px; border-radius: 10px; background: #4a2a12; color: #ffe9d6; font-weight: 700; }
#presenter .notice a { border-color: #ffcf9e; background: none; color: inherit; }

#presenter .pane { min-width: 0; min-height: 0; display: flex; flex-direction: column; }
#presenter .now { grid-area: now; }
#presenter .next { grid-area: next; }
.frame { position: relative; flex: 1; min-height: 0; container-type: size; display: grid; place-items: start; }
.frame > svg { display: block; width: min(100cqw, calc(100cqh * (var(--slide)))); aspect-ratio: var(--slide); border-radius: 3px; }
.now .frame > svg { box-shadow: 0 0 0 3px #e9a17e; }
.now .frame { margin: 3px; }
.frame .pending { visibility: hidden; }
.with-pointer .now .frame > svg { cursor: crosshair; touch-action: none; user-select: none; -webkit-user-select: none; }
.now:is([data-blank=black], [data-blank=white]) .frame > svg { opacity: .35; }
#presenter .now { position: relative; }
#presenter .blank { margin: 0; position: absolute; left: 16px; top: 48px; padding: 8px 18px; border-radius: 8px; border: 2px solid #e9a17e; font-size: 20px; font-weight: 700; color: #fff; background: #000; }
#presenter .now[data-blank=white] .blank { color: #000; background: #fff; }
#presenter .blank:empty { display: none; }

#presenter .notes-pane { grid-area: notes; border-radius: 10px; background: #171e28; }
.notes-pane .head { flex: none; display: flex; gap: 8px; align-items: center; padding: 6px 8px 6px 20px; border-bottom: 1px solid #313c4a; }
#presenter .notes-pane > .head > h2 { flex: 1; }
.notes-pane .text { flex: 1; min-height: 0; overflow: auto; padding: 14px 20px; line-height: 1.55; overflow-wrap: break-word; border-radius: 0 0 10px 10px; }
.notes-pane .text > :is(p, ul, ol, blockquote, pre, table) { margin: 0 0 .7em; max-width: 44em; }
.notes-pane .text :is(ul, ol) { padding-left: 1.4em; }
.notes-pane .text li { margin: .2em 0; }
.notes-pane .text :is(h3, h4) { margin: 0 0 .4em; font-size: 1.1em; }
.notes-pane .text > * ~ :is(h3, h4) { margin-top: .9em; }
.notes-pane .text a { color: #9cd0ff; }
.notes-pane .text blockquote { padding-left: .8em; border-left: 3px solid #586475; }
.notes-pane .text pre { white-space: pre-wrap; }
.notes-pane .text .none { color: #aeb8c4; }

#presenter .list { grid-area: list; display: block; overflow: auto; padding: 4px 6px 6px; border-radius: 10px; background: #171e28; overscroll-behavior: contain; }
.list > h2 { padding: 10px 10px 2px; }
.list .planned { margin-left: auto; white-space: nowrap; color: #aeb8c4; font-weight: 400; font-size: 15px; }
.list ol { list-style: none; flex: none; margin: 0; padding: 0; }
#presenter .list .opens-part { font-weight: 700; }
.list button { display: flex; gap: 10px; align-items: baseline; width: 100%; min-height: 44px; padding: 10px; border: 0; border-radius: 8px; background: none; color: inherit; text-align: start; line-height: 1.4; cursor: pointer; }
.list button:hover { background: #232d3a; }
.list .number { flex: none; min-width: 1.4em; text-align: end; color: #aeb8c4; }
.list .name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
#presenter .list button[aria-current] { background: #2f3b4b; box-shadow: inset 4px 0 0 #e9a17e; font-weight: 700; }
.list button[aria-current] .number { color: #e9a17e; }

#presenter .tools { grid-area: tools; display: flex; flex-wrap: wrap; gap: 8px 24px; }
#presenter .jump { display: flex; gap: 8px; margin-left: auto; }
#presenter .jump input { width: 86px; }
.tools [data-action=next] { min-width: 120px; }

.log { overflow: auto; min-height: 0; font-size: 16px; }
#log { margin: auto; width: 720px; max-width: 96vw; max-height: 94vh; border-radius: 12px; border: 1px solid #333c49; background: #161c25; font-variant-numeric: lining-nums tabular-nums; }
.log table { border-collapse: collapse; width: 100%; }
.log caption { text-align: start; padding: 0 0 4px; color: #aeb8c4; }
.log :is(th, td) { padding: 5px 0 5px 16px; border-bottom: 1px solid #313c4a; text-align: end; font-weight: 400; white-space: nowrap; }
.log thead th { color: #aeb8c4; }
.log tr > :first-child { padding-left: 0; text-align: start; white-space: normal; }
.log tfoot :is(th, td) { font-weight: 700; border-bottom: 0; }
.log .save { display: flex; flex-wrap: wrap; gap: 8px; padding: 4px 3px 12px; }

@media (min-width: 1000px) and (min-height: 560px) { .presenting, .presenting body { height: 100%; overflow: hidden; } #presenter { height: 100vh; min-height: 0; } }
@media (max-width: 1500px) { .meter { padding: 2px 14px; } .meter .value { font-size: 26px; } .meter.pace .value { font-size: 19px; } #presenter .bar > .buttons { padding: 0 10px 0 6px; } }
@media (max-width: 999px), (max-height: 559px) {
  #presenter, #presenter.noteless, .presenting.with-hidden-list #presenter, .presenting.with-notes #presenter { grid-template: 'top top' auto 'tools tools' auto 'now notes' auto 'next notes' 1fr 'list list' auto / minmax(0, 1fr) minmax(0, 1fr); column-gap: 16px; }
  .presenting.with-notes #presenter { grid-template-columns: minmax(0, .6fr) minmax(0, 1fr); }
  #presenter .frame { flex: none; container-type: inline-size; }
  #presenter .frame > svg { width: 100%; }
  #presenter .list { max-height: 420px; }
  .with-hidden-list #presenter :is(.now, .next) { margin-right: 0; }
}
@media (max-width: 559px) { #presenter, .presenting #presenter, .presenting.with-notes #presenter { grid-template: 'top' auto 'tools' auto 'now' auto 'notes' auto 'next' auto 'list' auto / minmax(0, 1fr); } #presenter .bar > .buttons { flex-wrap: wrap; margin: 0; } }
@media (forced-colors: active) { #presenter button[aria-pressed=true], .list button[aria-current] { outline: 3px solid Highlight; } .ink path, .spot { forced-color-adjust: none; } }
@media print { .presenting body > main:not(#presenter) { display: block; } .presenting #presenter, .spot { display: none; } }
`
