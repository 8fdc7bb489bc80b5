/** Pictures of a page that is printed on white paper, as new `data:` addresses. */
import type { PaperInk } from './paper-color.ts'

/** Side of the small copy that tells what a picture is like. */
const SAMPLE = 48
/** Printed 180 mm wide this is 450 dots an inch: more than a copier has. */
const MOST_PX = 3200
const CLEAR = 128
const NOTHING = 8
/** Of 255: a picture of nothing darker is not seen on paper. */
const PALE = 200
/** Channels that differ by less are a grey that was packed with loss. */
const COLORFUL = 6

export type Kind = { readonly isColored: boolean; readonly isPaleOnNothing: boolean }

type Drawable = CanvasImageSource & {
  readonly naturalWidth: number
  readonly naturalHeight: number
}

/** The address to show instead; undefined when the picture is good as it is or cannot be read. */
export function pictureOnPaper(image: Drawable, ink: PaperInk): string | undefined {
  const kind = kindOf(image)
  const filters = [
    // What was made for a dark ground: light becomes dark, hues stay.
    ...(kind.isPaleOnNothing ? ['invert(1)', 'hue-rotate(180deg)'] : []),
    ...(ink === 'grey' && kind.isColored ? ['grayscale(1)'] : []),
  ]
  return filters.length === 0 ? undefined : redraw(image, filters.join(' '), kind)
}

function kindOf(image: Drawable): Kind {
  const pixels = pixelsOf(image)
  let [colored, visible, pale, clear] = [0, 0, 0, 0]
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    const range = Math.max(red, green, blue) - Math.min(red, green, blue)
    if (alpha > NOTHING && range > COLORFUL) colored += 1
    if (alpha < CLEAR) {
      clear += 1
      continue
    }
    visible += 1
    if (0.2126 * red + 0.7152 * green + 0.0722 * blue > PALE) pale += 1
  }
  return {
    isColored: colored > 0,
    isPaleOnNothing: clear > 0 && visible > 0 && pale > 0.95 * visible,
  }
}

function pixelsOf(image: Drawable): Uint8ClampedArray {
  const context = contextOf(SAMPLE, SAMPLE)
  if (!context) return new Uint8ClampedArray()
  context.drawImage(image, 0, 0, SAMPLE, SAMPLE)
  return context.getImageData(0, 0, SAMPLE, SAMPLE).data
}

function redraw(image: Drawable, filter: string, { isPaleOnNothing }: Kind): string | undefined {
  const { naturalWidth, naturalHeight } = image
  const scale = Math.min(1, MOST_PX / Math.max(naturalWidth, naturalHeight))
  const [width, height] = [Math.round(naturalWidth * scale), Math.round(naturalHeight * scale)]
  const context = contextOf(width, height)
  if (!context || width < 1 || height < 1) return undefined
  context.filter = filter
  context.drawImage(image, 0, 0, width, height)
  const hasClear = isPaleOnNothing || hasClearPixels(context, width, height)
  return context.canvas.toDataURL(hasClear ? 'image/png' : 'image/jpeg', 0.92)
}

function hasClearPixels(context: CanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

function contextOf(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  return canvas.getContext('2d', { willReadFrequently: true })
}
