/** The whole program on content and templates that ask for the network and for files, trusted or not: nothing is heard, nothing read. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsInFile } from '../print/pdf-words.ts'
import { listAll, makeProject, runLectern, topicText } from '../run-lectern.ts'

const TIMEOUT = 120_000
const SECRET = 'CANARY-4712'
const FORMATS = 'html,pdf,handout,png,brief,md'

/** The 12 vectors of the research on printing; tests/browser/walls.test.ts shows that they sing where there is no wall. */
const VECTORS: readonly ((url: string) => string)[] = [
  (url) => `<img src="${url}">`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<embed src="${url}">`,
  (url) => `<link rel="stylesheet" href="${url}">`,
  (url) => `<link rel="prefetch" href="${url}">`,
  (url) => `<link rel="icon" href="${url}">`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  (url) => `<style>@import url(${url}); p { background: url(${url}) }</style>`,
  (url) => `<svg><image href="${url}"/></svg>`,
  (url) => `<video src="${url}" poster="${url}" autoplay></video>`,
  (url) =>
    `<script>fetch("${url}"); navigator.sendBeacon("${url}"); new WebSocket("${url}".replace("http", "ws"))</script>`,
]

const heard: string[] = []
let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.end(SECRET)
  })
  server.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A topic with the text wherever a viewer or a speaker sees text. */
function topicWith(text: string): string {
  const value = JSON.stringify(`x ${text}`)
  const keys = `summary: ${value}
sections:
  - { id: one, title: ${value}, points: [${value}], quote: { text: ${value}, by: ${value} } }
questions:
  - { ask: ${value}, options: [${value}, no], answer: A, because: ${value} }
glossary: { term: ${value} }
`
  return topicText(`x ${text}`, keys, `${text}\n\n## one\n\n${text}\n`)
}

function topicsOf(urlOf: (vector: number) => string, name: string): Record<string, string> {
  const topics = VECTORS.map((write, at) => [
    `content/${name}-${at}.md`,
    topicWith(write(urlOf(at))),
  ])
  return Object.fromEntries(topics)
}

/** Names of the outputs in which the secret can be read. */
async function leaksIn(folder: string): Promise<readonly string[]> {
  const leaks: string[] = []
  for (const name of listAll(folder).filter((path) => /\.\w+$/.test(path))) {
    const bytes = readFileSync(join(folder, name))
    const text = name.endsWith('.pdf')
      ? await wordsInFile(new Uint8Array(bytes))
      : bytes.toString('latin1')
    if (text.toLowerCase().includes(SECRET.toLowerCase())) leaks.push(name)
  }
  return leaks
}

describe('content that asks for the network and for files', () => {
  it(
    'is found out where a secret did get into an output',
    async () => {
      const project = makeProject({ 'content/told.md': topicText(SECRET) })
      await runLectern(['build', '--to', 'html,pdf,handout,brief'], { cwd: project })
      const told = ['brief.pdf', 'deck.html', 'deck.pdf', 'handout.pdf'].map((name) =>
        join('told', name),
      )
      expect(await leaksIn(join(project, 'out'))).toEqual(expect.arrayContaining(told))
      expect(await (await fetch(`${base}/control`)).text()).toBe(SECRET)
      expect(heard.splice(0)).toEqual(['/control'])
    },
    TIMEOUT,
  )

  it.each([[[]], [['--trust-html']]])(
    'is built %j, heard nowhere, and reads nothing',
    async (flags) => {
      const files = makeProject({ 'secret.txt': SECRET })
      const file = pathToFileURL(join(files, 'secret.txt')).href
      const project = makeProject({
        ...topicsOf((at) => `${base}/${at}`, 'net'),
        ...topicsOf((at) => `${file}?${at}`, 'file'),
      })
      const args = ['build', '--to', FORMATS, '--copy', 'both', '--blanks', '--notes', '--width']
      const { code, err } = await runLectern([...args, '320', ...flags], { cwd: project })
      expect([code, err]).toEqual([0, expect.stringContaining('24 built')])
      expect(heard).toEqual([])
      expect(await leaksIn(join(project, 'out'))).toEqual([])
    },
    TIMEOUT,
  )
})

describe('a style sheet of a template set that asks for the network or for files', () => {
  it.each([
    ['@import', (url: string) => `@import url("${url}");`],
    ['a font', (url: string) => `@font-face { font-family: F; src: url(${url}) }`],
    ['a ground', (url: string) => `section { background: url("${url}") }`],
  ])(
    'by %s is refused and heard nowhere',
    async (_, write) => {
      for (const url of [`${base}/x`, pathToFileURL(join('/', 'etc', 'hostname')).href]) {
        const project = makeProject({
          'content/a.md': topicText('A', 'template: mine'),
          'templates/mine/theme.yaml': 'extends: lecture\n',
          'templates/mine/theme.css': write(url),
        })
        const { code, err } = await runLectern(['build', '--to', 'html,pdf,handout,png'], {
          cwd: project,
        })
        expect([code, err]).toEqual([1, expect.stringContaining('templates/mine/theme.css')])
      }
      expect(heard).toEqual([])
    },
    TIMEOUT,
  )
})
