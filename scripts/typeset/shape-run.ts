/** Runs → glyphs with their advances and offsets, shaped once per process. */
import { type FontFace, faceKey } from '../font/faces.ts'
import { splitClusters } from './grapheme-cluster.ts'
import { openFace } from './open-face.ts'
import { shapeCluster } from './shape-cluster.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'

export type ShapedRun = {
  readonly face: FontFace
  readonly key: string
  readonly text: string
  readonly glyphs: readonly ShapedGlyph[]
  /** For every glyph: the UTF-16 offset in `text` where its cluster ends, or -1 inside a cluster. */
  readonly ends: readonly number[]
  /** Sum of the advances. */
  readonly width: number
  readonly isDevanagari: boolean
}

/** Words of a shelf repeat; a long-lived preview must not keep every word ever typed. */
const MAX_CACHED_RUNS = 40_000

const shapedRuns = new Map<string, ShapedRun>()

export function shapeRun(face: FontFace, text: string): ShapedRun {
  const key = faceKey(face)
  const cacheKey = `${key} ${text}`
  const known = shapedRuns.get(cacheKey)
  if (known !== undefined) return known
  const run =
    face.family === 'Noto Sans Devanagari' ? shapeByCluster(face, text) : shapeWhole(face, text)
  if (shapedRuns.size >= MAX_CACHED_RUNS) shapedRuns.clear()
  shapedRuns.set(cacheKey, run)
  return run
}

function shapeWhole(face: FontFace, text: string): ShapedRun {
  const glyphs = layOut(face, text)
  return makeRun(face, text, { glyphs, ends: endsOf(glyphs, text), isDevanagari: false })
}

/**
 * Offsets after each glyph when glyphs follow the characters in order (a ligature counts several).
 * When a font decomposed or reordered something, only the end of the run is a safe place.
 */
function endsOf(glyphs: readonly ShapedGlyph[], text: string): readonly number[] {
  const ends: number[] = []
  let end = 0
  for (const glyph of glyphs) {
    end += String.fromCodePoint(...glyph.codePoints).length
    ends.push(end)
  }
  if (end === text.length) return ends
  return glyphs.map((_, index) => (index === glyphs.length - 1 ? text.length : -1))
}

const shapedClusters = new Map<string, readonly ShapedGlyph[]>()

/**
 * Devanagari cluster by cluster: the same glyphs and positions as the whole word (measured on the 15,990
 * words of hunspell-hi), a few hundred clusters in place of every word, and a break between any two.
 */
function shapeByCluster(face: FontFace, text: string): ShapedRun {
  const glyphs: ShapedGlyph[] = []
  const ends: number[] = []
  let end = 0
  for (const cluster of splitClusters(text)) {
    const shaped = shapeOnce(face, cluster)
    glyphs.push(...shaped)
    end += cluster.length
    for (let i = 0; i < shaped.length; i++) ends.push(i === shaped.length - 1 ? end : -1)
  }
  return makeRun(face, text, { glyphs, ends, isDevanagari: true })
}

function shapeOnce(face: FontFace, cluster: string): readonly ShapedGlyph[] {
  const key = `${faceKey(face)} ${cluster}`
  let glyphs = shapedClusters.get(key)
  if (glyphs === undefined) {
    glyphs = shapeCluster(face, cluster)
    shapedClusters.set(key, glyphs)
  }
  return glyphs
}

function makeRun(
  face: FontFace,
  text: string,
  shape: Pick<ShapedRun, 'glyphs' | 'ends' | 'isDevanagari'>,
): ShapedRun {
  const width = shape.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
  return { face, key: faceKey(face), text, width, ...shape }
}

/** Reading a face's tables of mark positions costs 30–40 ms; a text without marks needs none of them. */
const WITHOUT_MARKS = { mark: false, mkmk: false }

function layOut(face: FontFace, text: string): readonly ShapedGlyph[] {
  const font = openFace(face)
  const { glyphs, positions } = font.layout(text, /\p{M}/u.test(text) ? undefined : WITHOUT_MARKS)
  const em = 1 / font.unitsPerEm
  return glyphs.map((glyph, index) => {
    const position = positions[index]
    return {
      id: glyph.id,
      parts: [],
      defaultAdvance: glyph.advanceWidth * em,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * em,
      codePoints: [...glyph.codePoints],
    }
  })
}
