/** Judges a PowerPoint file by the standard and by what makes PowerPoint repair it, not knowing how it was written. */
import { checkCharts } from './chart-rules.ts'
import { checkDrawings } from './drawing-rules.ts'
import { type Finding, openPackage, type Package, type Report } from './package.ts'
import { checkContentTypes, checkMedia, checkNames, checkZip } from './package-rules.ts'
import { checkPresentation } from './presentation-rules.ts'
import { readZip } from './read-zip.ts'
import { checkRelationships } from './relationship-rules.ts'
import { checkShapes, checkSlides } from './slide-rules.ts'
import { checkProperties, checkText } from './text-rules.ts'

const CHECKS: readonly ((pack: Package, report: Report) => void)[] = [
  checkZip,
  checkNames,
  checkContentTypes,
  checkMedia,
  checkRelationships,
  checkPresentation,
  checkShapes,
  checkSlides,
  checkText,
  checkDrawings,
  checkCharts,
  checkProperties,
]

/** Empty when nothing is wrong. */
export function judgePptx(file: Uint8Array): readonly Finding[] {
  const pack = openPackage(readZip(file))
  const findings: Finding[] = [...pack.faults]
  for (const check of CHECKS)
    check(pack, (rule, part, message) => findings.push({ rule, part, message }))
  return findings
}

/** One line each, for the message of a test. */
export function sayFindings(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, part, message }) => `${part}: ${message} [${rule}]`)
}
