/** Links that an output does not have, in the author's words. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { excerpt } from './printable.ts'

type Refused = {
  readonly address: string
  /** From 1. */
  readonly slide: number
}

export function linkRefused(where: Where, { address, slide }: Refused): Diagnostic {
  return makeDiagnostic('link-refused', where, {
    message: `The link \`${excerpt(address, 60)}\` on slide ${slide} or in its notes is no link in the PowerPoint; its words stay as text`,
    hint: 'links begin with https://, http:// or mailto:, or lead to a slide of the deck: #3',
  })
}
