/** Pictures of the page: those of elements and those that its style sheet paints. */
import { addRules } from './add-rules.ts'
import { pictureOnPaper } from './page-images.ts'
import type { PaperInk } from './paper-color.ts'

const DATA_URL = /url\("(data:image\/[^"]+)"\)/
const PAINTED = ['backgroundImage', 'listStyleImage', 'borderImageSource', 'content'] as const

/** @returns how many were drawn anew */
export async function settlePictures(elements: readonly Element[], ink: PaperInk): Promise<number> {
  const known = new Map<string, string | undefined>()
  const anew = async (address: string): Promise<string | undefined> => {
    if (!known.has(address)) known.set(address, await redrawn(address, ink))
    return known.get(address)
  }
  let count = 0
  for (const element of elements) {
    if (element instanceof HTMLImageElement) count += await settleSource(element, 'src', anew)
    if (element instanceof SVGImageElement) count += await settleSource(element, 'href', anew)
  }
  return count + (await settlePainted(elements, anew))
}

type Anew = (address: string) => Promise<string | undefined>

async function settleSource(element: Element, name: string, anew: Anew): Promise<number> {
  const address = await anew(element.getAttribute(name) ?? '')
  if (address === undefined) return 0
  element.setAttribute(name, address)
  if (element instanceof HTMLImageElement) await element.decode().catch(() => undefined)
  return 1
}

/** After the grounds were taken away: what is left are logos and marks. */
async function settlePainted(elements: readonly Element[], anew: Anew): Promise<number> {
  const rules: string[] = []
  for (const element of elements) {
    for (const pseudo of ['', '::before', '::after']) {
      const style = getComputedStyle(element, pseudo === '' ? null : pseudo)
      for (const property of PAINTED) {
        const [whole, address = ''] = DATA_URL.exec(style[property]) ?? []
        const drawn = whole === undefined ? undefined : await anew(address)
        if (whole === undefined || drawn === undefined) continue
        const mark = element.getAttribute('data-picture') ?? String(rules.length)
        element.setAttribute('data-picture', mark)
        const value = style[property].replace(whole, () => `url("${drawn}")`)
        const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
        rules.push(`[data-picture="${mark}"]${pseudo}{${name}:${value}!important}`)
      }
    }
  }
  addRules(rules)
  return rules.length
}

async function redrawn(address: string, ink: PaperInk): Promise<string | undefined> {
  if (!address.startsWith('data:image/')) return undefined
  const image = new Image()
  image.src = address
  try {
    await image.decode()
  } catch {
    // A picture that is not shown needs no colours.
    return undefined
  }
  return pictureOnPaper(image, ink)
}
