/** Takes away what an earlier build wrote and nobody has changed since. */
import { lstatSync, readFileSync, unlinkSync } from 'node:fs'
import { type ManifestOutput, sha256 } from './manifest.ts'
import { asOutputError, placeInside } from './write-whole.ts'

/**
 * Stays as it is: what is no longer what was written, and what lies outside `root` or behind a symbolic link, where no
 * build writes. Throws OutputError when the disk refuses.
 */
export function removeWhole(root: string, { path, sha256: written }: ManifestOutput): void {
  try {
    const target = placeInside(root, path)
    if (lstatSync(target, { throwIfNoEntry: false })?.isFile() !== true) return
    if (sha256(readFileSync(target)) === written) unlinkSync(target)
  } catch (error) {
    const problem = asOutputError(error, path)
    if (problem.code !== 'output-refused') throw problem
  }
}
