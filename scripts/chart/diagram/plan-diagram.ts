/** Every plan of a diagram. Asynchronous because the layout engine is; done once, before slides and pages. */
import type { Diagram, Graph } from '../../topic/diagram/diagram.ts'
import type { DiagramPlan } from './plan.ts'
import { chainOf, planChain } from './plan-chain.ts'
import { planGraph } from './plan-graph.ts'
import { planPlot } from './plan-plot.ts'
import { planSequence } from './plan-sequence.ts'

export async function planDiagram(diagram: Diagram): Promise<readonly DiagramPlan[]> {
  switch (diagram.kind) {
    case 'graph':
      return planBoxes(diagram)
    case 'sequence':
      return planSequence(diagram)
    case 'plot':
      return planPlot(diagram)
  }
}

async function planBoxes(graph: Graph): Promise<readonly DiagramPlan[]> {
  const chain = chainOf(graph)
  if (chain === undefined) return planGraph(graph)
  if (graph.direction === 'RIGHT') return planChain(graph, chain)
  const rows = planChain(graph, chain).map((plan) => ({ ...plan, isAsked: graph.isOpen }))
  return [...(await planGraph(graph)), ...rows]
}
