/** Where shapes stand on slides of real topics and of odd ones: inside the slide, inside their group, none over another. */
import { describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { oddTopic } from '../deck/odd-topics.ts'
import { samplePng } from '../deck/sample-deck.ts'
import { allShapes, type Box, type DrawnSlide, readSlides, type SlideShape } from './drawn-deck.ts'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'
import { type MadeFile, makeFiles } from './made-files.ts'

/** Both languages in each of the three sets, twice. */
const COUNT = 12

const oddFiles = Object.fromEntries([
  ...Array.from({ length: COUNT }, (_, seed) => [
    `content/odd-${String(seed).padStart(2, '0')}.md`,
    // One shelf has each figure once.
    oddTopic(seed).text.replaceAll('fact-', `fact-${seed}-`),
  ]),
  ['content/images/tall.png', samplePng(1, 8000).bytes],
  ['content/images/wide.png', samplePng(2000, 10).bytes],
  ['content/images/map.png', samplePng(800, 500).bytes],
])

/** A pixel and a half: outlines and roundings. */
const HAIR_EMU = 14_300

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - HAIR_EMU &&
    inner.y >= outer.y - HAIR_EMU &&
    inner.x + inner.width <= outer.x + outer.width + HAIR_EMU &&
    inner.y + inner.height <= outer.y + outer.height + HAIR_EMU
  )
}

function isOver(one: Box, other: Box): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > HAIR_EMU && height > HAIR_EMU
}

function faultsOf({ shapes }: DrawnSlide): readonly string[] {
  const faults: string[] = []
  for (const shape of allShapes(shapes)) {
    for (const { name, box } of shape.children)
      if (box !== undefined && shape.box !== undefined && !isInside(box, shape.box))
        faults.push(`${name} leaves ${shape.name}`)
    // In a group what says nothing may lie behind what does: the lines of a diagram, the ground of a listing.
    faults.push(...overlaps(shape.children.filter(({ texts }) => texts.length > 0)))
  }
  return [...faults, ...overlaps(shapes)]
}

function overlaps(shapes: readonly SlideShape[]): readonly string[] {
  const solid = shapes.filter(({ isDecorative }) => !isDecorative)
  return solid.flatMap((one, index) =>
    solid.slice(index + 1).flatMap((other) => {
      if (one.box === undefined || other.box === undefined) return []
      return isOver(one.box, other.box) ? [`${one.name} lies over ${other.name}`] : []
    }),
  )
}

function allFaults(files: readonly MadeFile[]): readonly string[] {
  return files.flatMap(({ name, bytes }) =>
    readSlides(bytes).flatMap((slide, index) =>
      faultsOf(slide).map((fault) => `${name}, slide ${index + 1}: ${fault}`),
    ),
  )
}

describe.each(SIZES)('at %s', (size) => {
  it('the real topics have all shapes in their places', async () => {
    const files = await makeFiles({ size })
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(allFaults(files)).toEqual([])
  })

  it(`${COUNT} topics of odd sizes have, too, and are right in the eyes of the judge`, {
    timeout: 300_000,
  }, async () => {
    const files = await makeFiles({ files: oddFiles, size })
    expect(files).toHaveLength(COUNT)
    expect(allFaults(files)).toEqual([])
    for (const { name, bytes } of files)
      expect(sayFindings(judgePptx(bytes)).map((fault) => `${name}: ${fault}`)).toEqual([])
  })
})

it('a shape over another is told', () => {
  const at = (name: string, x: number): SlideShape => ({
    kind: 'shape',
    name,
    placeholder: undefined,
    isDecorative: false,
    box: { x, y: 0, width: 100_000, height: 100_000 },
    texts: [],
    children: [],
    xml: { name: 'p:sp', attributes: new Map(), children: [], text: '' },
  })
  const shapes = [at('one', 0), at('two', 50_000), at('three', 200_000)]
  expect(faultsOf({ layout: 'Blank', shapes })).toEqual(['one lies over two'])
})
