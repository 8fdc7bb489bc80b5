/** A plain Marp deck to its formats; what of it cannot be shown is told, and the rest is made. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import {
  marpFormula,
  marpFrontMatter,
  marpLink,
  marpOverflow,
  marpPicture,
  marpThemeFault,
  marpVector,
} from '../diagnostics/marp-problems.ts'
import type { MarpPictures } from '../marp/marp-pictures.ts'
import type { Marp } from '../marp/open-marp.ts'
import { pictureUses } from '../marp/picture-uses.ts'
import type { ReadMarp } from '../marp/read-marp-deck.ts'
import type { Printer } from '../print/printer.ts'
import type { Theme } from '../theme/theme.ts'
import { tellMarpDeck } from './tell-marp-deck.ts'

export type ConvertFormat = 'pptx' | 'html' | 'pdf'

export type ConvertJob = {
  /** As the user wrote it. */
  readonly file: string
  readonly marp: Marp
  readonly read: ReadMarp
  readonly pictures: MarpPictures
  readonly theme: Theme
  readonly playerScript: string
  readonly printer: Printer
  warn(diagnostic: Diagnostic): void
}

/** `html` once for both formats that need it. */
export type PageOnce = () => Promise<string>

export function openPage(job: ConvertJob): PageOnce {
  let made: Promise<string> | undefined
  return () => {
    made ??= drawPage(job)
    return made
  }
}

async function drawPage({
  file,
  marp,
  read,
  pictures,
  playerScript,
  warn,
}: ConvertJob): Promise<string> {
  const { renderMarpHtml } = await import('../marp/render-marp-html.ts')
  const page = await renderMarpHtml({ marp, read, pictures, playerScript })
  if (!page.isStyled) warn(marpThemeFault({ file }))
  return page.html
}

type Convert = (job: ConvertJob, page: PageOnce) => Promise<Uint8Array>

export const CONVERTERS: Readonly<Record<ConvertFormat, Convert>> = {
  pptx: convertToPptx,
  html: async (_job, page) => new TextEncoder().encode(await page()),
  pdf: convertToPdf,
}

/** What is to be told of the deck whatever it is converted to. */
export function tellDeck(job: ConvertJob): void {
  const { file, read, warn } = job
  const { frontMatterFault: fault } = read
  if (fault !== undefined)
    warn(marpFrontMatter({ file, place: { line: fault.line, column: 1 } }, fault.reason))
  const { formulas, links, tags } = tellMarpDeck(read)
  for (const { line, words } of formulas) warn(marpFormula(placed(file, line), words))
  for (const { line, words } of links) warn(marpLink(placed(file, line), words))
  for (const tag of tags) warn(tag(file))
}

export function placed(file: string, line: number) {
  return line > 0 ? { file, place: { line, column: 1 } } : { file }
}

/** PowerPoint opens no others: a file that holds one is "in need of repair". */
const OFFICE_KINDS = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'])

async function convertToPptx({
  file,
  read,
  pictures,
  theme,
  warn,
}: ConvertJob): Promise<Uint8Array> {
  const told = new Set<string>()
  for (const { src, line } of pictureUses(read.deck)) {
    const picture = pictures.get(src)
    if (picture === undefined || told.has(src)) continue
    const where = placed(file, line)
    if (picture.mime === 'image/svg+xml') warn(marpVector(where, src))
    else if (!OFFICE_KINDS.has(picture.mime))
      warn(marpPicture(where, src, 'PowerPoint shows no WebP and no AVIF'))
    else continue
    told.add(src)
  }
  const shown = new Map([...pictures].filter(([, { mime }]) => OFFICE_KINDS.has(mime)))
  const { renderMarpPptx } = await import('../pptx/marp/render-marp-pptx.ts')
  const made = renderMarpPptx({ deck: read.deck, theme, pictures: shown })
  for (const line of made.overflows) warn(marpOverflow(placed(file, line)))
  return made.bytes
}

async function convertToPdf({ read, printer }: ConvertJob, page: PageOnce): Promise<Uint8Array> {
  const { printDeck } = await import('../print/deck-pdf.ts')
  const { title, author, description, keywords, lang, widthPx, heightPx } = read.deck
  const info = {
    title,
    author,
    subject: description,
    keywords,
    lang: /^hi\b/i.test(lang) ? ('hi' as const) : ('en' as const),
    date: '',
  }
  return printDeck({ html: await page(), widthPx, heightPx, info, isAnnotated: false }, printer)
}
