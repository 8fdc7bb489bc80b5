/** The pictures of a topic, by the path that its templates name. */
import type { Picture, Pictures } from '../chart/picture.ts'
import type { DiagramFigure, Topic } from '../topic/topic.ts'

/** Everything an image reference of the templates can name. */
export async function picturesOf(topic: Topic): Promise<Pictures> {
  const pictures = new Map<string, Picture>()
  for (const section of topic.sections)
    for (const block of section.blocks)
      if (block.kind === 'chart')
        pictures.set(block.chart.path, { kind: 'chart', chart: block.chart })
  for (const figure of diagramsOf(topic)) {
    const { planDiagram } = await import('../chart/diagram/plan-diagram.ts')
    pictures.set(figure.path, { kind: 'diagram', plans: await planDiagram(figure.diagram) })
  }
  for (const [path, file] of topic.images) pictures.set(path, { kind: 'image', file })
  if (topic.link !== '') pictures.set('qr.svg', { kind: 'qr', url: topic.link })
  return pictures
}

export function diagramsOf({ sections }: Topic): readonly DiagramFigure[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'diagram' ? [block.diagram] : []))
}
