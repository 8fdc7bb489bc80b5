import { hideRunningText } from '../read-slides.ts'

/**
 * The `<svg>` of each slide of a drawn deck, without the notes behind it; what stands at its foot is not read aloud.
 * Content cannot write this tag: its `<` arrives as `&lt;`.
 */
export function slideElements(body: string): readonly string[] {
  const [, ...parts] = hideRunningText(body).split(/(?=<svg data-marpit-svg)/)
  return parts.map((part) => part.slice(0, part.lastIndexOf('</svg>') + '</svg>'.length))
}
