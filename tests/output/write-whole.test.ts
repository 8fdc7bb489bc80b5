import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OutputError, sweepTemporaries, writeWhole } from '../../scripts/output/write-whole.ts'
import { makeFolder, mountDisk, readOnlyFolder, rootDir, temporariesIn } from '../run-lectern.ts'

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function refusal(write: () => void): OutputError {
  try {
    write()
  } catch (error) {
    if (error instanceof OutputError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('writeWhole', () => {
  it('writes every byte and leaves no temporary', () => {
    const root = makeFolder()
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, i) => (i * 31) & 0xff)
    writeWhole(root, 'a/b/c.bin', bytes)
    expect(Buffer.compare(readFileSync(join(root, 'a/b/c.bin')), bytes)).toBe(0)
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c.bin'])
  })

  it('writes an empty file', () => {
    const root = makeFolder()
    writeWhole(root, 'empty', new Uint8Array())
    expect(statSync(join(root, 'empty')).size).toBe(0)
  })

  it('replaces a longer file by a shorter one', () => {
    const root = makeFolder()
    writeWhole(root, 'x', bytesOf('a long text'))
    writeWhole(root, 'x', bytesOf('short'))
    expect(readFileSync(join(root, 'x'), 'utf8')).toBe('short')
  })

  it('makes the output folder itself', () => {
    const root = join(makeFolder(), 'not/there/yet')
    writeWhole(root, 'x', bytesOf('x'))
    expect(readFileSync(join(root, 'x'), 'utf8')).toBe('x')
  })

  it('keeps a name of 255 bytes, whose temporary must be shorter', () => {
    const root = makeFolder()
    const name = `${'n'.repeat(251)}.pdf`
    writeWhole(root, name, bytesOf('x'))
    expect(readdirSync(root)).toEqual([name])
  })

  it('keeps a long name of another script, whose characters have three bytes each', () => {
    const root = makeFolder()
    const name = `${'क'.repeat(83)}.pdf`
    writeWhole(root, name, bytesOf('x'))
    expect(readdirSync(root)).toEqual([name])
  })
})

describe('writeWhole refuses', () => {
  it.each(['../x', 'a/../../x', '..', '.', '', 'a/..', '../../../../../../etc/lectern-test'])(
    'the name %j, which is not inside',
    (name) => {
      const parent = makeFolder()
      const root = join(parent, 'out')
      mkdirSync(root)
      expect(refusal(() => writeWhole(root, name, bytesOf('x'))).code).toBe('output-refused')
      expect(readdirSync(parent)).toEqual(['out'])
      expect(readdirSync(root)).toEqual([])
    },
  )

  it('a folder whose name only begins like the output folder', () => {
    const parent = makeFolder()
    mkdirSync(join(parent, 'out-secret'))
    mkdirSync(join(parent, 'out'))
    const error = refusal(() => writeWhole(join(parent, 'out'), '../out-secret/x', bytesOf('x')))
    expect(error.code).toBe('output-refused')
    expect(readdirSync(join(parent, 'out-secret'))).toEqual([])
  })

  it('to leave the folder by an absolute name', () => {
    const parent = makeFolder()
    const root = join(parent, 'out')
    writeWhole(root, `${parent}/x`, bytesOf('x'))
    expect(readdirSync(parent)).toEqual(['out'])
  })

  it('any name made of dots, slashes and letters that leads out', () => {
    const parent = makeFolder()
    const root = join(parent, 'out')
    mkdirSync(root)
    const step = fc.constantFrom('..', '.', '', 'a', 'b', '...', '. .', '..a')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        try {
          writeWhole(root, steps.join('/'), bytesOf('x'))
        } catch (error) {
          if (!(error instanceof OutputError)) throw error
        }
        expect(readdirSync(parent)).toEqual(['out'])
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  it('a target that is a symbolic link, and leaves what it points to alone', () => {
    const root = makeFolder()
    const outside = join(makeFolder(), 'precious')
    writeFileSync(outside, 'precious')
    symlinkSync(outside, join(root, 'deck.html'))
    const error = refusal(() => writeWhole(root, 'deck.html', bytesOf('x')))
    expect(error.code).toBe('output-refused')
    expect(error.message).toContain('symbolic link')
    expect(readFileSync(outside, 'utf8')).toBe('precious')
    expect(temporariesIn(root)).toEqual([])
  })

  it('a target that is a dangling symbolic link', () => {
    const root = makeFolder()
    const outside = join(makeFolder(), 'not-there')
    symlinkSync(outside, join(root, 'deck.html'))
    expect(refusal(() => writeWhole(root, 'deck.html', bytesOf('x'))).code).toBe('output-refused')
    expect(existsSync(outside)).toBe(false)
  })

  it('a symbolic link to a folder on the way', () => {
    const root = makeFolder()
    const outside = makeFolder()
    mkdirSync(join(root, 'a'))
    symlinkSync(outside, join(root, 'a/b'))
    const error = refusal(() => writeWhole(root, 'a/b/c/deck.html', bytesOf('x')))
    expect(error.code).toBe('output-refused')
    expect(error.path).toBe(join(root, 'a/b'))
    expect(readdirSync(outside)).toEqual([])
  })

  it('an output folder that is itself a symbolic link', () => {
    const outside = makeFolder()
    const root = join(makeFolder(), 'out')
    symlinkSync(outside, root)
    expect(refusal(() => writeWhole(root, 'x', bytesOf('x'))).code).toBe('output-refused')
    expect(readdirSync(outside)).toEqual([])
  })

  it('a loop of symbolic links', () => {
    const root = makeFolder()
    symlinkSync('loop', join(root, 'loop'))
    expect(refusal(() => writeWhole(root, 'loop/x', bytesOf('x'))).code).toBe('output-refused')
  })
})

describe('writeWhole fails with the reason in words', () => {
  it('when a file stands where a folder is needed', () => {
    const root = makeFolder()
    writeFileSync(join(root, 'a'), 'a')
    const error = refusal(() => writeWhole(root, 'a/x', bytesOf('x')))
    expect(error).toMatchObject({ code: 'output-failed' })
    expect(error.message).toContain('a file stands where a folder is needed')
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('a')
  })

  it('when a file stands where a folder on the way to the output folder is needed', () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'file'), 'a')
    const error = refusal(() => writeWhole(join(folder, 'file/out'), 'x', bytesOf('x')))
    expect(error.message).toContain('a file stands where a folder is needed')
  })

  it('when a folder stands where the file should go', () => {
    const root = makeFolder()
    mkdirSync(join(root, 'deck.html'))
    const error = refusal(() => writeWhole(root, 'deck.html', bytesOf('x')))
    expect(error).toMatchObject({ code: 'output-failed' })
    expect(error.message).toContain('a folder stands where the file should go')
    expect(temporariesIn(root)).toEqual([])
  })

  it('when a name is too long for the disk', () => {
    const error = refusal(() => writeWhole(makeFolder(), `${'n'.repeat(300)}/x`, bytesOf('x')))
    expect(error).toMatchObject({ code: 'output-failed' })
    expect(error.message).toContain('ENAMETOOLONG')
  })

  it('when the folder is read-only', ({ skip }) => {
    const root = readOnlyFolder()
    if (root === undefined) return skip('needs the right to mount a disk')
    const error = refusal(() => writeWhole(root, 'x', bytesOf('x')))
    expect(error).toMatchObject({ code: 'output-failed' })
    expect(error.message).toMatch(/read-only|permission denied/)
  })
})

describe('a full disk', () => {
  it.each([8, 16, 24, 40, 64, 96, 128, 160, 200, 240, 320, 400])(
    'of %i kB keeps the old file or takes the whole new one, and no temporary',
    (kilobytes) => {
      const root = mountDisk(`size=${kilobytes}k`)
      if (root === undefined) {
        process.stderr.write('skipped: a full disk needs the right to mount one\n')
        return
      }
      const old = bytesOf('old\n'.repeat(500))
      const fresh = bytesOf('new\n'.repeat(50_000))
      writeWhole(root, 'deck.html', old)
      const free = (kilobytes - 8) * 1024
      try {
        writeWhole(root, 'deck.html', fresh)
        expect(Buffer.compare(readFileSync(join(root, 'deck.html')), fresh)).toBe(0)
      } catch (error) {
        expect(error).toMatchObject({ code: 'output-failed' })
        expect(String(error)).toContain('the disk is full (ENOSPC)')
        expect(free).toBeLessThan(fresh.length + 8192)
        expect(Buffer.compare(readFileSync(join(root, 'deck.html')), old)).toBe(0)
      }
      expect(temporariesIn(root)).toEqual([])
    },
  )

  it('without a free place for another file keeps the old one', () => {
    const root = mountDisk('size=1m,nr_inodes=3')
    if (root === undefined) {
      process.stderr.write('skipped: a disk without free inodes needs the right to mount one\n')
      return
    }
    writeWhole(root, 'a', bytesOf('a'))
    writeWhole(root, 'b', bytesOf('b'))
    expect(refusal(() => writeWhole(root, 'a', bytesOf('new'))).code).toBe('output-failed')
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('a')
  })
})

describe('kill -9', () => {
  const SIZE = 2_000_000

  /** A process that writes one file over and over, in turn all `a` and all `b`. */
  function writer(folder: string): string {
    buildSync({
      entryPoints: [join(rootDir, 'scripts/output/write-whole.ts')],
      outfile: join(folder, 'write-whole.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    })
    const path = join(folder, 'writer.mjs')
    writeFileSync(
      path,
      `import { writeWhole } from './write-whole.mjs'
const [root] = process.argv.slice(2)
process.stdout.write('ready')
for (let i = 0; ; i++) writeWhole(root, 'deck.html', Buffer.alloc(${SIZE}, i % 2 ? 'b' : 'a'))\n`,
    )
    return path
  }

  function killAfter(script: string, root: string, milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, root], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.on('error', reject)
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds))
      child.on('close', (_, signal) =>
        signal === 'SIGKILL' ? resolve() : reject(new Error('the writer ended by itself')),
      )
    })
  }

  it('at 40 points leaves the old bytes or the new, and the next build sweeps the rest', async () => {
    const script = writer(makeFolder())
    const points = Array.from({ length: 40 }, (_, k) => 1 + k * 1.7)
    let leftBehind = 0
    const killOne = async (milliseconds: number): Promise<void> => {
      const root = makeFolder()
      writeWhole(root, 'deck.html', Buffer.alloc(SIZE, 'o'))
      await killAfter(script, root, milliseconds)
      const found = readFileSync(join(root, 'deck.html'))
      expect(found.length).toBe(SIZE)
      const [first] = found
      expect(['o', 'a', 'b']).toContain(String.fromCharCode(first ?? 0))
      expect(found.every((byte) => byte === first)).toBe(true)
      leftBehind += temporariesIn(root).length
      sweepTemporaries(root)
      expect(readdirSync(root)).toEqual(['deck.html'])
    }
    for (let k = 0; k < points.length; k += 2)
      await Promise.all(points.slice(k, k + 2).map(killOne))
    // Or the points missed every write and the test proves nothing.
    expect(leftBehind).toBeGreaterThan(0)
  })
})

describe('sweepTemporaries', () => {
  it('keeps the temporaries of a process that is alive, and files that only look alike', () => {
    const root = makeFolder()
    const kept = [
      `.deck.html.${process.ppid}.0123abcd.tmp`,
      '.deck.html.tmp',
      'deck.html.999999.0123abcd.tmp',
      '.notes.tmp',
      'deck.html',
    ]
    for (const name of kept) writeFileSync(join(root, name), 'x')
    // No process has this number: Linux counts to 4,194,304.
    writeFileSync(join(root, '.deck.html.99999999.0123abcd.tmp'), 'x')
    sweepTemporaries(root)
    expect(readdirSync(root).sort()).toEqual([...kept].sort())
  })

  it('does nothing in a folder that is not there', () => {
    expect(() => sweepTemporaries(join(makeFolder(), 'none'))).not.toThrow()
  })
})
