/** The slides of the page as data: both windows read them once, when they open. */
export type PlayerSlide = {
  readonly svg: SVGSVGElement
  readonly section: HTMLElement
  /** Empty on a slide without a heading. */
  readonly title: string
  /** Slides of a planned section share it; title, questions and sources have none. */
  readonly sectionId: string | undefined
  /** Planned for the whole section, and said again on each of its slides: count it once. */
  readonly minutes: number | undefined
  readonly notes: HTMLElement | undefined
  /** Marp's fragments in the order they appear: the slide's steps. */
  readonly fragments: readonly HTMLElement[]
}

export function readSlides(page: Document): readonly PlayerSlide[] {
  return [...page.querySelectorAll<SVGSVGElement>('div.marpit > svg')].flatMap((svg) => {
    const section = svg.querySelector('section')
    return section === null ? [] : [readSlide(svg, section)]
  })
}

function readSlide(svg: SVGSVGElement, section: HTMLElement): PlayerSlide {
  const minutes = Number(section.dataset['minutes'])
  const next = svg.nextElementSibling
  return {
    svg,
    section,
    title: section.dataset['title'] ?? '',
    sectionId: section.dataset['section'],
    minutes: minutes > 0 ? minutes : undefined,
    notes: next instanceof HTMLElement && next.matches('.notes') ? next : undefined,
    fragments: [...section.querySelectorAll<HTMLElement>('[data-marpit-fragment]')],
  }
}
