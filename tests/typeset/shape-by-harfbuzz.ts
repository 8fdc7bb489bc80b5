/** Hindi words shaped by us and by HarfBuzz with the same font: for tests and the bench. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FontFace, readFontFile } from '../../scripts/font/faces.ts'
import { type ShapedRun, shapeRun } from '../../scripts/typeset/shape-run.ts'

const UNITS_PER_EM = 1000

/** The words whose glyphs or places differ from those of `hb-shape`, which has to be installed. */
export function shapedUnlikeHarfBuzz(
  words: readonly string[],
  weight: 400 | 600 | 700,
): readonly string[] {
  const face = { family: 'Noto Sans Devanagari', weight, isItalic: false } as const
  const theirs = shapeByHarfBuzz(words, face)
  return words.filter((word, index) => describeRun(shapeRun(face, word)) !== theirs[index])
}

/** `id@x,y` of every glyph, then the width; font units. */
function describeRun({ glyphs }: ShapedRun): string {
  const placed: string[] = []
  let pen = 0
  for (const glyph of glyphs) {
    const parts =
      glyph.parts.length > 0 || glyph.id < 0 ? glyph.parts : [{ id: glyph.id, x: 0, y: 0 }]
    for (const part of parts) placed.push(`${part.id}@${pen + part.x},${part.y}`)
    pen += Math.round(glyph.advance * UNITS_PER_EM)
  }
  return `${placed.join(' ')} ${pen}`
}

function shapeByHarfBuzz(words: readonly string[], face: FontFace): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-shape-'))
  const [font, text] = [join(folder, 'font.ttf'), join(folder, 'words.txt')]
  try {
    writeFileSync(font, readFontFile(face))
    writeFileSync(text, `${words.join('\n')}\n`)
    const options = ['--no-glyph-names', '--no-clusters', `--text-file=${text}`]
    const output = execFileSync('hb-shape', [font, ...options], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return output.trimEnd().split('\n').map(describeLine)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `[5+764|101@13,0+0]`: id, offset unless it is none, advance. */
function describeLine(line: string): string {
  const placed: string[] = []
  let pen = 0
  for (const [, id, x = 0, y = 0, advance] of line.matchAll(
    /(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)/gu,
  )) {
    placed.push(`${id}@${pen + Number(x)},${y}`)
    pen += Number(advance)
  }
  return `${placed.join(' ')} ${pen}`
}
