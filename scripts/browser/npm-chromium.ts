/** The browser of `@sparticuz/chromium`, which npm brings packed: unpacked once, beside it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FoundBrowser } from './find-browser.ts'

const PACKAGE = join('node_modules', '@sparticuz', 'chromium')

/** @param folders looked into, and above, in their order */
export function findNpmChromium(folders: readonly string[]): FoundBrowser | undefined {
  const modules = folders.flatMap(foldersAbove).find((dir) => existsSync(join(dir, PACKAGE)))
  if (modules === undefined) return undefined
  const unpacked = unpackNpmChromium(modules)
  return {
    path: join(unpacked, 'chromium'),
    why: '@sparticuz/chromium',
    environment: { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') },
  }
}

function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)]
}

/**
 * Left to itself the package unpacks into the temporary folder of the machine, where a second process takes a
 * half-written file for the browser; and it leaves out the libraries that a machine with only Node does not have.
 */
function unpackNpmChromium(root: string): string {
  const target = join(root, 'node_modules', '.cache', 'lectern-chromium')
  if (existsSync(target)) return target
  mkdirSync(dirname(target), { recursive: true })
  const folder = mkdtempSync(`${target}-`)
  const script =
    "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    // The package asks these two where to unpack, and whether its own libraries are wanted.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  try {
    renameSync(folder, target)
  } catch {
    // Another process was faster.
    rmSync(folder, { recursive: true, force: true })
  }
  return target
}
