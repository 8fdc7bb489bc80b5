/** The report of a fit as a line for people. */
import type { ManifestBrief } from '../output/manifest.ts'
import type { PageFit } from '../render/job.ts'

export type PageReport = PageFit | ManifestBrief

export type TopicBrief = PageReport & { readonly slug: string }

/** `oil: brief.pdf standard, 10.25/13.9 pt (x-height 1.94 mm), 2 columns, 98 and 97 % full, …` */
export function tellBrief(brief: TopicBrief): string {
  const { slug, path, side, preset, sizePt, leadingPt, xHeightMm, overflowLines } = brief
  const size = `${preset}, ${sizePt}/${leadingPt.toFixed(1)} pt (x-height ${xHeightMm.toFixed(2)} mm)`
  const page = `${slug}: ${path}${side === 'back' ? ' (back)' : ''}`
  if (overflowLines > 0) return `${page} ${size}, over by ${count(overflowLines, 'line')}`
  const parts = [
    size,
    count(brief.columns, 'column'),
    `${brief.columnFill.map((fill) => Math.round(fill * 100)).join(' and ')} % full`,
    `step ${brief.rung}`,
    count(brief.hyphens, 'hyphen'),
    `widest gap ${brief.widestGapPt.toFixed(1)} pt`,
    `ink ${brief.inkPercent.toFixed(1)} %`,
    brief.dropped.length === 0 ? '' : `left out: ${brief.dropped.join(', ')}`,
  ]
  return `${page} ${parts.filter((part) => part !== '').join(', ')}`
}

function count(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`
}
