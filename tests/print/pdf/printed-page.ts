/** A small document, printed by the Chromium of the tests. */
import { webFontCss } from '../../../scripts/font/web-fonts.ts'
import type { PdfEdit } from '../../../scripts/print/pdf/rewrite-pdf.ts'
import type { Printer } from '../../../scripts/print/printer.ts'
import { textOf } from '../../../scripts/print/read-slides.ts'

export type PrintedDocument = { readonly pdf: Uint8Array; readonly text: string }

export async function printPage(
  body: string,
  printer: Printer,
  { css = '', lang = 'en' }: { readonly css?: string; readonly lang?: 'en' | 'hi' } = {},
): Promise<PrintedDocument> {
  const rules = `@page { size: 640px 480px; margin: 20px } body { font: 24px/1.4 'Noto Sans', 'Noto Sans Devanagari' } ${css}`
  const fonts = await webFontCss({
    html: body,
    css: rules,
    script: '',
    lang,
    hasItalic: false,
    hasSerifText: false,
  })
  const html = `<!doctype html><html lang="${lang}"><head><title>A page</title><style>${fonts}${rules}</style></head><body>${body}</body></html>`
  const viewport = { widthPx: 640, heightPx: 480, scale: 1 }
  const { pdf } = await printer.run({ html, media: 'print', viewport, pdf: true })
  if (pdf === undefined) throw new Error('nothing was printed')
  return { pdf, text: textOf(html) }
}

export function editOf(text: string, lang = 'en'): PdfEdit {
  return {
    info: { title: 'A page', author: '', subject: '', keywords: [], lang, date: '' },
    outline: [],
    pageLabels: [],
    notes: [],
    text,
    opensAs: 'sheets',
  }
}
