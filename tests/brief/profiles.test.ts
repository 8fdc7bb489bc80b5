import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { type BriefInput, type BriefResult, renderBrief } from '../../scripts/brief/render-brief.ts'
import { contrast } from '../../scripts/color/contrast.ts'
import { LEAST_MARGIN_MM } from '../../scripts/theme/check-page.ts'
import { PRINT_PROFILES } from '../../scripts/theme/print-profile.ts'
import { pngOf } from '../topic/png.ts'
import { textOfObjects } from '../typeset/pdf-objects.ts'
import { hasTool, readPdf, runTool } from '../typeset/pdf-text.ts'
import { makeInput, pageOf, profileNamed, readFixture, section } from './sample-input.ts'

const MM = 72 / 25.4
const SHORT = pageOf(section('first', '- One point\n- Another\n'), section('second', '- A third\n'))
const BACK = pageOf(section('questions', '1. What is asked?\n'))

async function renderOk(
  given: Partial<BriefInput> & { readonly markdown: string },
): Promise<Extract<BriefResult, { ok: true }>> {
  const result = await renderBrief(makeInput(given.markdown, given))
  if (!result.ok) throw new Error(`the ${result.side} is over by ${result.report.overflowLines}`)
  return result
}

const back = { markdown: BACK, pictures: new Map(), lang: 'en' } as const

/** Boxes of the first page in points, by poppler. */
function boxesOf(pdf: Uint8Array): Readonly<Record<string, readonly number[]>> {
  const lines = (runTool('pdfinfo', ['-box', 'FILE'], pdf) ?? '').split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name = '', numbers = ''] = /^(\w+Box):\s+(.*)$/u.exec(line) ?? []
      return name === '' ? [] : [[name, numbers.trim().split(/\s+/u).map(Number)]]
    }),
  )
}

/** The operators of all pages, decoded. */
function operatorsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, data = '']) =>
    inflate(Buffer.from(data, 'latin1')),
  )
  return streams.filter((stream) => /\b(?:Tm|re f)\b/u.test(stream)).join('\n')
}

function inflate(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Not deflated: an image, a table of references.
    return ''
  }
}

describe.each(Object.keys(PRINT_PROFILES))('the profile %s', (name) => {
  const profile = profileNamed(name)

  it.each(['dense', 'standard', 'clear-print'] as const)(
    'prints a short topic in the preset %s, right by qpdf, MuPDF and our audit',
    async (preset) => {
      const given = { markdown: SHORT, profile, preset, watermark: 'DRAFT', back }
      const { pdf, report, pageCount } = await renderOk(given)
      expect(pageCount).toBe(2)
      expect((await readPdf(pdf)).pageCount).toBe(2)
      expect(auditPdf(pdf)).toEqual([])
      const floor = { dense: 9, standard: 10, 'clear-print': 12 }[preset]
      expect(report.sizePt).toBeGreaterThanOrEqual(floor)
      if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
      if (hasTool('mutool'))
        expect(runTool('mutool', ['draw', '-F', 'txt', 'FILE'], pdf)).toContain('asked')
    },
  )

  it.each(['partnership.md', 'partnership.hi.md'])(
    'prints %s on one page, or says by how much it is too long',
    async (fixture) => {
      const lang = fixture.includes('.hi.') ? 'hi' : 'en'
      const result = await renderBrief(makeInput(readFixture(fixture), { profile, lang }))
      if (result.ok) {
        expect((await readPdf(result.pdf)).pageCount).toBe(1)
        expect(auditPdf(result.pdf)).toEqual([])
      } else expect(result.report.overflowLines).toBeGreaterThan(0)
    },
  )

  it('makes the same bytes twice', async () => {
    const given = { markdown: SHORT, profile, watermark: 'नमूना', back }
    const [first, second] = [await renderOk(given), await renderOk(given)]
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true)
  })

  it('has no margin under what printers reach', () => {
    const { brief } = profile
    for (const key of ['marginLeftMm', 'marginRightMm', 'marginTopMm', 'marginBottomMm'] as const)
      expect(brief[key]).toBeGreaterThanOrEqual(LEAST_MARGIN_MM)
  })
})

describe('a duplex sheet', () => {
  it('has the text of each side on its page and asks for the long edge', async () => {
    const { pdf } = await renderOk({ markdown: SHORT, profile: profileNamed('a4-duplex'), back })
    const text = textOfObjects(pdf)
    expect(text).toContain('/Duplex /DuplexFlipLongEdge')
    expect(text).toContain('/PrintScaling /None')
    if (!hasTool('pdftotext')) return
    const pages = (runTool('pdftotext', ['FILE', '-'], pdf) ?? '').split('\f')
    expect(pages[0]).toContain('One point')
    expect(pages[0]).not.toContain('What is asked')
    expect(pages[1]).toContain('What is asked')
  })

  it('names no duplex where there is no back', async () => {
    const { pdf } = await renderOk({ markdown: SHORT, profile: profileNamed('a4-duplex') })
    expect(textOfObjects(pdf)).not.toContain('/Duplex')
  })

  it('turns a lying sheet of two pages over its short edge, so that each page turns like a leaf', async () => {
    const { pdf } = await renderOk({
      markdown: SHORT,
      profile: profileNamed('a5-2up-duplex'),
      back,
    })
    expect(textOfObjects(pdf)).toContain('/Duplex /DuplexFlipShortEdge')
  })

  it('says which side does not fit', async () => {
    const long = pageOf(section('long', `- ${'word '.repeat(40)}\n`.repeat(60)))
    const input = makeInput(SHORT, { back: { ...back, markdown: long } })
    const result = await renderBrief(input)
    expect(result).toMatchObject({ ok: false, side: 'back' })
  })

  it.skipIf(!hasTool('pdftotext'))('keeps the punched edge clear on both sides', async () => {
    const profile = { ...profileNamed('a4-duplex'), punchMarginMm: 25 }
    const { pdf } = await renderOk({
      markdown: readFixture('partnership.md'),
      profile,
      back,
      preset: 'dense',
    })
    const layout = runTool('pdftotext', ['-bbox', 'FILE', '-'], pdf) ?? ''
    const [front = '', behind = ''] = layout.split('<page ').slice(1)
    const edge = (page: string, name: string): readonly number[] =>
      [...page.matchAll(new RegExp(`${name}="([\\d.]+)"`, 'gu'))].map(([, value]) => Number(value))
    expect(Math.min(...edge(front, 'xMin'))).toBeGreaterThanOrEqual(25 * MM - 0.5)
    expect(Math.min(...edge(behind, 'xMin'))).toBeLessThan(16 * MM)
    expect(Math.max(...edge(behind, 'xMax'))).toBeLessThanOrEqual((210 - 25) * MM + 0.5)
  })
})

describe('ruled lines', () => {
  const lines = '::: lines\nSpace for your answer\n:::\n'
  const ruled = async (markdown: string): Promise<number> => {
    const { pdf } = await renderOk({ markdown })
    return [...operatorsOf(pdf).matchAll(/0\.5 w\n/gu)].length
  }

  it('fill what a page has left', async () => {
    const { pdf } = await renderOk({ markdown: SHORT + lines })
    expect(await ruled(SHORT + lines)).toBeGreaterThan((await ruled(SHORT)) + 15)
    expect((await readPdf(pdf)).text).toContain('Space for your answer')
    expect(auditPdf(pdf)).toEqual([])
  })

  it('are left out with their words where there is no room', async () => {
    const markdown = readFixture('partnership.md')
    const { pdf } = await renderOk({ markdown: markdown + lines })
    expect((await readPdf(pdf)).text).not.toContain('Space for your answer')
    expect(await ruled(markdown + lines)).toBe(await ruled(markdown))
  })

  it('stand under one paragraph', async () => {
    await expect(renderOk({ markdown: `${SHORT}::: lines\n- a\n:::\n` })).rejects.toThrow(
      '::: lines holds one paragraph only',
    )
  })
})

describe('two pages on a sheet', () => {
  it.skipIf(!hasTool('pdfinfo'))(
    'are set for A5 on a lying A4 sheet, not made smaller',
    async () => {
      const { pdf, report } = await renderOk({ markdown: SHORT, profile: profileNamed('a5-2up') })
      const [, , width = 0, height = 0] = boxesOf(pdf)['MediaBox'] ?? []
      expect(width).toBeCloseTo(297 * MM, 0)
      expect(height).toBeCloseTo(210 * MM, 0)
      expect(report.sizePt).toBeGreaterThanOrEqual(10)
      const operators = operatorsOf(pdf)
      expect(operators).toContain(` ${report.sizePt} Tf`)
      // The only transformation is the one that turns the y axis.
      expect(operators.match(/ cm$/gmu)).toHaveLength(1)
    },
  )

  it.skipIf(!hasTool('pdftotext'))('have the same words in the same places', async () => {
    const { pdf } = await renderOk({ markdown: SHORT, profile: profileNamed('a5-2up') })
    const layout = runTool('pdftotext', ['-bbox', 'FILE', '-'], pdf) ?? ''
    const words = [...layout.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)".*>(.*)<\/word>/gu)]
    const half = 148.5 * MM
    const places = words.map(([, x, y, word]) => ({ x: Number(x), y, word }))
    const [left, right] = [places.filter(({ x }) => x < half), places.filter(({ x }) => x >= half)]
    expect(left.length).toBeGreaterThan(8)
    const shifted = right.map(({ x, ...rest }) => ({ ...rest, x: (x - half).toFixed(1) }))
    expect(shifted).toEqual(left.map(({ x, ...rest }) => ({ ...rest, x: x.toFixed(1) })))
  })
})

describe('a sheet for a print shop', () => {
  it.skipIf(!hasTool('pdfinfo'))('has trim, bleed and media boxes in their places', async () => {
    const { pdf } = await renderOk({ markdown: SHORT, profile: profileNamed('print-shop') })
    const boxes = boxesOf(pdf)
    const trim = [14, 14, 224, 311].map((mm) => mm * MM)
    const bleed = [11, 11, 227, 314].map((mm) => mm * MM)
    for (const [index, value] of trim.entries())
      expect(boxes['TrimBox']?.[index]).toBeCloseTo(value, 1)
    for (const [index, value] of bleed.entries())
      expect(boxes['BleedBox']?.[index]).toBeCloseTo(value, 1)
    expect(boxes['MediaBox']?.[2]).toBeCloseTo(238 * MM, 1)
    expect(boxes['MediaBox']?.[3]).toBeCloseTo(325 * MM, 1)
  })

  it('has eight hairlines, none of them nearer to the page than 3 mm or on its bleed', async () => {
    const { pdf } = await renderOk({ markdown: SHORT, profile: profileNamed('print-shop') })
    const lines = [
      ...operatorsOf(pdf).matchAll(/0\.24 w\n([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/gu),
    ]
    expect(lines).toHaveLength(8)
    const sheet = { width: 238 * MM, height: 325 * MM }
    for (const [, x1, y1, x2, y2] of lines) {
      const distance = (value: string | undefined, length: number): number =>
        Math.min(Number(value), length - Number(value))
      const outside = [
        [distance(x1, sheet.width), distance(y1, sheet.height)],
        [distance(x2, sheet.width), distance(y2, sheet.height)],
      ].map(([x = 0, y = 0]) => Math.min(x, y))
      for (const value of outside) expect(value).toBeLessThanOrEqual(11 * MM + 0.01)
    }
  })
})

describe('grey', () => {
  const picture = (): BriefInput['pictures'] => {
    const bytes = new Uint8Array(pngOf(8, 8))
    return new Map([
      [
        'images/a.png',
        { kind: 'image', file: { mime: 'image/png', bytes, widthPx: 8, heightPx: 8 } },
      ],
    ])
  }

  it('leaves no operator for red, green and blue, nor for ink of four colours', async () => {
    const profile = profileNamed('copier')
    const { pdf } = await renderOk({
      markdown: readFixture('partnership.md'),
      profile,
      watermark: 'DRAFT',
    })
    const operators = operatorsOf(pdf)
    expect(operators).not.toMatch(/ (?:rg|RG|k|K|sc|scn|SC|SCN|cs|CS)$/mu)
    expect(operators).toMatch(/ g$/mu)
    const colour = await renderOk({ markdown: readFixture('partnership.md') })
    expect(operatorsOf(colour.pdf)).toMatch(/ rg$/mu)
  })

  it('makes pictures grey', async () => {
    const markdown = pageOf(section('a', 'The caption\n\n![alt](images/a.png)'))
    const { pdf } = await renderOk({
      markdown,
      pictures: picture(),
      profile: profileNamed('copier'),
    })
    const text = textOfObjects(pdf)
    expect(text).toContain('/DeviceGray')
    expect(text).not.toContain('/DeviceRGB')
  })

  it('hatches the bars that a colour told apart, and fills the stressed one', async () => {
    const { pdf } = await renderOk({
      markdown: readFixture('partnership.md'),
      profile: profileNamed('copier'),
    })
    const hatching = [...operatorsOf(pdf).matchAll(/0\.7 w\n/gu)].length
    expect(hatching).toBeGreaterThan(60)
  })

  it('keeps all text at a contrast of 4.5 or more', async () => {
    const given = { markdown: readFixture('partnership.md'), watermark: 'DRAFT' }
    const { pdf } = await renderOk({ ...given, profile: profileNamed('copier') })
    const texts = operatorsOf(pdf)
      .split('BT\n')
      .slice(1)
      .map((part) => part.split('ET')[0] ?? '')
    const greys = new Set(
      texts.flatMap((part) =>
        [...part.matchAll(/^([\d.]+) g$/gmu)].map(([, value]) => Number(value)),
      ),
    )
    const hex = (value: number): string =>
      `#${Math.round(value * 255)
        .toString(16)
        .padStart(2, '0')
        .repeat(3)}`
    const [watermark = 0, ...others] = [...greys].sort((a, b) => b - a)
    expect(others.length).toBeGreaterThan(2)
    for (const value of others)
      expect(contrast(hex(value), hex(watermark))).toBeGreaterThanOrEqual(4.5)
  })
})

it('letters in the colours of an institute are dark enough for paper', async () => {
  const input = makeInput(SHORT)
  const colors = { ...input.theme.colors, primary: '#ffff00', accent: '#ffffff' }
  const { pdf } = await renderOk({ markdown: SHORT, theme: { ...input.theme, colors } })
  const letters = operatorsOf(pdf).match(/(?:[\d.]+ ){3}rg\n\/F/gu) ?? []
  expect(letters.length).toBeGreaterThan(0)
  for (const fill of letters) {
    const channels = fill
      .split(' ')
      .slice(0, 3)
      .map((part) => Math.round(Number(part) * 255))
    const color = `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    expect(contrast(color, '#ffffff')).toBeGreaterThan(4.4)
  }
})

describe('a watermark', () => {
  it.each(['DRAFT', 'मसौदा', 'a & <b> ) \\ (c', 'W'.repeat(120), 'word '.repeat(24).trim()])(
    'stands behind the text: %s',
    async (watermark) => {
      const { pdf } = await renderOk({ markdown: readFixture('partnership.md'), watermark })
      expect((await readPdf(pdf)).text.replace(/\s+/gu, '')).toContain(
        watermark.replace(/\s+/gu, ''),
      )
      const operators = operatorsOf(pdf)
      const turned = operators.search(/^0\.\d+ -0\.\d+ -0\.\d+ -0\.\d+ [\d.]+ [\d.]+ Tm$/mu)
      expect(turned).toBeGreaterThan(-1)
      expect(operators.search(/^1 0 0 -1 .* Tm$/mu)).toBeGreaterThan(turned)
      if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
    },
  )
})
