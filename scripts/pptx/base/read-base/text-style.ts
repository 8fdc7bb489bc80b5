/** How a placeholder sets its text: its layout's own words over those of its master (ECMA-376 Part 1 §19.3.1.36, `ph`). */
import { EMU_PER_PX } from '../../write/xml.ts'
import type { TextLook } from '../base.ts'
import { child, numberOf, type XmlNode } from './xml-tree.ts'

/** Text of placeholders of other kinds than these is of `otherStyle`. */
const STYLES: Readonly<Record<string, string>> = {
  title: 'p:titleStyle',
  ctrTitle: 'p:titleStyle',
  subTitle: 'p:bodyStyle',
  body: 'p:bodyStyle',
  obj: 'p:bodyStyle',
  '': 'p:bodyStyle',
}

export type StyleChain = {
  /** Shapes of the layout and of its master, either may be missing. */
  readonly shapes: readonly (XmlNode | undefined)[]
  readonly master: XmlNode
  readonly type: string
}

/** A hundredth of a point in px. */
const SIZE_TO_PX = 1 / 75
/** What Office takes when nobody says (ECMA-376 Part 1 §21.1.2.3.2, §21.1.2.1.1). */
const DEFAULTS = { sizePx: 24, insetX: 91_440, insetY: 45_720 }

export function textLookOf(chain: StyleChain): TextLook {
  const bodies = chain.shapes.map((shape) => child(shape, 'p:txBody', 'a:bodyPr'))
  const inset = (name: string, usual: number): number =>
    (firstNumber(bodies, name) ?? usual) / EMU_PER_PX
  return {
    levels: [1, 2, 3].map((level) => levelOf(chain, level)),
    insets: {
      left: inset('lIns', DEFAULTS.insetX),
      top: inset('tIns', DEFAULTS.insetY),
      right: inset('rIns', DEFAULTS.insetX),
      bottom: inset('bIns', DEFAULTS.insetY),
    },
  }
}

function levelOf(chain: StyleChain, level: number): TextLook['levels'][number] {
  const styles = levelStyles(chain, level)
  const runs = styles.map((style) => child(style, 'a:defRPr'))
  const size = firstNumber(runs, 'sz')
  return {
    sizePx: size === undefined ? DEFAULTS.sizePx : size * SIZE_TO_PX,
    lineShare: lineShareOf(styles),
    indentPx: Math.max(0, (firstNumber(styles, 'marL') ?? 0) / EMU_PER_PX),
    isCapital: runs.some((run) => run?.attributes['cap'] === 'all'),
  }
}

/** From the nearest to the farthest. */
export function levelStyles(
  { shapes, master, type }: StyleChain,
  level: number,
): readonly (XmlNode | undefined)[] {
  const name = `a:lvl${level}pPr`
  const common = child(master, 'p:txStyles', STYLES[type] ?? 'p:otherStyle', name)
  return [...shapes.map((shape) => child(shape, 'p:txBody', 'a:lstStyle', name)), common]
}

/** Of lines in percent; lines in points are as high as they say whatever the font. */
function lineShareOf(styles: readonly (XmlNode | undefined)[]): number {
  for (const style of styles) {
    const share = numberOf(child(style, 'a:lnSpc', 'a:spcPct'), 'val')
    if (share !== undefined) return Math.min(3, Math.max(0.5, share / 100_000))
    if (child(style, 'a:lnSpc') !== undefined) return 1
  }
  return 1
}

function firstNumber(nodes: readonly (XmlNode | undefined)[], name: string): number | undefined {
  return nodes.map((node) => numberOf(node, name)).find((value) => value !== undefined)
}
