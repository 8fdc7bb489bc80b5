/** The slides of a deck as pictures: the browser draws them as on a screen of that width, a few at a time. */
import type { Printer } from './printer.ts'
import { shrinkPng } from './shrink-png.ts'

export type DeckPicturesInput = {
  /** `deck.html`. */
  readonly html: string
  /** Of a slide, in the deck's own pixels. */
  readonly slide: Box
  /** Whole pixels; what a slide has below is cut off. */
  readonly picture: Box
}

export type Box = { readonly widthPx: number; readonly heightPx: number }

/** The height of a slide as wide as that: whole pixels, because a last one in part would be mixed with what is behind it. */
export function pictureHeight(slide: Box, widthPx: number): number {
  return Math.floor((widthPx * slide.heightPx) / slide.widthPx)
}

/** Of one page load: enough that loading costs little, few enough for its deadline and for memory. */
const SLIDES_A_PAGE = 12
/** Twelve slides of 1920 × 1080. */
const PIXELS_A_PAGE = 25_000_000
/** As many as the browser works on at once; more would only wait in memory. */
const PAGES_AHEAD = 2

/** One for each slide, in order; never more than a few in memory. */
export async function* pictureSlides(
  input: DeckPicturesInput,
  printer: Printer,
): AsyncGenerator<Uint8Array> {
  const { widthPx, heightPx } = input.picture
  const most = Math.floor(PIXELS_A_PAGE / (widthPx * heightPx))
  const pages = [...smallPages(input.html, Math.max(1, Math.min(SLIDES_A_PAGE, most)))]
  const running: Promise<readonly Uint8Array[]>[] = []
  for (let next = 0; next < pages.length || running.length > 0; ) {
    for (const page of pages.slice(next, next + PAGES_AHEAD - running.length)) {
      const pictures = picturePage(page, input, printer)
      // Awaited in its turn; one that fails meanwhile must not end the process.
      pictures.catch(() => undefined)
      running.push(pictures)
      next += 1
    }
    yield* (await running.shift()) ?? []
  }
}

type SmallPage = { readonly html: string; readonly slideCount: number }

/** What Marp writes before each slide; text of authors holds no tag. */
const SLIDE = '<svg data-marpit-svg'
const END = '</div></main>'

/** The page once more for every few slides; its scripts do not run and are left out. */
function* smallPages(html: string, slidesAPage: number): Generator<SmallPage> {
  const [head = '', ...slides] = html.split(SLIDE)
  const last = slides.pop() ?? ''
  const all = [...slides, last.slice(0, last.indexOf(END))]
  for (let from = 0; from < all.length; from += slidesAPage) {
    const some = all.slice(from, from + slidesAPage)
    yield { html: [head, ...some].join(SLIDE) + END, slideCount: some.length }
  }
}

async function picturePage(
  { html, slideCount }: SmallPage,
  { slide, picture }: DeckPicturesInput,
  printer: Printer,
): Promise<readonly Uint8Array[]> {
  const { widthPx, heightPx } = picture
  const slidePx = (widthPx * slide.heightPx) / slide.widthPx
  const { pictures } = await printer.run({
    html,
    media: 'screen',
    viewport: { widthPx, heightPx, scale: 1 },
    inspect: playAt(slidePx),
    pictures: Array.from({ length: slideCount }, (_, index) => {
      return { x: 0, y: 0, width: widthPx, height: heightPx, before: showAlone(index) }
    }),
  })
  // One after the other: unpacked, each is megabytes.
  const small: Uint8Array[] = []
  for (const png of pictures) small.push(await shrinkPng(png))
  return small
}

/**
 * As the player sets the page, one slide on the whole of it: stacked below each other, hairlines are rounded to
 * pixels another way. The rule goes into the page's own sheet: its policy takes no other.
 */
function playAt(slidePx: number): string {
  const rule = `.playing div.marpit { bottom: auto; height: ${slidePx}px }`
  return `{
  const sheet = document.styleSheets[0]
  sheet.insertRule(${JSON.stringify(rule)}, sheet.cssRules.length)
  document.documentElement.classList.add('playing')
  document.documentElement.dataset.blank = 'none'
}`
}

function showAlone(index: number): string {
  return `document.querySelectorAll('div.marpit > svg')
  .forEach((slide, index) => slide.classList.toggle('current', index === ${index}))`
}
