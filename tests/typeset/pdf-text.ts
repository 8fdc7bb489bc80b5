/** Text of a PDF as three readers see it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfReading = {
  readonly pageCount: number
  readonly text: string
  readonly links: readonly string[]
}

/** By pdf.js, which concatenates glyph by glyph and ignores ActualText. */
export async function readPdf(pdf: Uint8Array): Promise<PdfReading> {
  // pdf.js takes the buffer over: hand it a copy.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await loading.promise
  const texts: string[] = []
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    )
    const annotations: readonly { readonly url?: string }[] = await page.getAnnotations()
    links.push(...annotations.flatMap(({ url }) => (url === undefined ? [] : [url])))
  }
  const reading = { pageCount: document.numPages, text: texts.join('\n'), links }
  await loading.destroy()
  return reading
}

/** What a tool of the machine prints about the file; undefined when it is not installed. */
export function runTool(
  tool: string,
  args: readonly string[],
  pdf: Uint8Array,
): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pdf-'))
  const file = join(folder, 'page.pdf')
  try {
    writeFileSync(file, pdf)
    const filled = args.map((arg) => (arg === 'FILE' ? file : arg))
    return execFileSync(tool, filled, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Whether a tool can be run here; says so when not, and never skips where tools are required. */
export function hasTool(tool: string): boolean {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' })
    return true
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing) return true
    if (process.env['LECTERN_REQUIRE_TOOLS'] !== undefined) return true
    process.stderr.write(`skipped: ${tool} is not installed\n`)
    return false
  }
}

/** Words in order, divided words joined again; a word's own hyphen is left out, as a line may end in it. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(?<=\p{L})[-\u00ad](?:\s*\n\s*)?(?=\p{L})/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '')
}
