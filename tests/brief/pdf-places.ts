/** Where text stands on the first page of a PDF, by pdf.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type TextPlace = {
  readonly text: string
  /** Points from the left, and of the baseline from the top of the page. */
  readonly x: number
  readonly y: number
  readonly width: number
}

export async function placesIn(pdf: Uint8Array): Promise<readonly TextPlace[]> {
  // pdf.js takes the buffer over: hand it a copy.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await loading.promise
  const page = await document.getPage(1)
  const { height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const places = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [x = 0, y = 0] = item.transform.slice(4) as readonly number[]
    return [{ text: item.str.trim(), x, y: height - y, width: item.width }]
  })
  await loading.destroy()
  return places
}
