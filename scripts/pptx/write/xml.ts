/** XML as strings that are well-formed whatever they are given. */

/** What XML 1.0 §2.2 does not allow, lone surrogates among it; and the two noncharacters that it does not either. */
const FORBIDDEN =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Most texts have nothing in them that XML would mind: one look instead of three. */
const PLAIN = /^[ !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/

/** Text between tags. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(FORBIDDEN, '').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
}

/** Text between double quotes: a line break would be read as a space. */
export function xmlAttribute(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** `<name a="1">…</name>`; attributes that are undefined are left out, children are XML already. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  let inner = ''
  for (const child of children) inner += child
  const start = `<${name}${attributesXml(attributes)}`
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`
}

function attributesXml(attributes: Attributes): string {
  let xml = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined)
      xml += ` ${name}="${typeof value === 'number' ? value : xmlAttribute(value)}"`
  }
  return xml
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const

/** 914,400 to the inch (ECMA-376 Part 1 §20.1.10.16). */
export const EMU_PER_PX = 9525

/** In whole EMU, as ECMA-376 counts. */
export function emu(px: number): number {
  return Math.round(px * EMU_PER_PX)
}

/** Sizes of letters are hundredths of a point, from 1 to 4,000 pt (ECMA-376 Part 1 §20.1.10.72). */
export function fontSize(px: number): number {
  return Math.min(400_000, Math.max(100, Math.round(px * 75)))
}
