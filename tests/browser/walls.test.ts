/** Requests and files that a document asks for in every way we know, against one wall at a time. */
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../scripts/browser/limits.ts'
import type { Client } from '../../scripts/browser/pipe-client.ts'
import { startBrowser } from '../../scripts/browser/start-browser.ts'
import { type Wall, wallPage } from '../../scripts/browser/walls.ts'
import { npmChromium } from '../chromium.ts'
import { openTestPrinter, testPlaces } from '../own-browser.ts'
import { makeFolder, makeProject } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'

const TIMEOUT = 120_000
const SECRET = 'CANARY-4711'

const hits = new Set<string>()
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.add(request.url?.slice(1) ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end(SECRET)
  })
  server.on('upgrade', (request, socket) => {
    hits.add(request.url?.slice(1) ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** By name, what asks for the URL of that name; 12 of them are the vectors of the research on printing. */
const WITHOUT_SCRIPTS = {
  css: (url: string) => `<link rel="stylesheet" href="${url}">`,
  import: (url: string) => `<style>@import url(${url});</style>`,
  font: (url: string) =>
    `<style>@font-face { font-family: F; src: url(${url}) } p { font-family: F }</style><p>x</p>`,
  background: (url: string) => `<div style="background: url(${url}); height: 9px"></div>`,
  icon: (url: string) => `<link rel="icon" href="${url}">`,
  prefetch: (url: string) => `<link rel="prefetch" href="${url}">`,
  preload: (url: string) => `<link rel="preload" as="image" href="${url}">`,
  preconnect: (url: string) => `<link rel="preconnect" href="${url}">`,
  prerender: (url: string) => `<link rel="prerender" href="${url}">`,
  manifest: (url: string) => `<link rel="manifest" href="${url}">`,
  img: (url: string) => `<img src="${url}">`,
  srcset: (url: string) => `<img srcset="${url} 1x">`,
  iframe: (url: string) => `<iframe src="${url}"></iframe>`,
  srcdoc: (url: string) => `<iframe srcdoc='<img src="${url}">'></iframe>`,
  frameInData: (url: string) => `<iframe src="data:text/html,<img src='${url}'>"></iframe>`,
  object: (url: string) => `<object data="${url}"></object>`,
  embed: (url: string) => `<embed src="${url}">`,
  video: (url: string) => `<video src="${url}" autoplay></video>`,
  poster: (url: string) => `<video poster="${url}"></video>`,
  audio: (url: string) => `<audio src="${url}" autoplay></audio>`,
  svgImage: (url: string) => `<svg><image href="${url}"/></svg>`,
  svgFilter: (url: string) =>
    `<svg><filter id="f"><feImage href="${url}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
  input: (url: string) => `<input type="image" src="${url}">`,
  refresh: (url: string) => `<meta http-equiv="refresh" content="0;url=${url}">`,
} as const

const WITH_SCRIPTS = {
  fetch: (url: string) => `<script>fetch("${url}").catch(() => 0)</script>`,
  beacon: (url: string) => `<script>navigator.sendBeacon("${url}")</script>`,
  webSocket: (url: string) => `<script>new WebSocket("${url.replace('http', 'ws')}")</script>`,
  worker: (url: string) =>
    `<script>new Worker(URL.createObjectURL(new Blob(["fetch('${url}')"])))</script>`,
  popup: (url: string) => `<script>window.open("${url}")</script>`,
  eventSource: (url: string) => `<script>new EventSource("${url}")</script>`,
  speculation: (url: string) =>
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${url}"]}]}</script>`,
} as const

type Vectors = Readonly<Record<string, (url: string) => string>>

function documentOf(vectors: Vectors, urlOf: (name: string) => string): string {
  const parts = Object.entries(vectors).map(([name, write]) => write(urlOf(name)))
  return `<!doctype html><html><head><title>plain</title></head><body>${parts.join('\n')}</body></html>`
}

const onServer = (name: string): string => `http://127.0.0.1:${port}/${name}`

type RawPage = { readonly client: Client; readonly frameId: string }

/** A page with these walls alone: that of the product has a policy besides. */
async function onRawPage<Value>(
  walls: readonly Wall[],
  work: (page: RawPage) => Promise<Value>,
): Promise<Value> {
  const found = { ...npmChromium(), isNamed: true }
  const browser = await startBrowser(found, testPlaces(), { limits: LIMITS, walls })
  try {
    const { targetId } = await browser.client.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await browser.client.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    const client = browser.client.session(sessionId)
    await wallPage(client, walls)
    return await work({ client, frameId: targetId })
  } finally {
    await browser.close()
  }
}

/** Long enough for every vector to be heard where there is no wall. */
const LISTEN_MS = 1500

/** What the server heard of a document of these vectors. */
async function heardBehind(walls: readonly Wall[], vectors: Vectors): Promise<readonly string[]> {
  hits.clear()
  const html = documentOf(vectors, onServer)
  return onRawPage(walls, async ({ client, frameId }) => {
    await client.send('Page.setDocumentContent', { frameId, html })
    await setTimeout(LISTEN_MS)
    return [...hits].filter((name) => name in vectors).sort()
  })
}

async function printedText(client: Client): Promise<string> {
  const { data } = await client.send('Page.printToPDF', {})
  return (await readPdf(new Uint8Array(Buffer.from(data, 'base64')))).text
}

const ALL: Vectors = { ...WITHOUT_SCRIPTS, ...WITH_SCRIPTS }

describe('a document that asks the network in every way', () => {
  it(
    'is heard where there is no wall: the canary sings',
    async () => {
      const heard = await heardBehind([], ALL)
      for (const name of [
        'css',
        'font',
        'frameInData',
        'iframe',
        'img',
        'prefetch',
        'refresh',
        'svgImage',
      ])
        expect(heard).toContain(name)
      for (const name of ['fetch', 'beacon', 'popup', 'webSocket', 'worker'])
        expect(heard).toContain(name)
    },
    TIMEOUT,
  )

  it.each(['dead-proxy', 'no-names'] as const)(
    'is not heard behind %s alone',
    async (wall) => {
      expect(await heardBehind([wall], ALL)).toEqual([])
    },
    TIMEOUT,
  )

  it(
    'without scripts is not heard where requests are refused, and nothing else is',
    async () => {
      expect(await heardBehind(['requests-refused'], WITHOUT_SCRIPTS)).toEqual([])
    },
    TIMEOUT,
  )

  it.each(['scripts-off', 'page-scripts-off'] as const)(
    'runs no script behind %s alone',
    async (wall) => {
      expect(await heardBehind([wall], WITH_SCRIPTS)).toEqual([])
    },
    TIMEOUT,
  )

  it.each(['scripts-off', 'page-scripts-off'] as const)(
    'is not heard where requests are refused and %s',
    async (wall) => {
      expect(await heardBehind(['requests-refused', wall], ALL)).toEqual([])
    },
    TIMEOUT,
  )
})

describe('a document that asks for files in every way', () => {
  const folder = makeProject({
    'secret.txt': SECRET,
    'page.html': '<p>plain text</p><iframe src="secret.txt"></iframe>',
  })
  const onDisk = (name: string): string => pathToFileURL(join(folder, name)).href
  const html = documentOf({ ...WITHOUT_SCRIPTS, refresh: () => '<p>plain text</p>' }, () =>
    onDisk('secret.txt'),
  )

  it(
    'gets one where it is a file itself: the canary sings',
    async () => {
      const text = await onRawPage([], async ({ client }) => {
        await client.send('Page.navigate', { url: onDisk('page.html') })
        await setTimeout(LISTEN_MS)
        return printedText(client)
      })
      expect(text).toContain(SECRET)
    },
    TIMEOUT,
  )

  it(
    'gets none where it is put into an empty page, behind no other wall',
    async () => {
      const text = await onRawPage([], async ({ client, frameId }) => {
        await client.send('Page.setDocumentContent', { frameId, html })
        await setTimeout(LISTEN_MS)
        return printedText(client)
      })
      expect(text).toContain('plain text')
      expect(text).not.toContain(SECRET)
    },
    TIMEOUT,
  )
})

describe('a printed document', () => {
  it(
    'has asked for nothing, and stayed where it was',
    async () => {
      hits.clear()
      const printer = openTestPrinter()
      try {
        const { pdf, inspected } = await printer.run({
          html: `${documentOf(ALL, onServer)}<p>plain text</p>`,
          media: 'print',
          viewport: { widthPx: 800, heightPx: 600, scale: 1 },
          inspect: 'location.href + " " + document.title',
          pdf: true,
        })
        expect(inspected).toBe('about:blank plain')
        expect((await readPdf(new Uint8Array(pdf ?? []))).text).toContain('plain text')
      } finally {
        await printer.close()
      }
      expect([...hits]).toEqual([])
    },
    TIMEOUT,
  )

  it(
    'saves nothing that it offers for download',
    async () => {
      const home = makeFolder()
      const printer = openTestPrinter({
        homeDir: home,
        environment: { ...testPlaces().environment, HOME: home },
      })
      try {
        await printer.run({
          html: `<iframe src="data:application/octet-stream,${SECRET}"></iframe>`,
          media: 'print',
          viewport: { widthPx: 800, heightPx: 600, scale: 1 },
          pdf: true,
        })
      } finally {
        await printer.close()
      }
      expect(readdirSync(home, { recursive: true })).toEqual([])
    },
    TIMEOUT,
  )
})
