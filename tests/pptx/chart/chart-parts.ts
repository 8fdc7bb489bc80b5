/** The charts of a PowerPoint file, slide by slide, read from their XML with no knowledge of the writer. */
import { openPackage, type Package, type Part } from '../judge/package.ts'
import { childAt, find, textOf, type XmlNode } from '../judge/read-xml.ts'
import { readZip } from '../judge/read-zip.ts'

export type ChartPart = {
  readonly path: string
  readonly bytes: number
  readonly xml: XmlNode
  /** Of the frame that shows it. */
  readonly title: string
  readonly alt: string
  readonly placeholder: string | undefined
  /** Bytes of the workbook behind it. */
  readonly workbook: Uint8Array
}

/** In the order of the slides. */
export function readCharts(file: Uint8Array): readonly ChartPart[] {
  const pack = openPackage(readZip(file))
  return [...pack.parts.values()]
    .filter(({ contentType }) => contentType.endsWith('presentationml.slide+xml'))
    .sort((a, b) => numberOf(a.path) - numberOf(b.path))
    .flatMap((slide) =>
      find(slide.xml, 'p:graphicFrame').flatMap((frame) => readFrame(frame, slide, pack)),
    )
}

function numberOf(path: string): number {
  return Number(/(\d+)\.xml$/.exec(path)?.[1])
}

function readFrame(frame: XmlNode, slide: Part, pack: Package): readonly ChartPart[] {
  const id = find(frame, 'c:chart')[0]?.attributes.get('r:id')
  const path = slide.relationships.find((one) => one.id === id)?.path ?? ''
  const part = pack.parts.get(path)
  if (part?.xml === undefined) return []
  const name = find(frame, 'p:cNvPr')[0]?.attributes
  const data = part.relationships.find(({ kind }) => kind === 'package')?.path ?? ''
  return [
    {
      path,
      bytes: part.bytes.length,
      xml: part.xml,
      title: textOf(find(slide.xml, 'p:sp')[0]),
      alt: name?.get('descr') ?? '',
      placeholder: find(frame, 'p:ph')[0]?.attributes.get('idx'),
      workbook: pack.parts.get(data)?.bytes ?? new Uint8Array(),
    },
  ]
}

/** Values of one element in all series, in order: `c:val`, `c:cat`, `c:tx`. */
export function cachedTexts({ xml }: ChartPart, name: string): readonly (readonly string[])[] {
  return find(xml, 'c:ser').map((series) =>
    find(childAt(series, name), 'c:pt').map((point) => textOf(childAt(point, 'c:v'))),
  )
}
