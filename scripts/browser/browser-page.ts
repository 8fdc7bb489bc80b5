/** One page of the browser: loads a document that may fetch nothing, and prints it. */
import type { PageResult, PageTask } from '../print/printer.ts'
import type { Client } from './pipe-client.ts'
import { EMPTY_DOCUMENT, sealedDocument } from './sealed-document.ts'

export type BrowserPage = { run(task: PageTask): Promise<PageResult> }

export async function openPage(browser: Client): Promise<BrowserPage> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const page = browser.session(sessionId)
  page.on('Fetch.requestPaused', ({ requestId, request }) => {
    const answer = request.url.startsWith('data:')
      ? page.send('Fetch.continueRequest', { requestId })
      : page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    // A page that is gone needs no answer.
    answer.catch(() => undefined)
  })
  const [{ frameTree }] = await Promise.all([
    page.send('Page.getFrameTree'),
    page.send('Page.enable'),
    page.send('Emulation.setScriptExecutionDisabled', { value: true }),
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
  const frameId = frameTree.frame.id
  await page.send('Page.setDocumentContent', { frameId, html: EMPTY_DOCUMENT })
  return { run: (task) => runTask(page, frameId, task) }
}

/** Fonts and pictures are `data:`, and yet they come a moment after the document; hidden text asks for no font. */
const READY = `Promise.all([
  ...[...document.fonts].map((font) => font.load().catch(() => undefined)),
  ...[...document.images].map((image) => image.decode().catch(() => undefined)),
]).then(() => undefined)`

async function runTask(page: Client, frameId: string, task: PageTask): Promise<PageResult> {
  const { widthPx, heightPx, scale } = task.viewport
  const isShown = task.inspect !== undefined || task.pictures !== undefined
  await Promise.all([
    page.send('Emulation.setDeviceMetricsOverride', {
      width: widthPx,
      height: heightPx,
      deviceScaleFactor: scale,
      mobile: false,
    }),
    page.send('Emulation.setEmulatedMedia', { media: isShown ? task.media : '' }),
    page.send('Page.setDocumentContent', { frameId, html: sealedDocument(task.html, { isShown }) }),
  ])
  await evaluate(page, READY)
  const inspected = task.inspect === undefined ? undefined : await evaluate(page, task.inspect)
  const pictures: Uint8Array[] = []
  for (const { before, ...clip } of task.pictures ?? []) {
    if (before !== undefined) await evaluate(page, before)
    const { data } = await page.send('Page.captureScreenshot', {
      format: 'png',
      // print/ packs them again; the browser's own care would take 40 ms more for each.
      optimizeForSpeed: true,
      clip: { ...clip, scale: 1 },
      captureBeyondViewport: true,
    })
    pictures.push(Buffer.from(data, 'base64'))
  }
  return { inspected, pictures, pdf: task.pdf === true ? await print(page) : undefined }
}

async function evaluate(page: Client, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

async function print(page: Client): Promise<Uint8Array> {
  const { data } = await page.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  })
  return Buffer.from(data, 'base64')
}
