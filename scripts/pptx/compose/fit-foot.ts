/** Texts of the foot line on one line of their places: smaller first, then cut at a word. */
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { FootText } from '../presentation.ts'

/** 12 pt: what a foot line needs to be read; see print/inspect. */
const LEAST_PX = 16
/** Another font than Noto may be a little wider. */
const SPARE = 1.03

export function fitFoot(text: string, role: 'footer' | 'section', canvas: Canvas): FootText {
  const plan = canvas.layout.placeholders.find((candidate) => candidate.role === role)
  if (text === '' || plan === undefined) return { text }
  const { left, right } = plan.look?.insets ?? { left: 0, right: 0 }
  const widthPx = plan.box.width - left - right
  const fits = (candidate: string, sizePx: number): boolean =>
    widthAt(candidate, { plan, sizePx, canvas }) * SPARE <= widthPx
  if (fits(text, plan.sizePx)) return { text }
  const least = Math.min(plan.sizePx, LEAST_PX)
  // Cut at the usual size: of two texts in one line the longer would be the smaller.
  if (!fits(text, least)) return { text: cut(text, (one) => fits(one, plan.sizePx)), whole: text }
  const share = widthPx / (widthAt(text, { plan, sizePx: 1, canvas }) * SPARE)
  return { text, sizePx: Math.max(least, Math.floor(share * 4) / 4) }
}

type At = { readonly plan: PlaceholderPlan; readonly sizePx: number; readonly canvas: Canvas }

function widthAt(text: string, { plan, sizePx, canvas: { ruler } }: At): number {
  const usual = ruler.tokens.sizes.foot.sizePx
  const weight = plan.isStrong === true ? 700 : 400
  return (ruler.widthOf(text, { size: 'foot', weight }) * sizePx) / usual
}

/** As many of its words as fit, and of a single long one as many letters. */
function cut(text: string, fits: (candidate: string) => boolean): string {
  const words = text.split(/\s+/)
  for (let count = words.length - 1; count > 0; count--) {
    const candidate = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:–—·-]+$/, '')}…`
    if (fits(candidate)) return candidate
  }
  const letters = [...new Intl.Segmenter('en').segment(words[0] ?? '')].map(
    ({ segment }) => segment,
  )
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('')}…`
}
