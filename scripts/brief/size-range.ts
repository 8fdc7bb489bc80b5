import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Preset } from '../topic/topic.ts'

/** Sizes of text that a page may have, in points: the floor of the preset, and what it may grow to. */
export function sizeRange(tokens: BriefTokens, preset: Preset): { least: number; most: number } {
  const least = {
    dense: tokens.denseMinSize,
    standard: tokens.standardMinSize,
    'clear-print': tokens.clearPrintMinSize,
  }[preset]
  const most = preset === 'clear-print' ? tokens.clearPrintMaxSize : tokens.maxSize
  return { least, most: Math.max(least, most) }
}
