/** The page around the slides: letterbox, stacking without script, notes strip, progress, print. */
export const PAGE_CSS = `
html, body { margin: 0; padding: 0; background: #0c1016; height: 100%; }
body { color: #e8ecf1; font: 400 20px/1.5 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
div.marpit > svg { display: block; width: min(100vw, 177.78vh); height: auto; aspect-ratio: 16 / 9; margin: 0 auto 16px; background: #fff; scroll-margin: 0; }
.notes[hidden] { display: none; }
.playing .pending { visibility: hidden; }
[data-blank=black] body, [data-blank=white] body { visibility: hidden; }
[data-blank=black] { background: #000; }
[data-blank=white] { background: #fff; }
.playing { overflow: hidden; }
.playing div.marpit { position: fixed; inset: 0; display: grid; place-items: center; }
.playing.noting div.marpit { bottom: 32vh; }
.playing div.marpit > svg { display: none; margin: 0; grid-area: 1 / 1; width: 100%; height: 100%; aspect-ratio: auto; background: none; }
.playing div.marpit > svg.current { display: block; }
.playing .notes:not([hidden]) { position: fixed; inset: auto 0 4px 0; height: calc(32vh - 4px); box-sizing: border-box; overflow: auto; padding: 16px 6vw; background: #161c25; border-top: 1px solid #333c49; }
.notes p { margin: 0 0 .6em; max-width: 60em; }
#progress { position: fixed; left: 0; bottom: 0; height: 4px; width: 0; background: #e9a17e; }
#told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@page { size: 1280px 720px; margin: 0; }
@media print {
  html, body { background: none; height: auto; overflow: visible; }
  .playing div.marpit { position: static; display: block; }
  div.marpit > svg, .playing div.marpit > svg { display: block; width: 100vw; height: 100vh; margin: 0; break-after: page; break-inside: avoid; }
  .notes, .playing .notes:not([hidden]), #progress, #told { display: none; }
}
`
