/** Hindi that is drawn right: glyphs and their places against HarfBuzz, word for word. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FontFace, readFontFile } from '../../scripts/font/faces.ts'
import { type ShapedRun, shapeRun } from '../../scripts/typeset/shape-run.ts'
import { hasHindiWords, readHindiWords } from './hindi-list.ts'
import { hasTool } from './pdf-text.ts'

const UNITS_PER_EM = 1000

it.skipIf(!hasHindiWords() || !hasTool('hb-shape')).each([400, 600, 700] as const)(
  'shapes every word of hunspell-hi as HarfBuzz does, in weight %i',
  (weight) => {
    const words = readHindiWords()
    const face = { family: 'Noto Sans Devanagari', weight, isItalic: false } as const
    const theirs = shapeByHarfBuzz(words, face)
    const different = words.filter(
      (word, index) => describeRun(shapeRun(face, word)) !== theirs[index],
    )
    expect(different).toEqual([])
  },
)

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
