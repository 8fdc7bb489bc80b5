/** Shapes of the boxes of a flow chart: by their brackets, and by the names of `A@{ shape: … }`. */
import type { NodeShape } from './diagram.ts'

/** The longest opening first. */
export const BRACKETS: readonly (readonly [string, readonly string[], NodeShape])[] = [
  ['(((', [')))'], 'double-circle'],
  ['((', ['))'], 'circle'],
  ['([', ['])'], 'stadium'],
  ['(-', ['-)'], 'stadium'],
  ['[[', [']]'], 'subroutine'],
  ['[(', [')]'], 'cylinder'],
  ['[/', ['/]'], 'slanted'],
  ['[/', ['\\]'], 'trapezoid'],
  ['[\\', ['\\]'], 'slanted-left'],
  ['[\\', ['/]'], 'trapezoid-down'],
  ['{{', ['}}'], 'hexagon'],
  ['[', [']'], 'box'],
  ['(', [')'], 'rounded'],
  ['{', ['}'], 'diamond'],
  ['>', [']'], 'flag'],
]

/** The nearest of ours to each shape of Mermaid 11, under all of its names. */
const NAMES: Readonly<Record<NodeShape, string>> = {
  box: 'rect proc process rectangle notch-rect card notched-rectangle lin-rect lin-proc lined-process lined-rectangle shaded-process st-rect procs processes stacked-rectangle div-rect div-proc divided-process divided-rectangle win-pane internal-storage window-pane tag-rect tag-proc tagged-process tagged-rectangle icon image fork-rect bow-rect bow-tie-rectangle stored-data sl-rect manual-input sloped-rectangle bolt com-link lightning-bolt datastore data-store',
  rounded: 'rounded event cloud bang',
  stadium: 'stadium pill terminal delay half-rounded-rectangle',
  circle: 'circle circ cross-circ crossed-circle summary',
  'double-circle': 'dbl-circ double-circle',
  diamond: 'diam diamond decision question',
  hexagon: 'hex hexagon prepare curv-trap curved-trapezoid display',
  cylinder: 'cyl cylinder db database das h-cyl horizontal-cylinder lin-cyl disk lined-cylinder',
  subroutine: 'fr-rect subprocess subproc subroutine framed-rectangle',
  flag: 'odd flag-rect brace brace-l comment brace-r braces',
  slanted: 'lean-r lean-right in-out',
  'slanted-left': 'lean-l lean-left out-in',
  trapezoid: 'trap-b trapezoid trapezoid-bottom priority tri triangle extract',
  'trapezoid-down':
    'trap-t inv-trapezoid trapezoid-top manual flip-tri flipped-triangle manual-file notch-pent loop-limit notched-pentagon',
  document:
    'doc document docs documents st-doc stacked-document lin-doc lined-document tag-doc tagged-document flag paper-tape',
  text: 'text',
  note: 'note',
  start: 'sm-circ small-circle start f-circ filled-circle junction',
  end: 'fr-circ framed-circle stop',
  bar: 'fork join hourglass collate',
}

const SHAPES: ReadonlyMap<string, NodeShape> = new Map(
  Object.entries(NAMES).flatMap(([shape, names]) =>
    // The keys of NAMES are all shapes there are.
    names.split(' ').map((name) => [name, shape as NodeShape] as const),
  ),
)

export function shapeNamed(name: string): NodeShape | undefined {
  return SHAPES.get(name)
}
