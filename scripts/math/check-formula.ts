/** A formula as the reader checks it: it can be read, it is harmless, it can be set and has room. */
import type { FormulaBox, FormulaMark } from './formula-box.ts'
import { explainKatex, type FormulaMistake } from './formula-mistake.ts'
import { formulaText } from './formula-text.ts'
import { katexOptions, openKatex, quietly } from './katex.ts'
import { joinParts, layoutFormula } from './layout-formula.ts'

export type CheckedFormula =
  | { readonly kind: 'good'; readonly text: string }
  /** Not TeX that KaTeX reads. */
  | ({ readonly kind: 'bad'; readonly command?: string } & FormulaMistake)
  /** Could be read; does what no formula of ours may do, or has no room. */
  | ({ readonly kind: 'refused' | 'too-large' } & FormulaMistake)

export const MAX_TEX_LENGTH = 2000
const MAX_DEPTH = 40

/** In em of the formula. A display at the smallest size of a slide; a line of the narrowest column of a brief. */
const ROOM = {
  display: { width: 36, height: 15 },
  inline: { width: 12, height: 3.2 },
}

export function checkFormula(tex: string, isDisplay: boolean): CheckedFormula {
  return checkSource(tex) ?? checkKatex(tex, isDisplay) ?? checkLayout(tex, isDisplay)
}

function whole(tex: string): { readonly start: number; readonly end: number } {
  return { start: 0, end: tex.length }
}

function checkSource(tex: string): CheckedFormula | undefined {
  if (tex.trim() === '')
    return {
      kind: 'bad',
      message: 'The formula is empty',
      hint: 'write TeX, such as x^2',
      ...whole(tex),
    }
  if (tex.length > MAX_TEX_LENGTH)
    return {
      kind: 'refused',
      message: `The formula has ${tex.length} characters; ${MAX_TEX_LENGTH} are the most`,
      hint: 'divide it into several formulas',
      ...whole(tex),
    }
  const definition = checkDefinitions(tex)
  if (definition !== undefined) return definition
  // KaTeX reads groups by recursion.
  const deep = placeOfDepth(tex)
  if (deep !== undefined)
    return {
      kind: 'refused',
      message: `The formula is nested deeper than ${MAX_DEPTH} levels`,
      hint: 'take groups apart',
      start: deep,
      end: deep + 1,
    }
  return checkSigns(tex)
}

/**
 * What makes macros. KaTeX counts how often one is expanded, not to how much: one that says its argument nine
 * times makes half a million signs of three calls. Its own macros say no argument twice.
 */
const DEFINING = new Set(
  'def gdef edef xdef let futurelet newcommand renewcommand providecommand global long'.split(' '),
)

function checkDefinitions(tex: string): CheckedFormula | undefined {
  for (const { 0: command, 1: name = '', index } of tex.matchAll(/\\(?:([a-zA-Z]+)|[\s\S])/g))
    if (DEFINING.has(name))
      return {
        kind: 'refused',
        message: `\`${command}\` is not allowed in a formula`,
        hint: 'write out what the macro stands for',
        start: index,
        end: index + command.length,
      }
  return undefined
}

function placeOfDepth(tex: string): number | undefined {
  let depth = 0
  for (const match of tex.matchAll(/\\(?:left|right|begin|end)(?![a-zA-Z])|\\[\s\S]|[{}]/g)) {
    if (/^(?:\{|\\left|\\begin)$/.test(match[0])) depth++
    else if (/^(?:\}|\\right|\\end)$/.test(match[0])) depth--
    if (depth > MAX_DEPTH) return match.index
  }
  return undefined
}

/** What TeX or YAML would swallow without a word. */
function checkSigns(tex: string): CheckedFormula | undefined {
  const comment = /(?<!\\)(?:\\\\)*%/.exec(tex)
  if (comment !== null) {
    const at = comment.index + comment[0].length - 1
    return {
      kind: 'bad',
      message: '`%` begins a comment in TeX, so the rest of the formula would be lost',
      hint: 'write `\\%`',
      start: at,
      end: at + 1,
    }
  }
  const taken = /[\t\u0007\b\v\f\r\u001b]|\n(?=(?:u|e|eq|abla|ot|i|mid|cong|earrow)\b)/.exec(tex)
  return taken === null
    ? undefined
    : {
        kind: 'bad',
        message:
          'A backslash of the formula was taken by YAML, which knows `\\t`, `\\n`, `\\f`, `\\b` itself',
        hint: "write the value in single quotes, 'like this', or double every backslash",
        start: taken.index,
        end: taken.index + 1,
      }
}

/** Would paint a ground or open an address; colour of text is the theme's accent, which always reads. */
const REFUSED_RE =
  /\\(?:f?colorbox|href|url|includegraphics|html(?:Class|Id|Style|Data))(?![a-zA-Z])/

function checkKatex(tex: string, isDisplay: boolean): CheckedFormula | undefined {
  const refused: string[] = []
  try {
    const options = katexOptions(isDisplay, (command) => refused.push(command))
    quietly(() => openKatex().__renderToDomTree(tex, options))
  } catch (error) {
    return explainError(error, tex)
  }
  const command = refused[0] ?? REFUSED_RE.exec(tex)?.[0]
  if (command === undefined) return undefined
  const at = Math.max(0, tex.indexOf(command))
  return {
    kind: 'refused',
    message: `\`${command}\` is not allowed in a formula`,
    hint: 'a formula is signs alone: no links, pictures, styles or coloured grounds',
    start: at,
    end: at + command.length,
  }
}

type KatexError = {
  readonly rawMessage?: string
  readonly position?: number
  readonly length?: number
}

function explainError(error: unknown, tex: string): CheckedFormula {
  if (error instanceof RangeError)
    return {
      kind: 'refused',
      message: 'The formula is nested too deeply',
      hint: 'take groups apart',
      ...whole(tex),
    }
  if (!(error instanceof Error) || error.name !== 'ParseError') throw error
  // What KaTeX's ParseError has beside an error's own fields.
  const { rawMessage = error.message, position, length = 1 } = error as Error & KatexError
  const start = Math.min(position ?? 0, tex.length - 1)
  const end =
    position === undefined ? tex.length : Math.min(tex.length, start + Math.max(1, length))
  return { kind: 'bad', ...explainKatex(rawMessage), start, end }
}

function checkLayout(tex: string, isDisplay: boolean): CheckedFormula {
  let box: FormulaBox
  try {
    box = layoutFormula(tex, isDisplay)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnsupportedFormula') throw error
    return {
      kind: 'refused',
      message: `The formula uses a construction that cannot be printed (${error.message})`,
      hint: 'commutative diagrams, mirrored signs and numbered lines are not supported',
      ...whole(tex),
    }
  }
  const room = isDisplay ? ROOM.display : ROOM.inline
  if (isLarger(box, room, isDisplay))
    return { kind: 'too-large', ...tooLarge(isDisplay), ...whole(tex) }
  if (hasStrayInk(box))
    return {
      kind: 'refused',
      message: 'The formula draws outside its own room',
      hint: 'take negative spaces and large shifts away',
      ...whole(tex),
    }
  return { kind: 'good', text: formulaText(tex, isDisplay) }
}

function isLarger(box: FormulaBox, room: (typeof ROOM)['display'], isDisplay: boolean): boolean {
  const widest = isDisplay
    ? box.width + 2 * (box.tag === undefined ? 0 : box.tag.width + 1)
    : Math.max(0, ...box.parts.map((part) => part.width))
  return widest > room.width || box.height + box.depth > room.height
}

function tooLarge(isDisplay: boolean): Pick<FormulaMistake, 'message' | 'hint'> {
  return isDisplay
    ? {
        message: 'The formula has no room on a slide at a size that can be read',
        hint: 'divide it over lines with `\\begin{aligned} … \\\\ … \\end{aligned}`, or into two sections',
      }
    : {
        message: 'The formula is too large for a line of text',
        hint: 'give it a line of its own: `formula:` of a section',
      }
}

/** How far a mark may reach out of its formula, in em: accents and raised scripts do. */
const OVERHANG = 1.2

function hasStrayInk(box: FormulaBox): boolean {
  return joinParts(box).some((mark) => {
    const { x, y } = mark.kind === 'stroke' ? { x: mark.x1, y: mark.y1 } : cornerOf(mark)
    return (
      x < -OVERHANG ||
      x > box.width + OVERHANG ||
      y < -box.height - OVERHANG ||
      y > box.depth + OVERHANG
    )
  })
}

function cornerOf(mark: Exclude<FormulaMark, { kind: 'stroke' }>): { x: number; y: number } {
  return mark.kind === 'path' ? { x: mark.clip.x, y: mark.clip.y } : { x: mark.x, y: mark.y }
}
