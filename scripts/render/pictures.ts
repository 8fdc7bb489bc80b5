/** The pictures of a topic, by the path that its templates name. */
import type { Picture, Pictures } from '../chart/picture.ts'
import type { Topic } from '../topic/topic.ts'

/** Everything an image reference of the templates can name. */
export function picturesOf(topic: Topic): Pictures {
  const pictures = new Map<string, Picture>()
  for (const section of topic.sections)
    for (const block of section.blocks)
      if (block.kind === 'chart')
        pictures.set(block.chart.path, { kind: 'chart', chart: block.chart })
  for (const [path, file] of topic.images) pictures.set(path, { kind: 'image', file })
  if (topic.link !== '') pictures.set('qr.svg', { kind: 'qr', url: topic.link })
  return pictures
}
