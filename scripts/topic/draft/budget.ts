/** How much may still go into the front matter: the reader takes 64 KiB and 5,000 values. */
export type Budget = {
  /** False when the text does not fit any more; it then belongs to the notes. */
  readonly spend: (text: string, nodes: number) => boolean
}

const MAX_NODES = 2500
/** Indent, dash and line break of a line. */
const LINE_BYTES = 20

export const NO_BUDGET: Budget = { spend: () => false }

export function createBudget(maxBytes: number): Budget {
  let bytes = maxBytes
  let left = MAX_NODES
  return {
    spend: (text, nodes) => {
      const cost = Buffer.byteLength(JSON.stringify(text)) + LINE_BYTES
      if (cost > bytes || nodes > left) return false
      bytes -= cost
      left -= nodes
      return true
    },
  }
}
