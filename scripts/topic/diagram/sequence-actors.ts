/** Who takes part in a sequence: declarations, boxes around several, names in messages. */

import { withoutColor } from './css-colors.ts'
import type { Sequence } from './diagram.ts'
import { labelText } from './label-text.ts'

const DECLARATION =
  /^(create\s+)?(?:participant|actor)\s+(.+?)\s*(?:@\{(.*)\})?(?:\s+as\s+(.+))?$/iu
const BOX = /^box\b\s*(.*)$/iu

export type Actors = {
  readonly labels: Map<string, string>
  readonly boxes: { readonly label: string; readonly actors: string[] }[]
  /** A box is being read. */
  isBoxOpen: boolean
}

export function noActors(): Actors {
  return { labels: new Map(), boxes: [], isBoxOpen: false }
}

export function actorsOf({ labels, boxes }: Actors): Pick<Sequence, 'actors' | 'boxes'> {
  return {
    actors: inBoxes(labels, boxes).map((id) => ({ id, label: labels.get(id) ?? id })),
    boxes: boxes.filter(({ actors }) => actors.length > 0),
  }
}

/** Those of a box stand side by side, where the first of them was named. */
function inBoxes(labels: Actors['labels'], boxes: Actors['boxes']): readonly string[] {
  const boxOf = new Map(boxes.flatMap((box) => box.actors.map((id) => [id, box] as const)))
  const order = [...labels.keys()]
  return [...new Set(order.flatMap((id) => boxOf.get(id)?.actors ?? [id]))]
}

/** The id of the actor declared, and whether the next message makes it appear. */
export function readActor(
  text: string,
  actors: Actors,
): { readonly id: string; readonly isCreated: boolean } | undefined {
  const found = DECLARATION.exec(text)
  if (found === null) return undefined
  const [, create, id = '', attributes = '', alias] = found
  const inner = /"?alias"?\s*:\s*"([^"]*)"/u.exec(attributes)?.[1]
  const known = actors.labels.get(id)
  const label = labelText(alias ?? inner ?? known ?? id)
  actors.labels.set(id, label)
  if (actors.isBoxOpen) actors.boxes.at(-1)?.actors.push(id)
  return { id, isCreated: create !== undefined }
}

export function readBox(text: string, actors: Actors): boolean {
  const written = BOX.exec(text)?.[1]
  if (written === undefined) return false
  const label = labelText(withoutColor(written))
  actors.boxes.push({ label, actors: [] })
  actors.isBoxOpen = true
  return true
}

/** Named first in a message or a note, it stands under that name. */
export function actorNamed(name: string, { labels }: Actors): string {
  if (!labels.has(name)) labels.set(name, labelText(name))
  return name
}
