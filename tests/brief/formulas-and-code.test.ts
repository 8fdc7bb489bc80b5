/** Briefs with mathematics and programs: judged by the audit, read back by poppler. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { readSvgPath } from '../../scripts/math/svg-path.ts'
import { FORMULAS } from '../math/formulas.ts'
import { hasTool } from '../typeset/pdf-text.ts'
import { makeInput, pageOf, section } from './sample-input.ts'

async function pdfOf(markdown: string, lang: 'en' | 'hi' = 'en'): Promise<Uint8Array> {
  const result = await renderBrief(makeInput(markdown, { lang }))
  if (!result.ok) throw new Error('the page does not fit')
  return result.pdf
}

function textOf(pdf: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lectern-brief-')), 'a.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}

const chunks = Array.from({ length: Math.ceil(FORMULAS.length / 14) }, (_, index) =>
  FORMULAS.slice(index * 14, index * 14 + 14),
)

describe('formulas on paper', () => {
  it.each(chunks.map((chunk, index) => ({ index, chunk })))(
    'break no clause of PDF/UA-1 and PDF/A-2a: $index',
    async ({ chunk }) => {
      const blocks = chunk.map((tex) => `$$\n${tex}\n$$`)
      const pdf = await pdfOf(pageOf(section('a', blocks.join('\n\n'))))
      expect(
        auditPdf(pdf).map(({ clause, message, where }) => `${clause} ${message} ${where}`),
      ).toEqual([])
    },
    60_000,
  )

  it.each(['en', 'hi'] as const)('stand in lines, cells and headings, %s', async (lang) => {
    const words = lang === 'hi' ? 'भिन्न' : 'the fraction'
    const content = [
      `${words} $\\frac{a}{b}$ ${words} $\\sqrt{\\frac{p}{q}}$ ${words}`,
      `- ${words} $x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$`,
      `| A | $x^2$ |\n| --- | --- |\n| $F = ma$ | $\\frac{\\text{माँग}}{2}$ |`,
      `### $a \\ne b$`,
      '> $e^{i\\pi} = -1$',
    ].join('\n\n')
    const pdf = await pdfOf(pageOf(section('a', content)), lang)
    expect(
      auditPdf(pdf).map(({ clause, message, where }) => `${clause} ${message} ${where}`),
    ).toEqual([])
  })

  it.skipIf(!hasTool('pdftotext'))('are copied as a line of text', async () => {
    const text = textOf(
      await pdfOf(pageOf(section('a', 'The law $E = mc^2$ and\n\n$$\n\\frac{a}{b}\n$$'))),
    )
    expect(text).toContain('The law E = mc² and')
    expect(text).toContain('a/b')
  })

  it('go on in a second line rather than grow too small to read', async () => {
    const tex = 'a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q'
    const [one, two] = await Promise.all(
      [tex, `${tex} + r + s + t + u + v`].map((formula) =>
        pdfOf(pageOf(section('a', `$$\n${formula}\n$$`))),
      ),
    )
    expect(auditPdf(one ?? new Uint8Array())).toEqual([])
    expect(auditPdf(two ?? new Uint8Array())).toEqual([])
  })
})

describe('programs on paper', () => {
  const code = [
    'def f(x):',
    '    return x  # टिप्पणी',
    ':::',
    '```',
    '--- x',
    `    y = "${'long '.repeat(30)}"`,
  ]

  it('break no clause, whatever the lines say', async () => {
    const pdf = await pdfOf(
      pageOf(section('a', `\`\`\`\`python {2}\n${code.join('\n')}\n\`\`\`\``)),
    )
    expect(
      auditPdf(pdf).map(({ clause, message, where }) => `${clause} ${message} ${where}`),
    ).toEqual([])
  })

  it.skipIf(!hasTool('pdftotext'))(
    'are copied as they were written, turned lines as well',
    async () => {
      const text = textOf(
        await pdfOf(pageOf(section('a', `\`\`\`\`text\n${code.join('\n')}\n\`\`\`\``))),
      )
      expect(text).toContain('def f(x): return x # टिप्पणी ::: ``` --- x y = "long')
    },
  )
})

describe('paths of KaTeX', () => {
  it('are steps on the page: relative and absolute, straight and curved', () => {
    const place = { x: (at: number) => at, y: (at: number) => at }
    expect(readSvgPath('M1 2l3 4h5v-6H0V0c1,1,2,2,3,3s1,1,2,2z', place)).toEqual([
      { to: 'move', x: 1, y: 2 },
      { to: 'line', x: 4, y: 6 },
      { to: 'line', x: 9, y: 6 },
      { to: 'line', x: 9, y: 0 },
      { to: 'line', x: 0, y: 0 },
      { to: 'line', x: 0, y: 0 },
      { to: 'curve', x1: 1, y1: 1, x2: 2, y2: 2, x: 3, y: 3 },
      { to: 'curve', x1: 4, y1: 4, x2: 4, y2: 4, x: 5, y: 5 },
      { to: 'close' },
    ])
  })
})
