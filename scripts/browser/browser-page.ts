/** One page of the browser: loads a document that may fetch nothing, and prints it. */
import type { Clip, PageResult, PageTask } from '../print/printer.ts'
import { type Client, ProtocolError } from './pipe-client.ts'
import { EMPTY_DOCUMENT, sealedDocument } from './sealed-document.ts'
import { WALLS, type Wall, wallPage } from './walls.ts'

export type BrowserPage = {
  /** Throws ProtocolError when the page crashed. */
  run(task: PageTask): Promise<PageResult>
}

export async function openPage(
  browser: Client,
  walls: readonly Wall[] = WALLS,
): Promise<BrowserPage> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const page = browser.session(sessionId)
  page.on('Inspector.targetCrashed', () => page.end(new ProtocolError('the page crashed')))
  const [{ frameTree }] = await Promise.all([
    page.send('Page.getFrameTree'),
    page.send('Page.enable'),
    page.send('Inspector.enable'),
    wallPage(page, walls),
  ])
  const frameId = frameTree.frame.id
  await page.send('Page.setDocumentContent', { frameId, html: EMPTY_DOCUMENT })
  return { run: (task) => runTask(page, frameId, task) }
}

/**
 * Fonts and pictures are `data:`, and yet they come a moment after the document; hidden text asks for no font. The
 * getters are taken from where a document cannot put others: `<img name="fonts">` is `document.fonts` for whoever asks
 * in the plain way.
 */
const READY = `(() => {
  const own = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document)
  return Promise.all([
    ...[...own('fonts')].map((font) => font.load().catch(() => undefined)),
    ...[...own('images')].map((image) => image.decode().catch(() => undefined)),
  ]).then(() => undefined)
})()`

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
    loadDocument(page, frameId, sealedDocument(task.html, { isShown })),
  ])
  const inspected = task.inspect === undefined ? undefined : await evaluate(page, task.inspect)
  const pictures: Uint8Array[] = []
  for (const clip of task.pictures ?? []) pictures.push(await takePicture(page, clip))
  return {
    inspected,
    pictures,
    pdf: task.pdf === true ? await print(page, task.html.length) : undefined,
  }
}

/** The browser ends when a message is longer than 100 MiB. Source: Chromium, devtools_pipe_handler.cc, kReceiveBufferSizeForDevTools. */
const MOST_LETTERS = 20_000_000
/** Measured: faster than pieces of 5 or of 20 million. */
const PIECE_LETTERS = 1_000_000

/** Resolves when the document is ready to be printed. */
async function loadDocument(page: Client, frameId: string, html: string): Promise<void> {
  if (html.length <= MOST_LETTERS) {
    // A page does what it is sent in order; Node, which renders meanwhile, may take long to answer.
    await Promise.all([
      page.send('Page.setDocumentContent', { frameId, html }),
      evaluate(page, READY),
    ])
    return
  }
  await evaluate(page, 'document.open(), undefined')
  for (let start = 0; start < html.length; start += PIECE_LETTERS) {
    const piece = JSON.stringify(html.slice(start, start + PIECE_LETTERS))
    await evaluate(page, `document.write(${piece}), undefined`)
  }
  await evaluate(page, 'document.close(), undefined')
  await evaluate(page, READY)
}

async function takePicture(page: Client, { before, ...clip }: Clip): Promise<Uint8Array> {
  if (before !== undefined) await evaluate(page, before)
  const { data } = await page.send('Page.captureScreenshot', {
    format: 'png',
    // print/ packs them again; the browser's own care would take 40 ms more for each.
    optimizeForSpeed: true,
    clip: { ...clip, scale: 1 },
    captureBeyondViewport: true,
  })
  return Buffer.from(data, 'base64')
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

/** From this many letters on, the PDF may be too long for one message: it comes in pieces. */
const STREAMED_LETTERS = 5_000_000
const PIECE_BYTES = 1_000_000

async function print(page: Client, letters: number): Promise<Uint8Array> {
  const { data, stream } = await page.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    transferMode: letters < STREAMED_LETTERS ? 'ReturnAsBase64' : 'ReturnAsStream',
  })
  return stream === undefined ? Buffer.from(data, 'base64') : readStream(page, stream)
}

async function readStream(page: Client, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (let isOver = false; !isOver; ) {
    const { data, eof, base64Encoded } = await page.send('IO.read', { handle, size: PIECE_BYTES })
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'latin1'))
    isOver = eof
  }
  await page.send('IO.close', { handle })
  return Buffer.concat(pieces)
}
