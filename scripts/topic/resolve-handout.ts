/** What the front matter and the folder ask of handouts. */
import { type Layers, pick } from './layers.ts'
import type { HandoutData } from './schema.ts'
import { whereValue } from './source-document.ts'
import { HANDOUT_LAYOUTS, type HandoutLayout, type HandoutWishes } from './topic.ts'

/** Each key by itself: a topic may change the layout and keep the folder's ink. */
export function resolveHandout(layers: Layers<HandoutData>): HandoutWishes {
  const layout = handoutLayout(String(pick(layers, 'layout')?.value ?? ''))
  const copy = pick(layers, 'copy')?.value
  const blanks = pick(layers, 'blanks')?.value
  const ink = pick(layers, 'ink')?.value
  const sheets = pick(layers, 'sheets')
  return {
    ...(layout !== undefined && { layout }),
    ...(copy !== undefined && { copy }),
    ...(blanks !== undefined && { blanks }),
    ...(ink !== undefined && { ink }),
    ...(sheets !== undefined && { sheets: sheets.value, sheetsAt: whereValue(sheets.at) }),
  }
}

/** One slide on a sheet is the one with its notes; undefined for what is no layout. */
export function handoutLayout(word: string): HandoutLayout | undefined {
  return word === '1' ? 'notes' : HANDOUT_LAYOUTS.find((layout) => layout === word)
}
