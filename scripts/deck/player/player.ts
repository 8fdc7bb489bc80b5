/** Shows one slide at a time. Without this script the slides stack and scroll. */
import { watchKeys } from './keys.ts'
import { watchPointer } from './pointer.ts'
import { openStage } from './stage.ts'

const slides = [...document.querySelectorAll<SVGSVGElement>('div.marpit > svg')]
if (slides.length > 0) {
  const stage = openStage(slides)
  watchKeys(stage)
  watchPointer(stage)
}
