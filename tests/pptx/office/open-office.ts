/** LibreOffice, as somebody without PowerPoint opens our files: no window, a profile and fonts of this run alone. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeFolder, rootDir } from '../../run-lectern.ts'
import { hasTool } from '../../typeset/pdf-text.ts'

/** Asked once for a file of tests: each question starts a program. */
export function hasOffice(): boolean {
  return ['soffice', 'pdftotext'].every(hasTool)
}

/** All files in one run, as each run takes two seconds to start. PDF files, in the order of the files given. */
export function toPdf(files: readonly string[]): readonly string[] {
  const work = makeFolder('lectern-office-')
  const [sources, out, profile] = ['in', 'out', 'profile'].map((name) => join(work, name))
  if (sources === undefined || out === undefined || profile === undefined) return []
  for (const folder of [sources, out]) mkdirSync(folder)
  const copies = files.map((file, index) => {
    const copy = join(sources, `${String(index).padStart(3, '0')}.pptx`)
    copyFileSync(file, copy)
    return copy
  })
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    ...copies,
  ]
  execFileSync('soffice', args, {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, FONTCONFIG_FILE: fontsOf(work), SAL_USE_VCLPLUGIN: 'svp' },
  })
  const made = readdirSync(out).sort()
  if (made.length !== files.length) throw new Error(`${made.length} of ${files.length} opened`)
  return made.map((name) => join(out, name))
}

/** Only the fonts that we measure with: what stands on this machine changes nothing. */
function fontsOf(work: string): string {
  const path = join(work, 'fonts.conf')
  const fonts = join(rootDir, 'node_modules', '@expo-google-fonts')
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(work, 'cache')}</cachedir></fontconfig>`,
  )
  return path
}
