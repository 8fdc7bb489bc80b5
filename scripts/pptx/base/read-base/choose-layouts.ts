/** Which layout of an institute's template each of ours is: by its name, else by its type. */
import {
  type Box,
  LAYOUT_NAMES,
  type LayoutName,
  type PlaceholderRole,
} from '../../presentation.ts'
import type { LayoutPlan, PlaceholderPlan } from '../base.ts'
import {
  fieldsOf,
  type TemplateField,
  type TemplateLayout,
  type TemplateMaster,
} from './read-layouts.ts'
import { textLookOf } from './text-style.ts'

export type ChosenLayout = { readonly layout: TemplateLayout; readonly plan: LayoutPlan }

/** `ST_SlideLayoutType` (ECMA-376 Part 1 §19.7.15), the best first. */
const TYPES: Readonly<Record<LayoutName, readonly string[]>> = {
  'Title Slide': ['title'],
  'Section Header': ['secHead'],
  'Title and Content': ['obj', 'tx'],
  'Two Content': ['twoObj'],
  'Title Only': ['titleOnly'],
  Blank: ['blank'],
}

/** Without these a layout cannot hold what its slides hold. */
const NEEDED: Readonly<Record<LayoutName, readonly PlaceholderRole[]>> = {
  'Title Slide': ['title'],
  'Section Header': ['title'],
  'Title and Content': ['title', 'body'],
  'Two Content': ['title', 'body', 'second'],
  'Title Only': ['title'],
  Blank: [],
}

/** @returns undefined for those that the template does not have */
export function chooseLayouts(
  masters: readonly TemplateMaster[],
): ReadonlyMap<LayoutName, ChosenLayout> {
  const all = masters.flatMap(({ layouts }) => layouts)
  return new Map(
    LAYOUT_NAMES.flatMap((name) => {
      const chosen = chooseLayout(name, all)
      return chosen === undefined ? [] : [[name, chosen] as const]
    }),
  )
}

function chooseLayout(name: LayoutName, all: readonly TemplateLayout[]): ChosenLayout | undefined {
  const wanted = plainName(name)
  const candidates = [
    ...all.filter((layout) => plainName(layout.name) === wanted),
    ...TYPES[name].flatMap((type) => all.filter((layout) => layout.type === type)),
  ]
  for (const layout of candidates) {
    const placeholders = [...rolesOf(name, layout.fields), ...freeText(name, layout)]
    const has = (role: PlaceholderRole): boolean => placeholders.some((one) => one.role === role)
    if (NEEDED[name].every(has))
      return { layout, plan: { name: layout.name, part: layout.part, placeholders } }
  }
  return undefined
}

/** Covers of many institutes have a title alone; what else is said stands in the free part of the slide. */
const FREE: Readonly<Partial<Record<LayoutName, PlaceholderRole>>> = {
  'Title Slide': 'subtitle',
  'Section Header': 'body',
}

function freeText(
  name: LayoutName,
  { fields, master }: TemplateLayout,
): readonly PlaceholderPlan[] {
  const role = FREE[name]
  const title = rolesOf(name, fields).find((plan) => plan.role === 'title')
  if (role === undefined || title === undefined) return []
  if (rolesOf(name, fields).some((plan) => plan.role === role)) return []
  const { x, width } = title.box
  const page = pageOf(master)
  const below = title.box.y + title.box.height + GAP_PX
  const room = page - below
  const height = Math.max(page * 0.15, Math.min(page * 0.3, room))
  // Under the title, or above one that stands at the foot of the slide.
  const y = room >= page * 0.15 ? below : Math.max(0, title.box.y - GAP_PX - height)
  const look = textLookOf({ shapes: [], master, type: 'body' })
  const plain = { ...look, levels: look.levels.map((level) => ({ ...level, indentPx: 0 })) }
  const sizePx = plain.levels[0]?.sizePx ?? 24
  const box = { x, y, width, height }
  return [{ role, type: 'body', index: undefined, box, sizePx, look: plain, isFree: true }]
}

const GAP_PX = 12

/** Down to where the foot line of the master begins. */
function pageOf(master: TemplateLayout['master']): number {
  const boxes = fieldsOf(master, master).map(({ box }) => box)
  const feet = fieldsOf(master, master).filter(({ type }) => Object.hasOwn(FOOT_ROLES, type))
  const bottoms = boxes.map(({ y, height }) => y + height)
  return Math.min(...feet.map(({ box }) => box.y), Math.max(360, ...bottoms))
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

const FOOT_ROLES: Readonly<Record<string, PlaceholderRole>> = {
  dt: 'date',
  ftr: 'footer',
  sldNum: 'number',
}

/** In the order of the layout; of two with one role the later has none. */
export function rolesOf(
  name: LayoutName,
  fields: readonly TemplateField[],
): readonly PlaceholderPlan[] {
  const roles = new Map<TemplateField, PlaceholderRole>()
  const title = fields.find(({ type }) => type === 'title' || type === 'ctrTitle')
  if (title !== undefined) roles.set(title, 'title')
  for (const field of fields) {
    const role = FOOT_ROLES[field.type]
    if (role !== undefined && ![...roles.values()].includes(role)) roles.set(field, role)
  }
  for (const [field, role] of contentRoles(name, fields)) roles.set(field, role)
  return [...roles].map(([{ chain: _chain, ...field }, role]) => ({ ...field, role }))
}

function contentRoles(
  name: LayoutName,
  fields: readonly TemplateField[],
): readonly (readonly [TemplateField, PlaceholderRole])[] {
  if (name === 'Title Only' || name === 'Blank') return []
  const subtitle = fields.find(({ type }) => type === 'subTitle')
  const contents = byArea(fields.filter(({ type }) => type === '' || type === 'body'))
  const objects = contents.filter(({ type }) => type === '')
  const [first, second] = objects.length > 0 ? objects : contents
  if (name === 'Title Slide') {
    const below = subtitle ?? first
    if (below === undefined) return []
    // Who speaks, and when: many institutes have a place of its own for it.
    const meta = contents.find((field) => field !== below && field.box.width > below.box.width / 3)
    return [[below, 'subtitle'], ...(meta === undefined ? [] : [[meta, 'meta'] as const])]
  }
  if (name !== 'Two Content') {
    const body = first ?? (name === 'Section Header' ? subtitle : undefined)
    return body === undefined ? [] : [[body, 'body']]
  }
  if (first === undefined || second === undefined) return []
  const [left, right] = first.box.x <= second.box.x ? [first, second] : [second, first]
  return [
    [left, 'body'],
    [right, 'second'],
  ]
}

/** A line for a subtitle above the content is smaller than the content. */
function byArea(fields: readonly TemplateField[]): readonly TemplateField[] {
  const area = ({ width, height }: Box): number => width * height
  return [...fields].sort((a, b) => area(b.box) - area(a.box))
}
