/** The margins of one side of the sheet: wider where it is punched. */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { PrintProfile } from '../theme/print-profile.ts'

export type Side = 'front' | 'back'

type Edge = PrintProfile['punchSide']

const MARGIN = {
  left: 'marginLeftMm',
  right: 'marginRightMm',
  top: 'marginTopMm',
  bottom: 'marginBottomMm',
} as const satisfies Record<Edge, keyof BriefTokens>

/** Where the punched edge of the front is seen on the back, by the edge the page is turned over. */
const ON_BACK: Readonly<Record<PrintProfile['turn'], Readonly<Record<Edge, Edge>>>> = {
  'long-edge': { left: 'right', right: 'left', top: 'top', bottom: 'bottom' },
  'short-edge': { left: 'left', right: 'right', top: 'bottom', bottom: 'top' },
}

export function sideTokens(profile: PrintProfile, side: Side): BriefTokens {
  const { brief, punchMarginMm, punchSide, turn } = profile
  const key = MARGIN[side === 'front' ? punchSide : ON_BACK[turn][punchSide]]
  return { ...brief, [key]: Math.max(brief[key], punchMarginMm) }
}
