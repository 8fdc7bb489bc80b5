/**
 * Colours by lightness, chroma and hue as the eye orders them: Oklab, Björn Ottosson, "A perceptual color
 * space for image processing", 2020; the matrices are his.
 */
import { encode, hexOf, linearOf, type Triple } from './contrast.ts'

export type Oklch = {
  /** 0 black to 1 white. */
  readonly lightness: number
  /** 0 grey; no colour of sRGB has more than 0.33. */
  readonly chroma: number
  /** In radians. */
  readonly hue: number
}

export function toOklch(color: string): Oklch {
  const [r, g, b] = linearOf(color)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(across, along),
    hue: Math.atan2(along, across),
  }
}

/** Nearer than this, two marks of a chart look alike; black and white are 1 apart. */
const LEAST_DISTANCE = 0.1
/** Two colours below it both look black on a projector. */
const NEARLY_BLACK = 0.3

export function lookAlike(first: string, second: string): boolean {
  const [a, b] = [toOklch(first), toOklch(second)]
  if (Math.max(a.lightness, b.lightness) < NEARLY_BLACK) return true
  const across = a.chroma * Math.cos(a.hue) - b.chroma * Math.cos(b.hue)
  const along = a.chroma * Math.sin(a.hue) - b.chroma * Math.sin(b.hue)
  return Math.hypot(a.lightness - b.lightness, across, along) < LEAST_DISTANCE
}

/** A colour that no screen has keeps its lightness and hue and gives up chroma. */
export function fromOklch(color: Oklch): string {
  const whole = lightOf(color)
  if (isOnScreen(whole)) return toHex(whole)
  let [least, most] = [0, color.chroma]
  for (let step = 0; step < 20; step++) {
    const chroma = (least + most) / 2
    if (isOnScreen(lightOf({ ...color, chroma }))) least = chroma
    else most = chroma
  }
  return toHex(lightOf({ ...color, chroma: least }))
}

function lightOf({ lightness, chroma, hue }: Oklch): Triple {
  const across = chroma * Math.cos(hue)
  const along = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * across + 0.2158037573 * along) ** 3
  const m = (lightness - 0.1055613458 * across - 0.0638541728 * along) ** 3
  const s = (lightness - 0.0894841775 * across - 1.291485548 * along) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Rounding of the matrices is no reason to give up chroma. */
const SLACK = 0.0005

function isOnScreen(light: Triple): boolean {
  return light.every((value) => value >= -SLACK && value <= 1 + SLACK)
}

function toHex([red, green, blue]: Triple): string {
  const channel = (value: number): number =>
    Math.round(encode(Math.min(1, Math.max(0, value))) * 255)
  return hexOf([channel(red), channel(green), channel(blue)])
}
