/** For renderers: what the rewriter cannot do with a browser's PDF is told as the browser's failure. */
import { PrintError } from '../printer.ts'
import { type PdfEdit, rewritePdf } from './rewrite-pdf.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

/** Throws PrintError. */
export function finishPdf(pdf: Uint8Array, edit: PdfEdit): Uint8Array {
  try {
    return rewritePdf(pdf, edit)
  } catch (error) {
    if (!(error instanceof UnexpectedPdf)) throw error
    throw new PrintError({
      code: 'browser-failed',
      reach: 'document',
      message: `The browser’s PDF is not as this program knows it: ${error.message}`,
      hint: 'use another Chrome, Edge or Chromium with `--browser PATH`',
    })
  }
}
