/** The running order as the slides tell it: sections with their planned minutes, and where the talk should be. */
import { sum } from '../link/timing.ts'
import type { PlayerSlide } from '../slides.ts'

/** Slides in a row that belong together; only those of a planned section have minutes. */
export type Group = {
  readonly title: string
  readonly minutes: number | undefined
  /** 0-based; both are of the group. */
  readonly first: number
  readonly last: number
  /** The slide that opens a part of the lecture. */
  readonly isPart: boolean
}

export type Plan = {
  readonly groups: readonly Group[]
  /** What the sections add up to; 0 when none is planned. */
  readonly minutes: number
}

export const MINUTE_MS = 60_000

export function readPlan(slides: readonly PlayerSlide[]): Plan {
  const groups: Group[] = []
  const counted = new Set<string>()
  let key = ''
  for (const [index, slide] of slides.entries()) {
    const last = groups.at(-1)
    const isPart = slide.section.classList.contains('part')
    const ownKey = isPart ? `part ${index}` : (slide.sectionId ?? `. ${headerOf(slide)}`)
    if (last !== undefined && ownKey === key) {
      groups[groups.length - 1] = { ...last, last: index }
      continue
    }
    key = ownKey
    // Minutes stand on every slide of a section, also where another slide comes between them.
    const minutes = isPart || counted.has(key) ? undefined : slide.minutes
    counted.add(key)
    const title = headerOf(slide) || slide.title
    groups.push({ title, minutes, first: index, last: index, isPart })
  }
  return { groups, minutes: sum(groups.map((group) => group.minutes ?? 0)) }
}

function headerOf({ section }: PlayerSlide): string {
  return section.querySelector(':scope > header')?.textContent?.trim() ?? ''
}

export function groupAt(plan: Plan, slide: number): Group | undefined {
  return plan.groups.find(({ first, last }) => first <= slide && slide <= last)
}

/** Milliseconds spent on the slides of a group. */
export function spentOn({ first, last }: Group, spent: readonly number[]): number {
  return sum(spent.slice(first, last + 1))
}

export type Progress = {
  readonly slide: number
  readonly elapsedMs: number
  /** Of the whole talk: what the sections do not use is left for the slides at the end. */
  readonly lengthMs: number
}

/**
 * How far the talk is behind its plan (ahead: below 0), 0 while it is inside the time of the slide shown.
 * A section's minutes are shared out evenly among its slides; slides of no section have no time of their
 * own, but for those after the last section.
 */
export function behindMs(plan: Plan, { slide, elapsedMs, lengthMs }: Progress): number {
  const { fromMs, toMs } = timeOf(plan, slide)
  const isAfterAll = plan.groups.every(({ minutes, last }) => minutes === undefined || last < slide)
  const untilMs = isAfterAll ? Math.max(toMs, lengthMs) : toMs
  if (elapsedMs < fromMs) return elapsedMs - fromMs
  return Math.max(0, elapsedMs - untilMs)
}

function timeOf(plan: Plan, slide: number): { readonly fromMs: number; readonly toMs: number } {
  const before = plan.groups.filter(({ last }) => last < slide)
  const startMs = sum(before.map(({ minutes = 0 }) => minutes)) * MINUTE_MS
  const group = groupAt(plan, slide)
  if (group?.minutes === undefined) return { fromMs: startMs, toMs: startMs }
  const eachMs = (group.minutes * MINUTE_MS) / (group.last - group.first + 1)
  const fromMs = startMs + eachMs * (slide - group.first)
  return { fromMs, toMs: fromMs + eachMs }
}
