/** A second picture of a slide in the same page: ids must not double, and what refers to them must follow. */
const REFERENCE_RE = /#([^\s"'();,{}.:>+~[\]]+)/g
const ID_LISTS = new Set(['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'])

export function cloneSlide(svg: SVGSVGElement, prefix: string): SVGSVGElement {
  // What is cloned keeps its class.
  const copy = svg.cloneNode(true) as SVGSVGElement
  const all = [copy, ...copy.querySelectorAll('*')]
  const ids = new Set(all.flatMap((element) => (element.id === '' ? [] : [element.id])))
  const rename = (id: string): string => (ids.has(id) ? prefix + id : id)
  const renameReferences = (text: string): string =>
    text.replace(REFERENCE_RE, (_, id: string) => `#${rename(id)}`)
  for (const element of all) {
    for (const { name, value } of element.attributes) {
      if (name === 'id') element.id = rename(value)
      else if (ID_LISTS.has(name))
        element.setAttribute(name, value.split(' ').map(rename).join(' '))
      else if (value.includes('#')) element.setAttribute(name, renameReferences(value))
    }
    if (element.localName === 'style')
      element.textContent = renameReferences(element.textContent ?? '')
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
