/** Layouts of our own in an institute's master: parts of them, and their ids in its list. */
import { LAYOUT_NAMES, type LayoutName } from '../../presentation.ts'
import { officeType, type Part, relationshipType } from '../../write/package.ts'
import { element, NAMESPACES } from '../../write/xml.ts'
import type { LayoutPlan } from '../base.ts'
import { rolesOf } from './choose-layouts.ts'
import type { CopiedParts } from './copy-parts.ts'
import { appendChild } from './edit-xml.ts'
import { fallbackLayoutXml, type Slide } from './fallback-layout.ts'
import { fieldsOf, type TemplateMaster } from './read-layouts.ts'
import { child, parsePart } from './xml-tree.ts'

export type AddedLayouts = {
  readonly plans: ReadonlyMap<LayoutName, LayoutPlan>
  /** All of the template, with these. */
  readonly parts: readonly Part[]
}

export type AddInput = {
  readonly copied: CopiedParts
  readonly master: TemplateMaster
  readonly size: Slide
  /** Larger than those of all masters and layouts. */
  readonly firstId: number
}

export function addLayouts(
  names: readonly LayoutName[],
  { copied, master, size, firstId }: AddInput,
): AddedLayouts {
  const { parts, pathOf } = copied
  const masterPath = pathOf(master.part)
  const made = names.map((name, index) => {
    const path = freePath(name, parts)
    const content = fallbackLayoutXml(name, master.root, size)
    const { root } = parsePart({ path, content })
    const placeholders = rolesOf(name, fieldsOf(root, master.root))
    const part: Part = {
      path,
      contentType: officeType('presentationml.slideLayout+xml'),
      content,
      relationships: [{ id: 'rId1', type: relationshipType('slideMaster'), target: masterPath }],
    }
    return { name, part, id: firstId + index, plan: { name, part: path, placeholders } }
  })
  const plans = new Map(made.map(({ name, plan }) => [name, plan]))
  if (made.length === 0) return { plans, parts }
  const withIds = parts.map((part) => (part.path === masterPath ? named(part, made) : part))
  return { plans, parts: [...withIds, ...made.map(({ part }) => part)] }
}

/** Beyond the numbers of the template's own. */
function freePath(name: LayoutName, parts: readonly Part[]): string {
  const taken = new Set(parts.map(({ path }) => path.toLowerCase()))
  for (let number = LAYOUT_NAMES.indexOf(name) + 1; ; number += LAYOUT_NAMES.length) {
    const path = `ppt/slideLayouts/slideLayout${number}.xml`
    if (!taken.has(path.toLowerCase())) return path
  }
}

type Made = { readonly part: Part; readonly id: number }

/** The master that knows of its new layouts. */
function named(master: Part, made: readonly Made[]): Part {
  const { text, root } = parsePart(master)
  const relationships = made.map(({ part }, index) => ({
    id: `rIdLectern${index + 1}`,
    type: relationshipType('slideLayout'),
    target: part.path,
  }))
  const ids = made.map(({ id }, index) =>
    element('p:sldLayoutId', {
      'xmlns:p': NAMESPACES['xmlns:p'],
      'xmlns:r': NAMESPACES['xmlns:r'],
      id,
      'r:id': relationships[index]?.id,
    }),
  )
  const list = child(root, 'p:sldLayoutIdLst')
  return {
    ...master,
    content: list === undefined ? text : appendChild(text, list, ids.join('')),
    relationships: [...(master.relationships ?? []), ...relationships],
  }
}
