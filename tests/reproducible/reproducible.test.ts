/** The topics of `content/`, built in two different worlds: every file must come out the same. */
import { cpSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  listAll,
  makeFolder,
  makeProject,
  type Run,
  rootDir,
  runLectern,
  temporariesIn,
  topicText,
} from '../run-lectern.ts'
import { textOfObjects } from '../typeset/pdf-objects.ts'

type World = {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly umask: string
  readonly args?: readonly string[]
}

function projectIn(folder: string): string {
  cpSync(join(rootDir, 'content'), join(folder, 'content'), { recursive: true })
  return folder
}

async function build({ folder, env, umask, args = [] }: World): Promise<Run> {
  const words = ['bash', '-c', `umask ${umask}; exec "$@"`, '--']
  return runLectern(['build', ...args], { cwd: projectIn(folder), env, under: words })
}

/** Bytes of every output by name. */
function bytesOf(outDir: string): ReadonlyMap<string, Buffer> {
  const files = listAll(outDir).filter((name) => statSync(join(outDir, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(outDir, name))]))
}

function expectSame(first: ReadonlyMap<string, Buffer>, second: ReadonlyMap<string, Buffer>): void {
  expect([...second.keys()]).toEqual([...first.keys()])
  const differing = [...first].filter(([name, bytes]) => !second.get(name)?.equals(bytes))
  expect(differing.map(([name]) => name)).toEqual([])
}

const EVERYTHING = ['--to', 'html,pdf,handout,pptx,brief,md']

const INDIA: World = {
  folder: makeFolder('lectern-one-'),
  env: { TZ: 'Asia/Kolkata', LANG: 'hi_IN.UTF-8', LC_ALL: 'hi_IN.UTF-8' },
  umask: '022',
  args: EVERYTHING,
}
const ELSEWHERE: World = {
  folder: join(makeFolder('lectern-two-'), 'another folder, इधर'),
  env: {
    TZ: 'America/St_Johns',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'C',
    HOME: '/',
    NO_COLOR: '1',
    COLUMNS: '40',
  },
  umask: '077',
  args: EVERYTHING,
}

/** Of what is packed in it too. */
function textOf(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.pdf')) return textOfObjects(Buffer.from(bytes))
  if (!/\.(?:pptx|xlsx)$/.test(name)) return Buffer.from(bytes).toString('latin1')
  return Object.entries(unzipSync(bytes))
    .map(([part, inside]) => `${part}\n${textOf(part, inside)}`)
    .join('\n')
}

const first = build(INDIA)
const second = first.then(async () => {
  // Two seconds, so that a time written to the second cannot be the same by chance.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  return build(ELSEWHERE)
})
const outOf = ({ folder }: World): string => join(folder, 'out')

describe('the topics of content/', () => {
  it('build without an error, each as slides, their PDF and PowerPoint, handout, brief and Marp source', async () => {
    const { code, err } = await first
    expect([code, err]).toEqual([0, expect.not.stringContaining('error[')])
    const names = [...bytesOf(outOf(INDIA)).keys()]
    const endings = ['deck.html', 'deck.pdf', 'deck.pptx', 'handout.pdf', 'brief.pdf', 'deck.md']
    for (const ending of endings)
      expect(names.filter((name) => name.endsWith(`/${ending}`)).length).toBeGreaterThanOrEqual(3)
    expect(names).toContain('index.html')
    expect(names).toContain('manifest.json')
  })

  it('are the same to the byte in another time zone, language, folder and umask, two seconds later', async () => {
    await second
    expectSame(bytesOf(outOf(INDIA)), bytesOf(outOf(ELSEWHERE)))
  })

  it('are the same when built one by one, the last one first, over an older output', async () => {
    await first
    const folder = makeFolder()
    const slugs = [...bytesOf(outOf(INDIA)).keys()]
      .filter((name) => name.endsWith('/deck.html'))
      .map((name) => name.split('/')[0] ?? '')
    projectIn(folder)
    for (const slug of slugs.reverse())
      await runLectern(['build', `${slug}.md`, ...EVERYTHING], { cwd: folder })
    expectSame(bytesOf(outOf(INDIA)), bytesOf(join(folder, 'out')))
  })

  it.each(['a4-duplex', 'copier'])(
    'are the same in two languages and with the source inside, profile %s',
    async (profile) => {
      const args = ['india-russia-strategic-partnership', '--to', 'brief', '--profile', profile]
      const more = ['--bilingual', 'stacked', '--attach-source', '-o', profile]
      const outs: ReadonlyMap<string, Buffer>[] = []
      await second
      for (const world of [INDIA, ELSEWHERE]) {
        await build({ ...world, args: [...args, ...more] })
        outs.push(bytesOf(join(world.folder, profile)))
      }
      const [one = new Map(), other = new Map()] = outs
      expect([...one.keys()]).toContain(`${args[0]}/brief-bilingual.pdf`)
      expectSame(one, other)
    },
  )

  it('hold no absolute path, no user, no machine and not the date of today', async () => {
    await second
    const now = new Date()
    const today = [
      now.toISOString().slice(0, 10),
      now.toISOString().slice(0, 10).replaceAll('-', ''),
      now.toDateString(),
    ]
    const { username } = userInfo()
    const host = hostname()
    const forbidden = [
      INDIA.folder,
      ELSEWHERE.folder,
      rootDir,
      tmpdir(),
      'node_modules',
      '/home/',
      ...today,
    ]
    // Names as short as `root` also stand in style sheets, as `:root`.
    const names = [username, host].filter((name) => name.length > 4)
    for (const world of [INDIA, ELSEWHERE])
      for (const [name, bytes] of bytesOf(outOf(world))) {
        const text = textOf(name, bytes)
        const found = [...forbidden, ...names].filter((word) => text.includes(word))
        expect([name, found]).toEqual([name, []])
      }
  })

  it('leave no temporary', async () => {
    await second
    for (const world of [INDIA, ELSEWHERE]) expect(temporariesIn(outOf(world))).toEqual([])
  })

  it('fetch nothing: addresses stand only in links and in text', async () => {
    await first
    const decks = [...bytesOf(outOf(INDIA))].filter(([name]) => name.endsWith('.html'))
    expect(decks.length).toBeGreaterThanOrEqual(4)
    for (const [name, bytes] of decks) {
      const html = bytes.toString('utf8')
      const rest = html
        .replace(/<a\b[^>]*\shref="https?:[^"]*"/g, '<a')
        .replace(/\sxmlns(?::\w+)?="http:\/\/www\.w3\.org\/[^"]*"/g, '')
      const tags = [...rest.matchAll(/<[a-zA-Z][^>]*>/g)].map(([tag]) => tag)
      const fetches = tags.filter((tag) =>
        /\s(?:src|href|srcset|poster|data|action|xlink:href|style)\s*=\s*["']?[^"'>]*(?:https?:)?\/\/\w/i.test(
          tag,
        ),
      )
      expect([name, fetches]).toEqual([name, []])
      const styles = [...rest.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(
        ([, css]) => css ?? '',
      )
      for (const css of styles) expect(css).not.toMatch(/@import|url\(\s*["']?(?!data:)/i)
      expect(rest).not.toMatch(/<(?:iframe|object|embed|link|base|form)\b/i)
    }
  })
})

describe('SOURCE_DATE_EPOCH', () => {
  /** 8 August 2025, 23:30 UTC: another day in Kolkata. */
  const EPOCH = '1754695800'
  const only = ['india-russia-strategic-minerals', '--to', 'brief,html']

  async function buildAt(epoch: string, zone: string): Promise<ReadonlyMap<string, Buffer>> {
    const folder = makeFolder()
    const { code } = await build({
      folder,
      env: { SOURCE_DATE_EPOCH: epoch, TZ: zone },
      umask: '022',
      args: only,
    })
    expect(code).toBe(0)
    const out = bytesOf(join(folder, 'out'))
    rmSync(folder, { recursive: true })
    return out
  }

  function creationDateOf(files: ReadonlyMap<string, Buffer>): string | undefined {
    const pdf = files.get('india-russia-strategic-minerals/brief.pdf')
    return pdf === undefined ? undefined : /\((D:\d{14}Z)\)/.exec(textOfObjects(pdf))?.[1]
  }

  it('is the date of the PDF, in every time zone', async () => {
    const [utc, kolkata] = [await buildAt(EPOCH, 'UTC'), await buildAt(EPOCH, 'Asia/Kolkata')]
    expectSame(utc, kolkata)
    expect(creationDateOf(utc)).toMatch(/^D:20250808/)
  })

  it('moves only the date of the PDF, not the slides', async () => {
    const [one, other] = [await buildAt(EPOCH, 'UTC'), await buildAt('1000000000', 'UTC')]
    const deck = 'india-russia-strategic-minerals/deck.html'
    expect(one.get(deck)?.equals(other.get(deck) ?? Buffer.alloc(0))).toBe(true)
    expect(creationDateOf(other)).toMatch(/^D:20010909/)
  })
})

it('years later the manifest is the same, though a fact has grown stale', async () => {
  const keys = `stale_after: 1 year
sources: { s: { title: S } }
facts: { oil: { label: Oil, value: 5, unit: "%", as_of: ${new Date().getUTCFullYear()}, source: s } }
sections: [{ title: One, points: ["{oil}"] }]`
  const buildWith = async (env: Readonly<Record<string, string>>) => {
    const folder = makeProject({ 'content/t.md': topicText('T', keys) })
    const { code, err } = await runLectern(['build', '--to', 'md'], { cwd: folder, env })
    expect(code).toBe(0)
    return { files: bytesOf(join(folder, 'out')), err }
  }
  const now = await buildWith({})
  // The clock of the process, 12 years on.
  const clock = 'data:text/javascript,const%20now=Date.now;Date.now=()=>now()%2B4e11'
  const later = await buildWith({ NODE_OPTIONS: `--import=${clock}` })
  expect([now.err.includes('stale-fact'), later.err.includes('stale-fact')]).toEqual([false, true])
  expectSame(now.files, later.files)
})
