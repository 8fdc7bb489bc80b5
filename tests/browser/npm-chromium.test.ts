/** The browser from npm, really unpacked, in projects of its own. */
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findNpmChromium, unpackedNpmChromium } from '../../scripts/browser/npm-chromium.ts'
import { PrintError } from '../../scripts/print/printer.ts'
import { makeFolder, mountDisk, rootDir } from '../run-lectern.ts'

const TIMEOUT = 180_000

const PACKAGE = join('node_modules', '@sparticuz', 'chromium')

/** A project that has the package, its files linked to ours. */
function project(folder = makeFolder()): string {
  const own = join(folder, PACKAGE)
  mkdirSync(own, { recursive: true })
  cpSync(join(rootDir, PACKAGE, 'package.json'), join(own, 'package.json'))
  for (const name of ['bin', 'build']) symlinkSync(join(rootDir, PACKAGE, name), join(own, name))
  return folder
}

function places(folder: string, homeDir = makeFolder()) {
  return {
    packageDirs: [join(folder, 'content')],
    platform: 'linux',
    homeDir,
    userId: process.getuid?.(),
    environment: { PATH: process.env['PATH'] },
  }
}

function setVersion(folder: string, version: string): void {
  const path = join(folder, PACKAGE, 'package.json')
  const data = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...data, version }))
}

function cacheOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'node_modules', '.cache')).sort()
}

describe.skipIf(process.platform !== 'linux')('the browser from npm', () => {
  it(
    'is unpacked once, by whoever comes first, and again when the package is another',
    async () => {
      const folder = project()
      setVersion(folder, '143.0.4')
      expect(unpackedNpmChromium(places(folder))).toBeUndefined()
      // Left by a process that was killed while it unpacked, and half of one that somebody else began.
      const cache = join(folder, 'node_modules', '.cache')
      mkdirSync(join(cache, 'lectern-chromium-143.0.4'), { recursive: true })
      const [first, second] = await Promise.all([
        findNpmChromium(places(folder)),
        findNpmChromium(places(folder)),
      ])
      expect(first).toEqual(second)
      accessSync(first?.path ?? '', constants.X_OK)
      expect(cacheOf(folder)).toEqual(['lectern-chromium-143.0.4'])
      expect(unpackedNpmChromium(places(folder))).toEqual(first)
      setVersion(folder, '144.0.0')
      const next = await findNpmChromium(places(folder))
      expect(next?.path).toBe(join(cache, 'lectern-chromium-144.0.0', 'chromium'))
      expect(cacheOf(folder)).toEqual(['lectern-chromium-144.0.0'])
    },
    TIMEOUT,
  )

  it(
    "is unpacked into the user's cache where the project cannot be written",
    async () => {
      const folder = project()
      writeFileSync(join(folder, 'node_modules', '.cache'), 'a file in the way')
      const home = makeFolder()
      const found = await findNpmChromium(places(folder, home))
      expect(found?.path).toMatch(/\.cache\/lectern\/lectern-chromium-[\d.]+\/chromium$/)
      expect(found?.path.startsWith(home)).toBe(true)
    },
    TIMEOUT,
  )

  it(
    'that finds no room says so, and leaves nothing half-unpacked',
    async ({ skip }) => {
      const disk = mountDisk('size=30m')
      if (disk === undefined) return skip('needs the right to mount a disk')
      const folder = project(join(disk, 'project'))
      const error: unknown = await findNpmChromium(places(folder, join(disk, 'home'))).catch(
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(PrintError)
      expect((error as PrintError).problem).toMatchObject({
        code: 'browser-failed',
        reach: 'build',
      })
      expect((error as PrintError).message).toMatch(/could not be unpacked: .*(?:ENOSPC|no space)/)
      expect(cacheOf(folder)).toEqual([])
    },
    TIMEOUT,
  )

  it('is not for other systems', async () => {
    expect(await findNpmChromium({ ...places(project()), platform: 'darwin' })).toBeUndefined()
  })
})
