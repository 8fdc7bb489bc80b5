/** Diagrams on paper: tagged, audited, and without colours where the machine has none. */
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { planDiagram } from '../../scripts/chart/diagram/plan-diagram.ts'
import type { Picture } from '../../scripts/chart/picture.ts'
import { parseDiagram } from '../../scripts/topic/diagram/parse-diagram.ts'
import { SAMPLES } from '../chart/diagram/samples.ts'
import { streamsOf } from '../typeset/pdf-objects.ts'
import { findAll, readStructure } from '../typeset/pdf-structure.ts'
import { makeInput, pageOf, profileNamed, section } from './sample-input.ts'

async function briefOf(name: string, profile: string): Promise<Uint8Array> {
  const parsed = parseDiagram(SAMPLES[name] ?? '')
  if ('mistakes' in parsed) throw new Error(name)
  const plans = await planDiagram(parsed.diagram)
  const pictures = new Map<string, Picture>([['diagrams/one.svg', { kind: 'diagram', plans }]])
  const markdown = pageOf(section('One', 'A caption\n\n![What it says](diagrams/one.svg)'))
  const lang = name.startsWith('hindi') ? 'hi' : 'en'
  const result = await renderBrief(
    makeInput(markdown, { pictures, profile: profileNamed(profile), lang }),
  )
  if (!result.ok) throw new Error('does not fit')
  return result.pdf
}

describe('a diagram on paper', () => {
  it.each(Object.keys(SAMPLES))(
    '%s: is a figure with its description, and passes the audit',
    async (name) => {
      const pdf = await briefOf(name, 'a4')
      const [tree] = await readStructure(pdf)
      const figures = tree === undefined ? [] : findAll(tree, 'Figure')
      expect(figures).toHaveLength(1)
      expect(auditPdf(pdf)).toEqual([])
    },
  )

  it.each(['decision', 'sequence', 'plotBoth', 'hindiInstitution'])(
    '%s: has no colour on the copier',
    async (name) => {
      const pdf = await briefOf(name, 'copier')
      const content = streamsOf(pdf)
        .map((stream) => Buffer.from(stream).toString('latin1'))
        .join('\n')
      expect(content).toMatch(/\bB$|\bS$/mu)
      expect(content.match(/^(?:[\d.]+ ){3}(?:rg|RG)\b/gmu)).toBeNull()
      expect(auditPdf(pdf)).toEqual([])
    },
  )
})
