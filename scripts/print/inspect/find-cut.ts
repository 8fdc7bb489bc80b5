/**
 * What a viewer does not see because it stands out of the slide, or out of a box that cuts it off. Asking the slide
 * for its `scrollHeight`, as Marp's own check does, misses a wide table, which scrolls inside itself.
 */
import type { Box, Fault, Sides, Thing } from './measured.ts'
import { boxOn, isOver, overhang, type PageSlide, rounded, shared, widest } from './slide-box.ts'
import { isPicture, type SolidThing } from './solid-things.ts'
import { styleOf } from './styles.ts'
import { clean, inkOf, type TextLine } from './visible-text.ts'

type Item = {
  readonly element: Element
  readonly what: Thing
  readonly words: string
  readonly box: Box
  /** What of it is painted, when that is less. */
  readonly ink: () => Box
}

export type CutCheck = {
  readonly faults: readonly Fault[]
  /** Texts that can be seen whole: whatever else is wrong with the others is not seen either. */
  readonly whole: readonly TextLine[]
}

export function findCut(
  slide: PageSlide,
  texts: readonly TextLine[],
  things: readonly SolidThing[],
): CutCheck {
  const lines = texts.map((line) => ({ line, cut: cutOfLine(slide, line) }))
  const cuts = [
    ...lines.map(({ cut }) => cut),
    ...things.map((one) => cutOf(slide, thingItem(one))),
  ]
  const found = new Map<Element, Cut>()
  for (const cut of cuts) {
    if (cut === undefined) continue
    const known = found.get(cut.by)
    found.set(cut.by, known === undefined ? cut : merge(known, cut))
  }
  return {
    faults: [...found.values()].map((cut) => faultOf(slide, cut)),
    whole: lines.filter(({ cut }) => cut === undefined).map(({ line }) => line),
  }
}

/** Marp's page number is text of the slide itself. */
function cutOfLine(slide: PageSlide, line: TextLine): Cut | undefined {
  return line.owner === slide.section ? undefined : cutOf(slide, textItem(line))
}

function textItem(line: TextLine): Item {
  const what = line.isFormula ? 'formula' : 'text'
  return { element: line.owner, what, words: line.words, box: line.box, ink: () => inkOf(line) }
}

/** The words of tables and boxes are texts of their own. */
function thingItem(thing: SolidThing): Item {
  const { element, what, box } = thing
  const words = isPicture(thing) ? clean(nameOf(element)) : ''
  return { element, what, words, box, ink: () => box }
}

export function nameOf(element: Element): string {
  return element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? ''
}

type Cut = {
  readonly what: Thing
  readonly words: string
  readonly box: Box
  /** The slide, or the box on it. */
  readonly by: Element
  readonly over: Sides
  readonly count: number
}

/** The innermost box that cuts it; then the slide. */
function cutOf(slide: PageSlide, item: Item): Cut | undefined {
  const whole = { x: 0, y: 0, width: slide.width, height: slide.height }
  if (isSentAway(item.box, whole)) return undefined
  for (const { by, frame } of framesAround(slide, item)) {
    if (!isOver(overhang(item.box, frame))) continue
    const over = overhang(item.ink(), frame)
    if (isOver(over)) return { ...item, by, over, count: 1 }
  }
  return undefined
}

/** So far off that it is meant: text for screen readers alone. */
function isSentAway(box: Box, whole: Box): boolean {
  const isFar = box.x + box.width < -whole.width / 2 || box.y + box.height < -whole.height / 2
  return isFar && shared(box, whole) === undefined
}

type Frame = { readonly by: Element; readonly frame: Box }

/** A box cuts its own text, but not itself. */
function framesAround(slide: PageSlide, { element, what }: Item): readonly Frame[] {
  const frames: Frame[] = []
  const isText = what === 'text' || what === 'formula'
  let position = isText ? 'static' : styleOf(element).position
  const first = isText ? element : element.parentElement
  for (let at = first; at !== null && at !== slide.section; at = at.parentElement) {
    const style = styleOf(at)
    // What is placed on the slide, or on a box further out, is not cut by the boxes between.
    const isFree = position === 'absolute' || position === 'fixed'
    if (isFree && style.position === 'static' && style.transform === 'none') continue
    position = style.position
    if (cuts(style) && !isFoot(at)) frames.push({ by: at, frame: insideOf(slide, at) })
  }
  const whole = { x: 0, y: 0, width: slide.width, height: slide.height }
  return [...frames, { by: slide.section, frame: whole }]
}

function cuts(style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline' || style.display === 'contents') return false
  return (
    style.overflowX !== 'visible' ||
    style.overflowY !== 'visible' ||
    /paint|strict|content/.test(style.contain)
  )
}

/** Its ellipsis is meant. */
function isFoot(element: Element): boolean {
  return element.matches('header, footer') && styleOf(element).textOverflow === 'ellipsis'
}

/** What shows its content: the box within its borders. */
function insideOf(slide: PageSlide, element: Element): Box {
  const box = boxOn(slide, element.getBoundingClientRect())
  if (!(element instanceof HTMLElement)) return box
  const { clientLeft, clientTop, clientWidth, clientHeight, offsetWidth } = element
  const scale = offsetWidth > 0 ? box.width / offsetWidth : 1
  return {
    x: box.x + clientLeft * scale,
    y: box.y + clientTop * scale,
    width: clientWidth * scale,
    height: clientHeight * scale,
  }
}

/** Named by the largest thing that is cut, told by the first words that are; counted in texts. */
function merge(known: Cut, item: Cut): Cut {
  const isFirst = known.words === ''
  const isMore = !isFirst && item.words !== '' && item.words !== known.words
  return {
    ...known,
    what: RANK.indexOf(item.what) > RANK.indexOf(known.what) ? item.what : known.what,
    words: isFirst ? item.words : known.words,
    over: widest(known.over, item.over),
    count: known.count + (isMore && item.what === 'text' ? 1 : 0),
  }
}

const RANK: readonly Thing[] = ['box', 'text', 'formula', 'picture', 'drawing', 'table']

function faultOf(slide: PageSlide, { what, words, box, by, over, count }: Cut): Fault {
  const at = { what, words, box: rounded(box), overPx: over, count }
  if (by === slide.section) return { kind: 'overflow', ...at }
  const { overflowX, overflowY } = styleOf(by)
  const isScrolled = [overflowX, overflowY].some((value) => /auto|scroll/.test(value))
  return { kind: 'clipped', ...at, by: tagOf(by), isScrolled }
}

/** As a style sheet would name it. */
function tagOf(element: Element): string {
  // `s0_` and the like are ours: a style attribute made into a class.
  const first = [...element.classList].find((name) => !/^s[\da-z]+_$/.test(name))
  return first === undefined ? element.localName : `${element.localName}.${first}`
}
