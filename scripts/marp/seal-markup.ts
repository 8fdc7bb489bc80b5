/** Raw HTML of a deck without what it would fetch or run. */
import { escapeHtml } from '../deck/html-text.ts'
import { markupEvents } from './markup-events.ts'
import { sealCss } from './seal-css.ts'

/** They load, run or send something, or change the page around them. */
const REFUSED = new Set(
  'audio base button embed form frame frameset iframe input link meta object param portal script select source style svg template textarea title track video'.split(
    ' ',
  ),
)
const KEPT_ATTRIBUTES = new Set(
  'align alt class colspan color dir face height href id lang name open reversed rowspan size span start style title type valign value width'.split(
    ' ',
  ),
)
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr'])
const LINK_RE = /^(?:https?:|mailto:|#|(?![a-z][a-z0-9+.-]*:|[\\/]{2}))/i

export type Seal = {
  /** `data:` of the address of a picture; undefined: it is not shown. */
  dataOf(address: string): string | undefined
}

export function sealMarkup(html: string, { dataOf }: Seal): string {
  return markupEvents(html, 0)
    .map((event) => {
      if (event.kind === 'text') return escapeHtml(event.text)
      if (REFUSED.has(event.tag)) return ''
      if (event.kind === 'close') return VOID.has(event.tag) ? '' : `</${event.tag}>`
      if (event.tag === 'img') return sealImage(event.attributes, dataOf)
      return `<${event.tag}${attributesText(event.attributes, dataOf)}>`
    })
    .join('')
}

function sealImage(attributes: ReadonlyMap<string, string>, dataOf: Seal['dataOf']): string {
  const data = dataOf(attributes.get('src') ?? '')
  if (data === undefined)
    return `<span class="lectern-missing">${escapeHtml(attributes.get('alt') ?? '')}</span>`
  return `<img src="${data}"${attributesText(attributes, dataOf)}>`
}

function attributesText(attributes: ReadonlyMap<string, string>, dataOf: Seal['dataOf']): string {
  return [...attributes]
    .flatMap(([name, value]) => {
      if (!KEPT_ATTRIBUTES.has(name) && !/^(?:data|aria)-[\w-]+$/.test(name)) return []
      if (name === 'href' && !LINK_RE.test(value.replace(/[\u0000-\u0020]/g, ''))) return []
      const text = name === 'style' ? (sealCss(value, dataOf) ?? '') : value
      return [` ${name}="${escapeHtml(text)}"`]
    })
    .join('')
}
