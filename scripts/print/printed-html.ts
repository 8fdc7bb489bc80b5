/** Slides as they go to the printer: the same to the eye, told better to who hears the PDF. */
import { FORMULA_MARK } from './pdf/mend-tags.ts'
import { openingTag, SLIDE } from './read-slides.ts'

export function asPrinted(html: string): string {
  return describeFormulas(hideRunningText(html))
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
  return before + hidden.join('')
}

/** KaTeX: MathML, which is not shown and which Chromium has no tags for, then what is shown, which is hidden from readers. */
const FORMULA =
  /(<div [^>]*role="img" aria-label=")?([^<]*<span class="katex-display">)?<span class="katex"><span class="katex-mathml">(?:(?!<annotation)[\s\S])*<annotation encoding="application\/x-tex">([^<]*)<\/annotation>(?:(?!<\/math>)[\s\S])*<\/math><\/span><span class="katex-html" aria-hidden="true">/g

/**
 * What is shown becomes a picture told by its words, or by its TeX where it has none: MathML is for the screen alone.
 */
function describeFormulas(html: string): string {
  if (!html.includes('<span class="katex">')) return html
  return html.replace(FORMULA, (_, described = '', display = '', tex = '') => {
    const role = described === '' ? ` role="img" aria-label="${FORMULA_MARK}${quoted(tex)}"` : ''
    const before = described === '' ? '' : `${described}${FORMULA_MARK}`
    return `${before}${display}<span class="katex"${role}><span class="katex-html">`
  })
}

function quoted(text: string): string {
  return text.replaceAll('"', '&quot;').replace(/\s+/g, ' ')
}
