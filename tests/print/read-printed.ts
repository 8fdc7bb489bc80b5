/** What a reader of a PDF is told beside its pages, by pdf.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadBookmark = {
  readonly title: string
  /** Counted from 1. */
  readonly page: number
  readonly kids: readonly ReadBookmark[]
}

export type ReadAnnotation = {
  /** Counted from 1. */
  readonly page: number
  readonly kind: string
  readonly text: string
  readonly author: string
  /** Of a link: an address outside, or the page that it leads to. */
  readonly target: string
}

export type Printed = {
  readonly pageCount: number
  readonly info: Readonly<Record<string, unknown>>
  readonly lang: string | undefined
  readonly labels: readonly string[] | null
  readonly layout: string
  readonly mode: string
  readonly bookmarks: readonly ReadBookmark[]
  readonly annotations: readonly ReadAnnotation[]
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>
type OutlineItem = Awaited<ReturnType<Pdf['getOutline']>>[number]

export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  const { info } = await pdf.getMetadata()
  const printed = {
    pageCount: pdf.numPages,
    info: { ...info },
    lang: 'Language' in info ? String(info.Language) : undefined,
    labels: await pdf.getPageLabels(),
    layout: await pdf.getPageLayout(),
    mode: await pdf.getPageMode(),
    bookmarks: await readBookmarks(pdf, (await pdf.getOutline()) ?? []),
    annotations: await readAnnotations(pdf),
  }
  await loading.destroy()
  return printed
}

function readBookmarks(pdf: Pdf, items: readonly OutlineItem[]): Promise<readonly ReadBookmark[]> {
  return Promise.all(
    items.map(async ({ title, dest, items: kids }) => ({
      title,
      page: await pageOf(pdf, dest),
      kids: await readBookmarks(pdf, kids),
    })),
  )
}

async function pageOf(pdf: Pdf, dest: OutlineItem['dest']): Promise<number> {
  const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  return explicit?.[0] === undefined ? 0 : (await pdf.getPageIndex(explicit[0])) + 1
}

async function readAnnotations(pdf: Pdf): Promise<readonly ReadAnnotation[]> {
  const all: ReadAnnotation[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    for (const each of await (await pdf.getPage(page)).getAnnotations()) {
      const target = each.url ?? (each.dest ? String(await pageOf(pdf, each.dest)) : '')
      const text = each.contentsObj?.str ?? ''
      all.push({ page, kind: each.subtype, text, author: each.titleObj?.str ?? '', target })
    }
  }
  return all
}
