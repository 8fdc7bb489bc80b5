/** A file that is not written as Chromium writes its PDFs: nothing is made of it rather than something broken. */
export class UnexpectedPdf extends Error {
  override readonly name = 'UnexpectedPdf'
}
