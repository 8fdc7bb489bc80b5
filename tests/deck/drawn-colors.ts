/** What a page shows of text on its ground and of the logo; both run in the page, so each holds all it calls. */

/** Every text whose colour has less than 4.5:1 (WCAG 2.2, 1.4.3) on the ground behind it. */
export function faintTexts(): string[] {
  const channels = (color: string): number[] =>
    color.match(/[\d.]+/g)?.map((value) => Number(value)) ?? []
  const luminance = (color: string): number =>
    channels(color)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  const isSolid = (color: string): boolean => (channels(color)[3] ?? 1) > 0
  /** Rules across the whole width are drawn as shadows inside the slide: bands at its top and foot. */
  const bandBehind = (section: Element, middle: number, height: number): string | undefined => {
    for (const layer of getComputedStyle(section).boxShadow.split(/,(?![^(]*\))/)) {
      const color = /rgba?\([^)]*\)/.exec(layer)?.[0]
      const [x = 0, y = 0] =
        layer
          .replace(/rgba?\([^)]*\)/, '')
          .match(/-?[\d.]+(?=px)/g)
          ?.map(Number) ?? []
      if (color === undefined || x !== 0 || y === 0) continue
      if (y > 0 ? middle < y : middle > height + y) return color
    }
    return undefined
  }
  const groundOf = (element: Element): string => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor
      if (at.tagName === 'SECTION') {
        const frame = at.getBoundingClientRect()
        const scale = frame.height / at.clientHeight
        const box = element.getBoundingClientRect()
        const middle = ((box.top + box.bottom) / 2 - frame.top) / scale
        return bandBehind(at, middle, at.clientHeight) ?? color
      }
      if (isSolid(color)) return color
    }
    return 'rgb(255, 255, 255)'
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const faults = new Set<string>()
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement
    const section = element?.closest('div.marpit section')
    if (!element || !section || node.textContent?.trim() === '') continue
    const drawing = element.closest('svg')
    const isDrawn = drawing !== null && section.contains(drawing)
    if (isDrawn && element.tagName !== 'text' && element.tagName !== 'tspan') continue
    const style = getComputedStyle(element)
    const color = isDrawn ? style.fill : style.color
    const ground = isDrawn ? getComputedStyle(section).backgroundColor : groundOf(element)
    const [light = 0, dark = 0] = [luminance(color), luminance(ground)].sort((a, b) => b - a)
    const ratio = (light + 0.05) / (dark + 0.05)
    if (ratio < 4.5)
      faults.add(
        `${section.className}: ${element.tagName} “${node.textContent?.trim().slice(0, 20)}” ${color} on ${ground}: ${ratio.toFixed(2)}`,
      )
  }
  return [...faults]
}

/** Slides on which the logo stands on a text or leaves the slide. */
export function logoFaults(): string[] {
  return [...document.querySelectorAll<HTMLElement>('div.marpit section')].flatMap((section) => {
    const style = getComputedStyle(section, '::before')
    const size = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0
    const frame = section.getBoundingClientRect()
    const scale = frame.width / section.clientWidth
    const across = size('width') + size('padding-left') + size('padding-right')
    const down = size('height') + size('padding-top') + size('padding-bottom')
    const left = size('left')
    const box = { left, right: left + across, top: size('top'), bottom: size('top') + down }
    const name = `${section.className} ${JSON.stringify(box)}`
    if (across < 1 || down < 1) return [`${name}: no logo`]
    if (left < 0 || box.right > section.clientWidth || box.top < 0) return [`${name}: leaves`]
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    const faults: string[] = []
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const text = {
          left: (rect.left - frame.left) / scale,
          right: (rect.right - frame.left) / scale,
          top: (rect.top - frame.top) / scale,
          bottom: (rect.bottom - frame.top) / scale,
        }
        const isApart =
          text.right <= box.left ||
          text.left >= box.right ||
          text.top + 4 >= box.bottom ||
          text.bottom <= box.top
        if (!isApart) faults.push(`${name}: on “${node.textContent?.slice(0, 20)}”`)
      }
    }
    return faults
  })
}
