/** Slides as they go to the printer: the same to the eye, told better to who hears the PDF. */
import { FORMULA_MARK } from './pdf/mend-tags.ts'
import { openingTag, SLIDE } from './read-slides.ts'
import { leadToSlides } from './slide-links.ts'

export function asPrinted(html: string): string {
  return describeFormulas(hideRunningText(leadToSlides(html)))
}

/**
 * Header and footer of a slide are no part of what it says, and nobody should be told them on every page. Those of
 * slides without a number, as the title has, are.
 */
function hideRunningText(html: string): string {
  const [before = '', ...parts] = html.split(SLIDE)
  const hidden = parts.map((part) =>
    / data-marpit-pagination="/.test(openingTag(part))
      ? part.replace(/<(header|footer)>/g, '<$1 aria-hidden="true">')
      : part,
  )
  return [before, ...hidden].join(SLIDE)
}

/** KaTeX: MathML, which is not shown and which Chromium has no tags for, then what is shown, which is hidden from readers. */
const FORMULA = '<span class="katex"><span class="katex-mathml">'
const SHOWN = '</math></span><span class="katex-html" aria-hidden="true">'
const DISPLAY = '<span class="katex-display">'
const TEX = /<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/
const DESCRIBED = /^<div [^>]*role="img" aria-label="/

/**
 * What is shown becomes a picture told by its words, or by its TeX where it has none: MathML is for the screen alone.
 * Cut at fixed strings: a pattern that looks for what stands before a formula looks through every picture of the page
 * again and again.
 */
function describeFormulas(html: string): string {
  const [start = '', ...rest] = html.split(FORMULA)
  const parts = [start]
  for (const part of rest) {
    const end = part.indexOf(SHOWN)
    // Not of KaTeX: an author's own tags.
    if (end < 0) parts.push(FORMULA, part)
    else
      parts.push(...opened(parts.pop() ?? '', part.slice(0, end)), part.slice(end + SHOWN.length))
  }
  return parts.join('')
}

/** @returns what stands before a formula, and its opening tags */
function opened(before: string, mathml: string): readonly [string, string] {
  const described = describe(before)
  const tex = quoted(TEX.exec(mathml)?.[1] ?? '')
  const role = described === undefined ? ` role="img" aria-label="${FORMULA_MARK}${tex}"` : ''
  return [described ?? before, `<span class="katex"${role}><span class="katex-html">`]
}

/** The markup before a formula, its words marked; undefined when it has none. */
function describe(before: string): string | undefined {
  if (!before.endsWith(DISPLAY)) return undefined
  const opening = before.lastIndexOf('<', before.length - DISPLAY.length - 1)
  const tag = DESCRIBED.exec(before.slice(opening))?.[0]
  if (tag === undefined) return undefined
  const at = opening + tag.length
  return `${before.slice(0, at)}${FORMULA_MARK}${before.slice(at)}`
}

function quoted(text: string): string {
  return text.replaceAll('"', '&quot;').replace(/\s+/g, ' ')
}
