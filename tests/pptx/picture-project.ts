/** A project with every kind of picture, and what its PowerPoint holds. */

import { pngOf } from '../png-of.ts'
import type { Files } from '../run-lectern.ts'
import { topicText } from '../run-lectern.ts'
import { openPackage, type Package } from './judge/package.ts'
import { allNodes, childAt, find, textOf, type XmlNode } from './judge/read-xml.ts'
import { readZip } from './judge/read-zip.ts'

/** A JPEG of 40 × 30 pixels as far as its header; Exif says how the camera was held. */
export function jpegOf(orientation: number): Buffer {
  const exif = [
    ...[0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1')],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 3, 1, 0x11, 0]
  return Buffer.from([0xff, 0xd8, ...exif, ...frame, 0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9])
}

export const LINK = 'https://example.org/a-topic?lang=en&part=1'

const SECTIONS = `
link: ${LINK}
sources:
  one: { title: A source, publisher: A publisher, date: 2025-08, url: "https://example.org/one" }
sections:
  - title: A photograph
    points: ["A point with a source.[@one]"]
    image: { src: images/photo.png, alt: 'Squares & "colours" <small>', caption: The caption, credit: The credit }
  - title: The photograph again
    image: { src: images/photo.png, alt: Again }
  - title: Held upright
    image: { src: images/turned.jpg, alt: Turned }
  - title: A formula
    formula: { tex: '\\frac{a}{b} \\tag{7}', alt: a over b, caption: As it is read }
  - title: A formula without words of its own
    formula: { tex: '\\text{माँग} = \\sqrt{x^2}' }
  - title: A diagram
    diagram:
      mermaid: |
        flowchart LR
          A[Bill introduced] --> B(Committee) --> C{Passed?}
          C -->|yes| D[(Record of all laws)]
          C -->|no| E((Lapses))
      alt: A bill goes its way
      caption: What becomes of it
`

export const PROJECT: Files = {
  'content/pictures.md': topicText('Pictures', SECTIONS),
  'content/images/photo.png': pngOf(60, 40, (x, y) => [x * 4, y * 6, 90, 255]),
  'content/images/turned.jpg': jpegOf(6),
}

export function openPptx(bytes: Uint8Array): Package {
  return openPackage(readZip(bytes))
}

/** The slide whose title begins so. */
export function slideCalled(pack: Package, title: string) {
  for (const part of pack.parts.values()) {
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(part.path)) continue
    const isTitle = (shape: XmlNode): boolean =>
      /[tT]itle$/.test(find(shape, 'p:ph')[0]?.attributes.get('type') ?? '')
    const heading = find(part.xml, 'p:sp').find(isTitle)
    if (heading !== undefined && textOf(heading).startsWith(title)) return part
  }
  throw new Error(`no slide called ${title}`)
}

export function altOf(shape: XmlNode | undefined): string | undefined {
  const own = shape?.children.find(({ name }) => /^p:nv\w+Pr$/.test(name))
  return childAt(own, 'p:cNvPr')?.attributes.get('descr')
}

/** The texts of the shapes of a group, one for each shape. */
export function textsOf(group: XmlNode | undefined): readonly string[] {
  return find(group, 'p:txBody')
    .map((body) =>
      [...allNodes(body)].map(({ name, text }) => (name === 'a:br' ? ' ' : text)).join(''),
    )
    .filter((text) => text !== '')
}
