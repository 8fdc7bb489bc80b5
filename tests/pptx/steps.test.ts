/** Lists that come one by one do so in PowerPoint, too. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'
import { makeFiles } from './made-files.ts'

const TOPIC = `---
title: Steps
incremental: true
sections:
  - title: Points
    points:
      - First
      - { text: Second, points: [below, and below] }
      - Third
  - title: Cards
    groups:
      - { title: One, points: [a, b] }
      - { title: Two, points: [c] }
  - title: Times
    timeline:
      - { when: "1947", what: Independence }
      - { when: "1950", what: Constitution }
  - title: At once
    incremental: false
    points: [one, two]
---
`

async function slidesOf(topic: string) {
  const [file] = await makeFiles({ files: { 'content/steps.md': topic } })
  if (file === undefined) throw new Error('no file was made')
  const parts = unzipSync(file.bytes)
  const slide = (number: number): string =>
    strFromU8(parts[`ppt/slides/slide${number}.xml`] ?? new Uint8Array())
  return { bytes: file.bytes, slide }
}

function effects(xml: string, kind: 'clickEffect' | 'withEffect'): number {
  return xml.split(`nodeType="${kind}"`).length - 1
}

/** Ids of shapes that effects name. */
function targets(xml: string): readonly string[] {
  return [...new Set([...xml.matchAll(/<p:spTgt spid="(\d+)"/g)].map(([, id = '']) => id))]
}

describe('lists that come one by one', () => {
  it('appear point by point, each with what is nested below it', async () => {
    const { bytes, slide } = await slidesOf(TOPIC)
    expect(sayFindings(judgePptx(bytes))).toEqual([])
    const points = slide(2)
    expect(effects(points, 'clickEffect')).toBe(3)
    expect(effects(points, 'withEffect')).toBe(2)
    expect(points.match(/<p:pRg st="\d+" end="\d+"\/>/g)).toEqual(
      [0, 1, 2, 3, 4].map((at) => `<p:pRg st="${at}" end="${at}"/>`),
    )
    const [id] = targets(points)
    expect(points).toContain(`<p:cNvPr id="${id}" name="Content"`)
    expect(points).toContain(`<p:bldP spid="${id}" grpId="0" build="p"/>`)
    // One time node each, from the root on.
    const nodes = [...points.matchAll(/<p:cTn id="(\d+)"/g)].map(([, one]) => Number(one))
    expect(nodes).toEqual(nodes.map((_, index) => index + 1))
  })

  it('appear as whole cards and events', async () => {
    const { slide } = await slidesOf(TOPIC)
    for (const number of [3, 4]) {
      const xml = slide(number)
      expect(effects(xml, 'clickEffect')).toBe(2)
      expect(xml).not.toContain('<p:txEl>')
      for (const id of targets(xml))
        expect(xml).toMatch(new RegExp(`<p:nvGrpSpPr><p:cNvPr id="${id}"`))
    }
  })

  it('stand there at once where a section says so', async () => {
    const { slide } = await slidesOf(TOPIC)
    expect(slide(5)).toContain('two')
    expect(slide(5)).not.toContain('<p:timing>')
  })
})
