/** Tables of slides are tables of PowerPoint: in the content placeholder, in the style of the file, as wide as measured. */
import { describe, expect, it } from 'vitest'
import { deckOf, slideOf } from '../deck/sample-deck.ts'
import { type DrawnSlide, drawDeck, named } from './drawn-deck.ts'
import { childAt, childrenOf, find, numberOf, type XmlNode } from './judge/read-xml.ts'

const TABLE = `## Cooperation

| Field | [Work](https://example.org) | Share, % | Sure |
| --- | --- | --: | :-: |
| **Minerals** | joint *extraction*<sup>1,2</sup> | 12.5 | yes |
| भारत और रूस | | 101.25 | |`

async function drawTable(name = 'table', body = TABLE): Promise<DrawnSlide | undefined> {
  return (await drawDeck(deckOf([slideOf(name, body)])))[0]
}

function cellsOf(slide: DrawnSlide | undefined): readonly (readonly XmlNode[])[] {
  return find(named(slide, 'Table')[0]?.xml, 'a:tr').map((row) => childrenOf(row, 'a:tc'))
}

describe('a table', () => {
  it('stands in the content placeholder of its layout', async () => {
    const slide = await drawTable()
    expect(slide?.layout).toBe('Title and Content')
    expect(named(slide, 'Table')[0]).toMatchObject({ kind: 'frame', placeholder: '1' })
  })

  it('is as wide as its columns and as high as its rows', async () => {
    for (const name of ['table', 'table dense', 'table airy']) {
      const [frame] = named(await drawTable(name), 'Table')
      const widths = find(frame?.xml, 'a:gridCol').map((column) => numberOf(column, 'w'))
      const heights = find(frame?.xml, 'a:tr').map((row) => numberOf(row, 'h'))
      expect(widths.reduce((sum, one) => sum + one, 0)).toBe(frame?.box?.width)
      const height = heights.reduce((sum, one) => sum + one, 0)
      expect(Math.abs(height - (frame?.box?.height ?? 0))).toBeLessThanOrEqual(heights.length)
    }
  })

  it('keeps the text of each cell in order', async () => {
    const slide = await drawTable()
    expect(named(slide, 'Table')[0]?.texts).toEqual([
      'Field',
      'Work',
      'Share, %',
      'Sure',
      'Minerals',
      'joint extraction1,2',
      '12.5',
      'yes',
      'भारत और रूस',
      '',
      '101.25',
      '',
    ])
    for (const row of cellsOf(slide)) expect(row).toHaveLength(4)
  })

  it('aligns columns as their rules say', async () => {
    const aligned = cellsOf(await drawTable()).map((row) =>
      row.map((cell) => find(cell, 'a:pPr')[0]?.attributes.get('algn')),
    )
    for (const row of aligned) expect(row).toEqual([undefined, undefined, 'r', 'ctr'])
  })

  it('marks its first row as the head and leaves rules and weights to a style of the file', async () => {
    const slide = await drawTable()
    const [frame] = named(slide, 'Table')
    const properties = find(frame?.xml, 'a:tblPr')[0]
    expect(properties?.attributes.get('firstRow')).toBe('1')
    for (const cell of cellsOf(slide).flat()) expect(childAt(cell, 'a:tcPr')?.children).toEqual([])
    const head = cellsOf(slide)[0]?.flatMap((cell) => find(cell, 'a:rPr')) ?? []
    expect(head.map((run) => run.attributes.get('b'))).toEqual(head.map(() => undefined))
  })

  it('keeps emphasis, links, raised numbers and languages in its cells', async () => {
    const [, first, second] = cellsOf(await drawTable())
    const [, link] = cellsOf(await drawTable())[0] ?? []
    expect(find(link, 'a:hlinkClick')).toHaveLength(1)
    expect(find(first?.[0], 'a:rPr')[0]?.attributes.get('b')).toBe('1')
    const runs = find(first?.[1], 'a:rPr')
    expect(runs.map((run) => run.attributes.get('i'))).toContain('1')
    expect(runs.map((run) => run.attributes.get('baseline'))).toContain('30000')
    expect(find(second?.[0], 'a:rPr')[0]?.attributes.get('lang')).toBe('hi-IN')
  })

  it('has points below it in a box of their own', async () => {
    const slide = await drawTable('table', `${TABLE}\n\n- A point below\n  - and one in it`)
    const [points] = named(slide, 'Points')
    expect(points).toMatchObject({ texts: ['A point below', 'and one in it'] })
    expect(points?.placeholder).toBeUndefined()
    expect(find(points?.xml, 'a:buChar').map((mark) => mark.attributes.get('char'))).toEqual([
      '■',
      '–',
    ])
  })
})
