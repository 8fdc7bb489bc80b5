/** The grey pixels of a JPEG whose lightness is no component of its own: RGB, CMYK, YCCK. */
import { lumaOf } from './grey.ts'
import type { GreyPixels } from './plain-png.ts'
import { hasLightness, type Jpeg, type JpegComponent } from './read-jpeg.ts'

export function jpegPixels(jpeg: Jpeg): GreyPixels {
  const { width, height } = jpeg
  const values = new Uint8Array(2 * width * height)
  readPixels(jpeg, (samples, index) => {
    values[2 * index] = greyOfSamples(samples, jpeg)
    values[2 * index + 1] = 255
  })
  return { width, height, values }
}

/** The samples of every component, line by line. */
export function readPixels(
  jpeg: Jpeg,
  use: (samples: readonly number[], index: number) => void,
): void {
  const { width, height } = jpeg
  const planes = jpeg.components.map(planeOf)
  const most = {
    horizontal: Math.max(...jpeg.components.map(({ horizontal }) => horizontal)),
    vertical: Math.max(...jpeg.components.map(({ vertical }) => vertical)),
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const samples = planes.map(({ component, samples: all }) => {
        const column = Math.floor((x * component.horizontal) / most.horizontal)
        const line = Math.floor((y * component.vertical) / most.vertical)
        return all[line * component.blocksPerLine * 8 + column] ?? 0
      })
      use(samples, y * width + x)
    }
}

/** Adobe writes inks the wrong way round, so that they multiply like light (TN 5116, APP14). */
function greyOfSamples(samples: readonly number[], jpeg: Jpeg): number {
  const [first = 0, second = 0, third = 0, black = 0] = samples
  if (samples.length < 4) return hasLightness(jpeg) ? first : lumaOf(first, second, third)
  // YCC of YCCK is made of light, whose complements are the inks as they are written.
  const light = hasLightness(jpeg) ? 255 - first : lumaOf(first, second, third)
  const isInverted = jpeg.adobeTransform !== undefined
  return Math.round((isInverted ? light * black : (255 - light) * (255 - black)) / 255)
}

type Plane = { readonly component: JpegComponent; readonly samples: Uint8Array }

function planeOf(component: JpegComponent): Plane {
  const { coefficients, blocksPerLine } = component
  const stride = blocksPerLine * 8
  const samples = new Uint8Array(coefficients.length)
  const block = new Float64Array(64)
  for (let index = 0; index * 64 < coefficients.length; index++) {
    transformBlock(component, index * 64, block)
    const top = Math.floor(index / blocksPerLine) * 8
    const left = (index % blocksPerLine) * 8
    for (let i = 0; i < 64; i++)
      samples[(top + (i >> 3)) * stride + left + (i & 7)] = Math.max(
        0,
        Math.min(255, Math.round(128 + (block[i] ?? 0))),
      )
  }
  return { component, samples }
}

/** Where the coefficients stand in their block (T.81, figure A.6). */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]

const COSINES = Float64Array.from({ length: 64 }, (_, index) => {
  const [x, u] = [index >> 3, index & 7]
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)
})

/** T.81, A.3.3: the inverse transform, first along the lines, then along the columns. */
function transformBlock(
  { coefficients, quantization }: JpegComponent,
  at: number,
  block: Float64Array,
): void {
  const rows = new Float64Array(64)
  const input = new Float64Array(64)
  for (const [k, place] of ZIGZAG.entries())
    input[place] = (coefficients[at + k] ?? 0) * (quantization[k] ?? 1)
  for (let v = 0; v < 8; v++)
    for (let x = 0; x < 8; x++) {
      let sum = 0
      for (let u = 0; u < 8; u++) sum += (COSINES[x * 8 + u] ?? 0) * (input[v * 8 + u] ?? 0)
      rows[v * 8 + x] = sum
    }
  for (let x = 0; x < 8; x++)
    for (let y = 0; y < 8; y++) {
      let sum = 0
      for (let v = 0; v < 8; v++) sum += (COSINES[y * 8 + v] ?? 0) * (rows[v * 8 + x] ?? 0)
      block[y * 8 + x] = sum
    }
}
