/** What the player adds to the page: one slide at a time, its buttons and panels. None of it is printed. */
export const PLAYER_CSS = `@media screen {
.playing, .playing body { overflow: hidden; overscroll-behavior: none; }
.playing div.marpit { position: fixed; inset: 0; display: grid; place-items: center; cursor: default; }
.playing.noting div.marpit { bottom: 32vh; }
.playing div.marpit > svg { display: none; margin: 0; grid-area: 1 / 1; width: 100%; height: 100%; aspect-ratio: auto; background: none; }
.playing div.marpit > svg.current { display: block; }
.playing .notes:not([hidden]) { position: fixed; inset: auto 0 4px 0; height: calc(32vh - 4px); box-sizing: border-box; overflow: auto; padding: 16px 6vw; background: #161c25; border-top: 1px solid #333c49; cursor: auto; }
.notes p { margin: 0 0 .6em; max-width: 60em; }
.playing .pending { visibility: hidden; opacity: 0; }
.playing[data-blank=black], .playing[data-blank=black] body { background: #000; cursor: none; }
.playing[data-blank=white], .playing[data-blank=white] body { background: #fff; cursor: none; }
.playing:not([data-blank=none]) :is(main, #progress, #controls) { visibility: hidden; }
.playing:fullscreen:not(.active), .playing:fullscreen:not(.active) div.marpit { cursor: none; }
@media (display-mode: fullscreen) { .playing:not(.active), .playing:not(.active) div.marpit { cursor: none; } }
#progress { position: fixed; left: 0; bottom: 0; height: 4px; width: 0; background: #e9a17e; }
#told, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.icon { display: block; width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
:where(#controls, .panel > header, .grid > li) > button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
:is(#controls, .panel > header) > button { display: grid; place-items: center; width: 48px; height: 48px; border-radius: 8px; }
:is(#controls, .panel > header) > button:hover { background: #2c3644; }
:is(#controls, .panel > header) > button:focus-visible { outline: 3px solid #e9a17e; outline-offset: 2px; }
.notes:focus-visible, .panel > .body:focus-visible { outline: 3px solid #e9a17e; outline-offset: -3px; }
#controls { position: fixed; left: 50%; bottom: 16px; transform: translateX(-50%); display: flex; align-items: center; padding: 4px; border-radius: 12px; background: #161c25; border: 1px solid #333c49; opacity: 0; pointer-events: none; }
.active #controls, #controls:hover, #controls:focus-within { opacity: 1; pointer-events: auto; }
.noting #controls { bottom: calc(32vh + 16px); }
#controls .position { min-width: 5em; text-align: center; font-size: 17px; font-variant-numeric: tabular-nums; white-space: nowrap; }
#hint { position: fixed; left: 50%; bottom: 92px; transform: translateX(-50%); max-width: 80vw; padding: 8px 20px; border-radius: 12px; background: #161c25; border: 1px solid #333c49; font-size: 28px; font-variant-numeric: tabular-nums; }
#hint:empty { visibility: hidden; }

.panel { color: #e8ecf1; background: #0c1016; border: 0; padding: 0; box-sizing: border-box; overflow: hidden; }
.panel[open] { display: flex; flex-direction: column; }
.panel::backdrop { background: rgb(0 0 0 / .6); }
.panel > header { flex: none; display: flex; align-items: center; justify-content: space-between; padding: 12px 16px 12px 28px; }
.panel > header > h2 { margin: 0; font: 700 24px/1.4 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
.panel > .body { flex: 1; min-height: 0; overflow: auto; padding: 4px 28px 28px; overscroll-behavior: contain; }
#overview { inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; }
#overview .grid { list-style: none; margin: 0; padding: 8px 0 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, max(150px, 15vw)), 1fr)); gap: 20px; }
.grid > li { position: relative; text-align: center; }
.grid .thumb { display: block; aspect-ratio: var(--slide); content-visibility: auto; border-radius: 4px; }
.grid .thumb > svg { display: block; width: 100%; height: 100%; text-align: start; }
.grid .thumb .pending { visibility: visible; opacity: 1; }
.grid > li > button { padding: 6px 8px; font-size: 16px; font-variant-numeric: tabular-nums; color: #aeb8c4; }
.grid > li > button::after { content: ''; position: absolute; inset: 0 0 auto; aspect-ratio: var(--slide); border-radius: 4px; }
.grid > li > button:focus-visible { outline: 0; }
.grid > li > button:focus-visible::after { outline: 4px solid #fff; outline-offset: 4px; }
.grid > li > [aria-current] { color: #e9a17e; font-weight: 700; }
.grid > li > [aria-current]::after { box-shadow: 0 0 0 4px #e9a17e; }
#help { margin: auto; width: 960px; max-width: 96vw; max-height: 94vh; border-radius: 12px; border: 1px solid #333c49; background: #161c25; font-size: 18px; }
#help dl { margin: 0; columns: 2 400px; column-gap: 40px; }
#help dl > div { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; padding: 7px 0; border-bottom: 1px solid #333c49; break-inside: avoid; }
#help dt { order: 1; display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 4px; }
#help dd { margin: 0; flex: none; max-width: 60%; }
#help .body > p { margin: 18px 0 0; color: #aeb8c4; font-size: 16px; }
#help kbd { display: inline-block; min-width: 14px; padding: 0 7px; border: 1px solid #586475; border-radius: 5px; font: inherit; font-size: 15px; line-height: 24px; text-align: center; white-space: nowrap; }
#help kbd .icon { width: 14px; height: 24px; }

@media (prefers-reduced-motion: no-preference) {
  .playing [data-marpit-fragment] { transition: opacity .15s; }
  #controls { transition: opacity .15s; }
}
@media (max-width: 480px) { #controls .position { min-width: 3.6em; } #controls > button { width: 44px; height: 44px; } }
@media (forced-colors: active) {
  #progress { forced-color-adjust: none; background: Highlight; }
  .grid > li > [aria-current]::after { outline: 4px solid Highlight; }
}
}`
