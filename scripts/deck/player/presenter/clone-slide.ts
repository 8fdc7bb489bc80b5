/** A second picture of a slide in the same page: ids must not double, and what refers to them must follow. */
/** A `#` elsewhere is a colour, part of an address, or text. */
const URL_RE = /(url\(["']?#)([^"')]+)/g
const ID_LISTS = new Set(['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'])

export function cloneSlide(svg: SVGSVGElement, prefix: string): SVGSVGElement {
  // What is cloned keeps its class.
  const copy = svg.cloneNode(true) as SVGSVGElement
  const all = [copy, ...copy.querySelectorAll('*')]
  const ids = new Set(all.flatMap((element) => (element.id === '' ? [] : [element.id])))
  const rename = (id: string): string => (ids.has(id) ? prefix + id : id)
  for (const element of all) {
    for (const { name, value } of element.attributes) {
      if (name === 'id') element.id = rename(value)
      else if (ID_LISTS.has(name))
        element.setAttribute(name, value.split(' ').map(rename).join(' '))
      else if (/(?:^|:)href$/.test(name) && value.startsWith('#'))
        element.setAttribute(name, `#${rename(value.slice(1))}`)
      else if (value.includes('url('))
        element.setAttribute(
          name,
          value.replace(URL_RE, (_, before: string, id: string) => before + rename(id)),
        )
    }
    if (element.localName === 'a' && !(element.getAttribute('href') ?? '').startsWith('#')) {
      // Followed here it would end the talk.
      element.setAttribute('target', '_blank')
      element.setAttribute('rel', 'noopener noreferrer')
    }
  }
  return copy
}

/** Fragments of a copy stand in the order of the slide's own. */
export function showStepsOf(copy: SVGSVGElement, step: number): void {
  for (const [index, fragment] of copy.querySelectorAll('[data-marpit-fragment]').entries())
    fragment.classList.toggle('pending', index >= step)
}
