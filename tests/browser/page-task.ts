import type { PageTask } from '../../scripts/print/printer.ts'

/** A page of a few lines, printed. */
export function pageTask(body: string, own: Partial<PageTask> = {}): PageTask {
  return {
    html: `<!doctype html><html lang="en"><head><title>x</title><style>@page { size: 320px 240px; margin: 0 }</style></head><body>${body}</body></html>`,
    media: 'print',
    viewport: { widthPx: 320, heightPx: 240, scale: 1 },
    pdf: true,
    ...own,
  }
}

/** Never done. */
export const ENDLESS: Partial<PageTask> = { inspect: 'new Promise(() => {})' }
