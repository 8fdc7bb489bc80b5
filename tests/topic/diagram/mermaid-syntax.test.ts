/**
 * What Mermaid's own documentation of the six kinds shows, in variations of ours: drawn part by part, told, or refused.
 * A diagram that is read differently changes `mermaid-syntax.txt`.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planDiagram } from '../../../scripts/chart/diagram/plan-diagram.ts'
import { parseDiagram } from '../../../scripts/topic/diagram/parse-diagram.ts'
import { casesOf, summaryOf } from './syntax-cases.ts'

const CASES = casesOf(readFileSync(new URL('mermaid-syntax.txt', import.meta.url), 'utf8'))

describe('a source as Mermaid documents it', () => {
  it.each(CASES.map((each) => [each.name, each] as const))('%s', (_, { source, expected }) => {
    expect(summaryOf(source)).toBe(expected)
  })

  it.each(CASES.map((each) => [each.name, each] as const))(
    '%s: each label and each line that is read is drawn',
    async (_, { source }) => {
      const parsed = parseDiagram(source)
      if ('mistakes' in parsed || parsed.diagram.kind !== 'graph') return
      const { nodes, edges, groups } = parsed.diagram
      for (const { shapes } of await planDiagram(parsed.diagram)) {
        const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
        const words = texts.join(' ').replaceAll(/\s+/gu, '')
        for (const { label } of [...nodes, ...edges, ...groups])
          for (const word of label.split(/\s+/u)) expect(words).toContain(word)
        const lines = shapes.filter((shape) => shape.kind === 'path' && shape.fill === undefined)
        expect(lines.length).toBeGreaterThanOrEqual(
          edges.filter(({ line }) => line !== 'hidden').length + groups.length,
        )
      }
    },
  )
})
