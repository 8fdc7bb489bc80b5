/** The institute's logo in the foot of a brief: of any shape, beside the small print, named to those who do not see it. */
import { describe, expect, it } from 'vitest'
import { parseBrief } from '../../scripts/brief/parse-brief.ts'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import type { Picture } from '../../scripts/chart/picture.ts'
import { samplePictures } from '../deck/sample-deck.ts'
import { findAll, readStructure } from '../typeset/pdf-structure.ts'
import { makeInput, PICTURES, pageOf, section } from './sample-input.ts'

const pictures = new Map<string, Picture>([...PICTURES, ...samplePictures()])

function footOf(path: string): string {
  return `::: foot\n![Institute of Policy](${path})\n\nSources: one, two · Author\n\n![QR code](qr.svg)\n:::\n`
}

async function pdfOf(foot: string): Promise<Uint8Array> {
  const markdown = `${pageOf(section('a', 'Text'))}\n${foot}`
  const result = await renderBrief(makeInput(markdown, { pictures }))
  if (!result.ok) throw new Error('too long')
  return result.pdf
}

describe('the logo', () => {
  it.each(['images/map.png', 'images/tall.png'])(
    'of %s is a figure with its name',
    async (path) => {
      const [tree] = await readStructure(await pdfOf(footOf(path)))
      if (tree === undefined) throw new Error('no page')
      expect(findAll(tree, 'Figure').map(({ alt }) => alt)).toEqual([
        'Institute of Policy',
        'QR code',
      ])
    },
  )

  it('is a part of the foot that parses as before', () => {
    const { foot } = parseBrief(footOf('images/map.png'))
    expect(foot.map(({ kind }) => kind)).toEqual(['picture', 'paragraph', 'picture'])
  })

  it('that is a chart is refused', async () => {
    await expect(pdfOf(footOf('charts/trade.svg'))).rejects.toThrow(
      'neither an image nor a QR code',
    )
  })
})
