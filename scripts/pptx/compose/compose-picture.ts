/** What an image reference stands for, each kind drawn its own way. */
import { findPicture, type Picture } from '../../chart/picture.ts'
import { DeckMarkdownError } from '../../deck/deck-markdown-error.ts'
import { parseInline, plainText } from '../../deck/rich-text.ts'
import type { Block } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import { composeChart } from './compose-chart.ts'
import { composeDiagram } from './compose-diagram.ts'
import { composeImage } from './compose-image.ts'
import { composeQr } from './compose-qr.ts'

export type PictureBlock = Extract<Block, { kind: 'picture' }>

/** A picture that was found, with the words for those who cannot see it. */
export type Shown<Kind extends Picture['kind']> = {
  readonly picture: Extract<Picture, { kind: Kind }>
  readonly block: PictureBlock
  readonly alt: string
}

type Compose<Kind extends Picture['kind']> = (shown: Shown<Kind>, place: Place) => readonly Shape[]

const KINDS: { readonly [Kind in Picture['kind']]: Compose<Kind> } = {
  chart: composeChart,
  image: composeImage,
  diagram: composeDiagram,
  qr: composeQr,
}

export function composePicture(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'picture') return []
  const picture = findPicture(place.canvas.pictures, block.path)
  if (picture === undefined)
    throw new DeckMarkdownError(`deck.md shows ${block.path}, which is not among its pictures`)
  // The table pairs each kind with its own composer, which the compiler cannot follow through an index.
  const compose = KINDS[picture.kind] as Compose<Picture['kind']>
  return compose({ picture, block, alt: altOf(block) }, place)
}

function altOf({ source }: PictureBlock): string {
  const image = parseInline(source).find(({ type }) => type === 'image')
  return plainText(image?.content ?? '')
}
