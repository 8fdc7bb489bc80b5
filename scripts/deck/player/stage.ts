/** Which slide is shown, and everything that shows it: slide, notes, progress, address. */
export type Stage = {
  readonly count: number
  /** 0-based. */
  index(): number
  /** Out of range means the nearest slide. */
  show(index: number): void
  toggleNotes(): void
  toggleFullscreen(): void
}

export function openStage(slides: readonly SVGSVGElement[]): Stage {
  const root = document.documentElement
  const progress = addElement('progress')
  const position = addElement('position')
  position.setAttribute('role', 'status')
  let current = -1

  const render = (): void => {
    for (const [index, slide] of slides.entries()) {
      slide.classList.toggle('current', index === current)
      const notes = notesOf(slide)
      if (notes !== undefined)
        notes.hidden = index !== current || !root.classList.contains('noting')
    }
    progress.style.width = `${((current + 1) / slides.length) * 100}%`
    position.textContent =
      slides[current]?.querySelector('section')?.getAttribute('aria-label') ?? ''
  }
  const show = (index: number): void => {
    const next = Math.max(0, Math.min(slides.length - 1, index))
    if (next === current) return
    current = next
    // The history would fill with every slide; replaceState is refused for some file addresses.
    try {
      history.replaceState(null, '', `#${current + 1}`)
    } catch {}
    render()
  }

  root.classList.add('playing')
  addEventListener('hashchange', () => show(indexInAddress()))
  show(indexInAddress())
  return {
    count: slides.length,
    index: () => current,
    show,
    toggleNotes: () => {
      root.classList.toggle('noting')
      render()
    },
    toggleFullscreen: () => {
      const change = document.fullscreenElement
        ? document.exitFullscreen()
        : root.requestFullscreen()
      change.catch(() => undefined)
    },
  }
}

function indexInAddress(): number {
  const number = Number.parseInt(location.hash.slice(1), 10)
  return Number.isFinite(number) ? number - 1 : 0
}

function notesOf(slide: Element): HTMLElement | undefined {
  const next = slide.nextElementSibling
  return next instanceof HTMLElement && next.classList.contains('notes') ? next : undefined
}

function addElement(id: string): HTMLElement {
  const element = document.createElement('div')
  element.id = id
  document.body.append(element)
  return element
}
