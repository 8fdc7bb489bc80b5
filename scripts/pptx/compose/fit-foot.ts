/** Texts of the foot line on one line of their places: smaller first, then cut at a word. */
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { FootText, PlaceholderRole, SlidePage } from '../presentation.ts'
import type { FootTexts } from './read-directives.ts'

/** 12 pt: what a foot line needs to be read; see print/inspect. */
const LEAST_PX = 16
/** Another font than Noto may be a little wider. */
const SPARE = 1.03

/** The texts of one slide; where its section, date and number are not shown, the footer has their room. */
export function fitFoot(
  { footer, header, isPaginated }: FootTexts,
  canvas: Canvas,
): Pick<SlidePage, 'footer' | 'section'> {
  const section = fitText(header, planOf('section', canvas), canvas)
  const plan = planOf('footer', canvas)
  const fitted = fitText(footer, plan, canvas)
  if (plan === undefined || plan.look !== undefined || isWhole(fitted))
    return { footer: fitted, section }
  const beside: readonly PlaceholderRole[] = [
    ...(header === '' ? [] : (['section'] as const)),
    ...(isPaginated ? (['date', 'number'] as const) : []),
  ]
  const box = { ...plan.box, width: endOf(plan, beside, canvas) - plan.box.x }
  if (box.width <= plan.box.width) return { footer: fitted, section }
  return { footer: { ...fitText(footer, { ...plan, box }, canvas), box }, section }
}

function isWhole({ sizePx, whole }: FootText): boolean {
  return sizePx === undefined && whole === undefined
}

function planOf(role: PlaceholderRole, { layout }: Canvas): PlaceholderPlan | undefined {
  return layout.placeholders.find((candidate) => candidate.role === role)
}

/** Between neighbours in the line. */
const GAP_PX = 24

/** Where the room at the right of a place ends: at the first of those in its line that are shown. */
function endOf(
  { box }: PlaceholderPlan,
  beside: readonly PlaceholderRole[],
  { layout, ruler: { tokens } }: Canvas,
): number {
  const starts = layout.placeholders
    .filter((plan) => beside.includes(plan.role) && plan.box.y === box.y && plan.box.x > box.x)
    .map((plan) => plan.box.x - GAP_PX)
  return Math.min(tokens.widthPx - tokens.marginXPx, ...starts)
}

function fitText(text: string, plan: PlaceholderPlan | undefined, canvas: Canvas): FootText {
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
