/** Deep links: `#12` is a slide, `#12.3` a slide after three steps, `#trade` the first slide of a section. */
import type { PlayerSlide } from './slides.ts'
import type { Stage } from './stage.ts'

export function followAddress(stage: Stage): void {
  const follow = (): void => {
    const place = placeIn(location.hash, stage.slides)
    if (place !== undefined) stage.show(place.slide, place.step)
  }
  follow()
  // A link that leads nowhere leaves the talk where it is, and the address says so again.
  addEventListener('hashchange', () => {
    follow()
    write(stage)
  })
  stage.subscribe(() => write(stage))
}

function placeIn(
  hash: string,
  slides: readonly PlayerSlide[],
): { readonly slide: number; readonly step: number } | undefined {
  const [, slide = '', step = '0'] = /^#(\d{1,9})(?:\.(\d{1,9}))?$/.exec(hash) ?? []
  if (slide !== '') return { slide: Number(slide) - 1, step: Number(step) }
  const index = slides.findIndex(({ sectionId }) => sectionId === decode(hash.slice(1)))
  return index < 0 ? undefined : { slide: index, step: 0 }
}

/** A lone `%` is a bad address, not an error. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function write(stage: Stage): void {
  const { slide, step } = stage.state()
  const hash = `#${slide + 1}${step > 0 ? `.${step}` : ''}`
  if (location.hash === hash) return
  // Replaced: the back button leaves the deck instead of going through the talk again. Some file addresses
  // and sandboxes refuse.
  try {
    history.replaceState(history.state, '', hash)
  } catch {}
}
