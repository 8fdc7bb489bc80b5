/** What cannot be read as PDF at all. Never leaves the audit: it becomes a finding. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError'
}
