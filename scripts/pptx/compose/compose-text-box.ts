/** Text outside a placeholder. */
import type { Block } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import { paragraphsOf } from './paragraphs-of.ts'

export function composeTextBox(block: Block, { box, canvas }: Place): readonly Shape[] {
  const { sizePx } = canvas.ruler.tokens.sizes.text
  const linePx = canvas.ruler.linePx('text')
  const paragraphs = paragraphsOf(block).map((paragraph) => ({ ...paragraph, sizePx, linePx }))
  return [{ kind: 'text', name: 'Text', box, text: { paragraphs } }]
}
