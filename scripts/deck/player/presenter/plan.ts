/** The running order as the slides tell it: sections with their planned minutes, and where the talk should be. */
import { sum } from '../link/timing.ts'
import type { PlayerSlide } from '../slides.ts'

/** Slides in a row that belong together. */
export type Group = {
  readonly title: string
  /** Undefined for sections without a plan and slides of no section. */
  readonly minutes: number | undefined
  /** 0-based; both are of the group. */
  readonly first: number
  readonly last: number
}

export type Plan = {
  readonly groups: readonly Group[]
  /** Of the talk, or what its sections add up to; 0 when nothing is planned. */
  readonly minutes: number
  /** Any of the sections is planned, so that the talk can be ahead or behind. */
  readonly isPaced: boolean
}

export const MINUTE_MS = 60_000

export function readPlan(slides: readonly PlayerSlide[]): Plan {
  const runs = readRuns(slides)
  const planned = sum(runs.map(({ minutes = 0 }) => minutes))
  // Minutes on a slide of no section, which is the title, are the talk's.
  const talk = slides.find(({ sectionId }) => sectionId === undefined)?.minutes ?? 0
  return { groups: runs, minutes: talk || planned, isPaced: planned > 0 }
}

type Run = Group & { readonly key: string }

/** What the paginator writes behind the title of a slide that goes on. */
const COUNTER = / \(\d+\/\d+\)$/

function readRuns(slides: readonly PlayerSlide[]): readonly Run[] {
  const runs: Run[] = []
  const counted = new Set<string>()
  for (const [index, slide] of slides.entries()) {
    const key = keyOf(slide)
    const last = runs.at(-1)
    if (last?.key === key) {
      runs[runs.length - 1] = { ...last, last: index, title: last.title.replace(COUNTER, '') }
      continue
    }
    // Minutes stand on every slide of a section, also where another slide comes between them.
    const isSection = slide.sectionId !== undefined && !counted.has(key)
    counted.add(key)
    runs.push({
      key,
      title: headerOf(slide) || slide.title,
      minutes: isSection ? slide.minutes : undefined,
      first: index,
      last: index,
    })
  }
  return runs
}

/** Slides of one section, of one part, and of none under one header, belong together. */
function keyOf(slide: PlayerSlide): string {
  if (slide.section.classList.contains('part')) return `part ${slide.title.replace(COUNTER, '')}`
  return slide.sectionId === undefined ? `header ${headerOf(slide)}` : `section ${slide.sectionId}`
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
  const isAfterAll = plan.groups.every(({ minutes = 0, last }) => minutes === 0 || last < slide)
  const untilMs = isAfterAll ? Math.max(toMs, lengthMs) : toMs
  if (elapsedMs < fromMs) return elapsedMs - fromMs
  return Math.max(0, elapsedMs - untilMs)
}

function timeOf(plan: Plan, slide: number): { readonly fromMs: number; readonly toMs: number } {
  const before = plan.groups.filter(({ last }) => last < slide)
  const startMs = sum(before.map(({ minutes = 0 }) => minutes)) * MINUTE_MS
  const group = groupAt(plan, slide)
  if (group === undefined) return { fromMs: startMs, toMs: startMs }
  const eachMs = ((group.minutes ?? 0) * MINUTE_MS) / (group.last - group.first + 1)
  const fromMs = startMs + eachMs * (slide - group.first)
  return { fromMs, toMs: fromMs + eachMs }
}
