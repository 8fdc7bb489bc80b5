import { asPrinted } from '../printed-html.ts'

/**
 * The `<svg>` of each slide of a drawn deck, without the notes behind it, as the printer gets it.
 * Content cannot write this tag: its `<` arrives as `&lt;`.
 */
export function slideElements(body: string): readonly string[] {
  const [, ...parts] = asPrinted(body).split(/(?=<svg data-marpit-svg)/)
  return parts.map((part) => part.slice(0, part.lastIndexOf('</svg>') + '</svg>'.length))
}
