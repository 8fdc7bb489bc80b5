/** Photographs, diagrams, QR codes and formulas in the PowerPoint that the program writes. */

import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { uprightPhoto } from '../../scripts/pptx/compose/upright-photo.ts'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'
import type { Package, Part } from './judge/package.ts'
import { find, numberOf, textOf, type XmlNode } from './judge/read-xml.ts'
import { type MadeFile, makeFiles } from './made-files.ts'
import { altOf, jpegOf, LINK, openPptx, PROJECT, slideCalled, textsOf } from './picture-project.ts'
import { readPalettePng } from './raster/read-png.ts'

let made: MadeFile
let pack: Package

beforeAll(async () => {
  const [file] = await makeFiles({ files: PROJECT })
  if (file === undefined) throw new Error('nothing was made')
  made = file
  pack = openPptx(file.bytes)
}, 60_000)

function pictureOf(title: string): { readonly node: XmlNode; readonly slide: Part } {
  const slide = slideCalled(pack, title)
  const [node] = find(slide.xml, 'p:pic')
  if (node === undefined) throw new Error(`no picture on ${title}`)
  return { node, slide }
}

/** The part that a relationship of the slide leads to. */
function fileOf(slide: Part, id: string | undefined): Part {
  const path = slide.relationships.find((one) => one.id === id)?.path
  const part = pack.parts.get(path ?? '')
  if (part === undefined) throw new Error(`nothing at ${path}`)
  return part
}

function embedOf(node: XmlNode, name = 'a:blip'): string | undefined {
  return find(node, name)[0]?.attributes.get('r:embed')
}

function sizeOf(node: XmlNode | undefined): readonly [number, number] {
  const [extent] = find(node, 'a:ext').filter(({ attributes }) => attributes.has('cx'))
  return [numberOf(extent, 'cx'), numberOf(extent, 'cy')]
}

it('is right in the eyes of the judge, and the same file twice', async () => {
  expect(sayFindings(judgePptx(made.bytes))).toEqual([])
  const [again] = await makeFiles({ files: PROJECT })
  expect(Buffer.compare(made.bytes, again?.bytes ?? new Uint8Array())).toBe(0)
})

describe('a photograph', () => {
  it('stands in the placeholder of its layout with its own place and its words', () => {
    const { node } = pictureOf('A photograph')
    expect(altOf(node)).toBe('Squares & "colours" <small>')
    expect(find(node, 'p:ph')).toHaveLength(1)
    const [width, height] = sizeOf(node)
    expect(width / height).toBeCloseTo(1.5, 2)
    expect(width).toBeGreaterThan(100 * 9525)
  })

  it('is in the file once, however often it is shown', () => {
    const first = pictureOf('A photograph')
    const second = pictureOf('The photograph again')
    const file = fileOf(first.slide, embedOf(first.node))
    expect(fileOf(second.slide, embedOf(second.node))).toBe(file)
    expect(Buffer.from(file.bytes)).toEqual(PROJECT['content/images/photo.png'])
  })

  it('has its caption and credit on the slide', () => {
    expect(textOf(slideCalled(pack, 'A photograph').xml)).toContain('The caption · The credit')
  })

  it('is turned by its shape as its camera was held, and by nothing else', () => {
    const { node, slide } = pictureOf('Held upright')
    const [place] = find(node, 'a:xfrm')
    expect(place?.attributes.get('rot')).toBe('5400000')
    const [width, height] = sizeOf(node)
    expect(width / height).toBeCloseTo(40 / 30, 1)
    expect(Buffer.from(fileOf(slide, embedOf(node)).bytes)).toEqual(jpegOf(1))
  })
})

/** Exif 2.32, table 6: where the first row and the first column of the file are seen. */
const SEEN_SIDES: Readonly<Record<number, readonly [row: string, column: string]>> = {
  1: ['top', 'left'],
  2: ['top', 'right'],
  3: ['bottom', 'right'],
  4: ['bottom', 'left'],
  5: ['left', 'top'],
  6: ['right', 'top'],
  7: ['right', 'bottom'],
  8: ['left', 'bottom'],
}
const CLOCKWISE = ['top', 'right', 'bottom', 'left']

it.each(Object.entries(SEEN_SIDES))('a photograph held as %s is upright', (held, seen) => {
  const { turn } = uprightPhoto({ mime: 'image/jpeg', bytes: jpegOf(Number(held)) })
  const column = turn?.isMirrored === true ? 'right' : 'left'
  const turned = ['top', column].map(
    (side) => CLOCKWISE[(CLOCKWISE.indexOf(side) + (turn?.quarters ?? 0)) % 4],
  )
  expect(turned).toEqual(seen)
})

describe('a formula', () => {
  it('is read aloud with the words of its author, else as a line of text', () => {
    expect(altOf(pictureOf('A formula').node)).toBe('a over b')
    expect(altOf(pictureOf('A formula without').node)).toBe('माँग = √(x²)')
  })

  it.each(['A formula', 'A formula without'])('%s is a picture in pixels and outlines', (title) => {
    const { node, slide } = pictureOf(title)
    const { widthPx, heightPx, alphas } = readPalettePng(fileOf(slide, embedOf(node)).bytes)
    const [width, height] = sizeOf(node)
    expect([width * 3, height * 3]).toEqual([widthPx * 9525, heightPx * 9525])
    expect(alphas.filter((alpha) => alpha === 255).length).toBeGreaterThan(500)
    const svg = fileOf(slide, embedOf(node, 'asvg:svgBlip'))
    expect(svg.contentType).toBe('image/svg+xml')
    expect(Buffer.from(svg.bytes).toString()).toMatch(/^<svg .* d="m/)
  })

  it('has its number at the right edge', () => {
    const { node } = pictureOf('A formula')
    const [offset] = find(node, 'a:off')
    expect((numberOf(offset, 'x') + sizeOf(node)[0]) / 9525).toBeCloseTo(1280 - 84, -1)
  })
})

describe('a diagram', () => {
  it('is a group with its words, the boxes holding their own', () => {
    const [group] = find(slideCalled(pack, 'A diagram').xml, 'p:grpSp')
    expect(altOf(group)).toBe('A bill goes its way')
    const boxes = find(group, 'p:sp').filter((shape) => {
      const [, fill] =
        find(shape, 'p:spPr')[0]?.children.filter(({ name }) => name !== 'a:ln') ?? []
      return fill !== undefined && find(shape, 'a:t').length > 0
    })
    const words = boxes.map((box) => textsOf(box).join())
    const nodes = ['Bill introduced', 'Committee', 'Passed?', 'Record of all laws', 'Lapses']
    expect(words.filter((text) => nodes.includes(text))).toEqual(nodes)
  })

  it('has the texts of the HTML slide in their order', () => {
    const [svg = ''] = /<svg[^>]*aria-label="A bill goes its way".*?<\/svg>/s.exec(made.html) ?? []
    const shown = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
    const [group] = find(slideCalled(pack, 'A diagram').xml, 'p:grpSp')
    expect(textsOf(group).join(' ')).toBe(shown.join(' '))
  })
})

describe('a QR code', () => {
  it('is one shape whose squares are the code of the address', () => {
    const [group] = find(slideCalled(pack, 'Sources').xml, 'p:grpSp')
    const squares = find(group, 'p:sp').filter((shape) => find(shape, 'a:custGeom').length > 0)
    expect(squares).toHaveLength(1)
    const { data } = encode(LINK, { ecc: 'M', border: 4 })
    const [path] = find(squares[0], 'a:path')
    const side = numberOf(path, 'w') / data.length
    const drawn = data.map((row) => row.map(() => false))
    for (const corner of find(path, 'a:moveTo')) {
      const at = path?.children.indexOf(corner) ?? 0
      const [from, to] = [corner, path?.children[at + 2]].map((step) => find(step, 'a:pt')[0])
      const [left, right] = [numberOf(from, 'x') / side, numberOf(to, 'x') / side]
      const y = Math.round(numberOf(from, 'y') / side)
      expect(numberOf(to, 'y') / side - y).toBeCloseTo(1, 2)
      for (let x = Math.round(left); x < Math.round(right); x++) {
        const row = drawn[y]
        if (row !== undefined) row[x] = true
      }
    }
    expect(drawn).toEqual(data)
  })

  it('has words, and a click leads to the address', () => {
    const slide = slideCalled(pack, 'Sources')
    const [group] = find(slide.xml, 'p:grpSp')
    expect(altOf(group)).toContain('QR')
    const targets = find(group, 'a:hlinkClick').map(
      ({ attributes }) =>
        slide.relationships.find(({ id }) => id === attributes.get('r:id'))?.target,
    )
    expect(targets).toEqual([LINK, LINK])
  })
})
