/** Runs → glyphs with their advances and offsets, shaped once per process. */
import { metricsOf } from '../font/coverage.ts'
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import { splitClusters } from './grapheme-cluster.ts'
import { type LatinShaping, readLatinShaping } from './latin-shaping.ts'
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
  const isClustered = face.family === 'Noto Sans Devanagari' || /\p{M}/u.test(text)
  const run = isClustered ? shapeByCluster(face, text) : shapeWhole(face, text)
  if (shapedRuns.size >= MAX_CACHED_RUNS) shapedRuns.clear()
  shapedRuns.set(cacheKey, run)
  return run
}

/** Text that needs kerning and ligatures only; or one space. */
const PLAIN_WORD = /^(?:[!-~‘’“”–—·]+|[ \u00a0])$/

function shapeWhole(face: FontFace, text: string): ShapedRun {
  const glyphs = PLAIN_WORD.test(text) ? layOutPlain(face, text) : layOut(face, text)
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

const latinShapings = new Map<string, LatinShaping>()

function latinShapingOf(face: FontFace): LatinShaping {
  const key = faceKey(face)
  const shaping = latinShapings.get(key) ?? readLatinShaping(readFontFile(face))
  latinShapings.set(key, shaping)
  return shaping
}

/** The same as fontkit's, without its tables. */
function layOutPlain(face: FontFace, text: string): readonly ShapedGlyph[] {
  const { glyphOf, advanceOf, unitsPerEm } = metricsOf(face)
  const shaping = latinShapingOf(face)
  const glyphs = plainGlyphsOf(face)
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const ids = codePoints.map(glyphOf)
  const joined: { readonly id: number; readonly codePoints: readonly number[] }[] = []
  for (let at = 0; at < ids.length; ) {
    const { glyph, length } = shaping.ligatureAt(ids, at) ?? { glyph: ids[at] ?? 0, length: 1 }
    joined.push({ id: glyph, codePoints: codePoints.slice(at, at + length) })
    at += length
  }
  return joined.map(({ id, codePoints: spelling }, index) => {
    const next = joined[index + 1]
    const kern = next === undefined ? 0 : shaping.kern(id, next.id)
    const key = `${spelling.join()} ${id} ${kern}`
    const known = glyphs.get(key)
    if (known !== undefined) return known
    const defaultAdvance = advanceOf(id) / unitsPerEm
    const advance = defaultAdvance + kern / unitsPerEm
    const glyph = { id, parts: [], defaultAdvance, advance, codePoints: spelling }
    glyphs.set(key, glyph)
    return glyph
  })
}

/** By face, letters and kerning: equal glyphs are one object, which is found faster than its equals. */
const plainGlyphs = new Map<string, Map<string, ShapedGlyph>>()

function plainGlyphsOf(face: FontFace): Map<string, ShapedGlyph> {
  const key = faceKey(face)
  const glyphs = plainGlyphs.get(key) ?? new Map<string, ShapedGlyph>()
  plainGlyphs.set(key, glyphs)
  return glyphs
}

const shapedClusters = new Map<string, readonly ShapedGlyph[]>()

/**
 * Cluster by cluster: the same glyphs and positions as the whole word (the 15,990 words of hunspell-hi
 * against HarfBuzz: tests/typeset/hindi-shaping.test.ts), a few hundred clusters in place of every word,
 * and a break between any two.
 */
function shapeByCluster(face: FontFace, text: string): ShapedRun {
  const glyphs: ShapedGlyph[] = []
  const ends: number[] = []
  let end = 0
  const clusters = splitClusters(text)
  for (const [index, cluster] of clusters.entries()) {
    const next = clusters[index + 1] ?? ''
    const shaped = shapeOnce(face, cluster, areKerned(cluster, next) ? next : '')
    glyphs.push(...shaped)
    end += cluster.length
    for (let i = 0; i < shaped.length; i++) ends.push(i === shaped.length - 1 ? end : -1)
  }
  return makeRun(face, text, { glyphs, ends, isDevanagari: face.family === 'Noto Sans Devanagari' })
}

/** All that Noto Sans Devanagari kerns across clusters: ङ, ड and ड़ before a half ज (its “dist” feature). */
function areKerned(cluster: string, next: string): boolean {
  return /[\u0919\u0921\u095c]\p{M}*$/u.test(cluster) && /^\u091c\u093c?\u094d/u.test(next)
}

function shapeOnce(face: FontFace, cluster: string, next: string): readonly ShapedGlyph[] {
  const key = `${faceKey(face)} ${cluster} ${next}`
  let glyphs = shapedClusters.get(key)
  if (glyphs === undefined) {
    glyphs = shapeCluster(face, cluster, next)
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

/** Reading a face's tables of mark positions costs 30–40 ms; a run laid out whole has no marks. */
const WITHOUT_MARKS = { mark: false, mkmk: false }

function layOut(face: FontFace, text: string): readonly ShapedGlyph[] {
  const font = openFace(face)
  const { glyphs, positions } = font.layout(text, WITHOUT_MARKS)
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
