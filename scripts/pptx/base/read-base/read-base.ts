/** An institute's PowerPoint file as the base of a deck: its masters, layouts, theme, pictures and fonts. */
import type { Theme } from '../../../theme/theme.ts'
import { LAYOUT_NAMES, type LayoutName } from '../../presentation.ts'
import type { Part } from '../../write/package.ts'
import { TABLE_STYLE, tableStyleXml } from '../../write/table-styles-xml.ts'
import type { Base, BaseExtras, LayoutPlan } from '../base.ts'
import type { BaseInput } from '../own-base.ts'
import { addLayouts } from './add-layouts.ts'
import { type ChosenLayout, chooseLayouts } from './choose-layouts.ts'
import { type CopiedParts, copyParts } from './copy-parts.ts'
import { defaultTextXml } from './default-text.ts'
import { readColors } from './drawing-color.ts'
import { appendChild } from './edit-xml.ts'
import { makeNotesMaster } from './notes-master.ts'
import { openTemplate, type Template } from './open-template.ts'
import type { TemplateMaster } from './read-layouts.ts'
import { type TemplateColors, templateColors } from './template-colors.ts'
import { damaged } from './template-error.ts'
import { uniqueIds } from './unique-ids.ts'
import { parsePart } from './xml-tree.ts'

export type TemplateBase = Base & {
  readonly extras: BaseExtras
  /** Those of ours that were added to its master, because it has none such. */
  readonly missing: readonly LayoutName[]
  /** Of its layouts, as the template calls them. */
  readonly names: readonly string[]
  readonly hasMacros: boolean
}

/** The look is for what the template does not say. */
export type TemplateInput = BaseInput & { readonly file: Uint8Array }

/** Throws PptxTemplateError. */
export function readBase({ file, ...look }: TemplateInput): TemplateBase {
  const template = openTemplate(file)
  const { masters, size, pack } = template
  const chosen = chooseLayouts(masters)
  const missing = LAYOUT_NAMES.filter((name) => !chosen.has(name))
  const master = mainMaster(masters, chosen)
  const asTheyAre = copyParts(pack, rootsOf(template))
  const { parts, ids, firstId } = uniqueIds(template, asTheyAre)
  const copied = { ...asTheyAre, parts }
  const added = addLayouts(missing, { copied, master, size, firstId })
  const colors = colorsOf(template, master, { chosen, theme: look.theme })
  const themePart = copied.pathOf(themeOf(template, master))
  const styled = withTableStyle(
    added.parts,
    copied.pathOf(template.partOf('tableStyles') ?? ''),
    colors,
  )
  const ownNotes = template.partOf('notesMaster')
  const notes =
    ownNotes === undefined ? makeNotesMaster({ look, size, parts: styled, themePart }) : []
  return {
    ...size,
    layouts: layoutsOf(chosen, added.plans, copied),
    parts: [...styled, ...notes],
    masters: masters.map(({ part }, index) => ({
      part: copied.pathOf(part),
      id: ids[index] ?? 0,
    })),
    notesMaster: ownNotes === undefined ? (notes[0]?.path ?? '') : copied.pathOf(ownNotes),
    theme: themePart,
    defaultTextStyle: defaultTextXml(colors),
    extras: extrasOf(template, copied, colors),
    schemeOf: colors.schemeOf,
    hexOf: colors.hexOf,
    missing,
    names: masters.flatMap(({ layouts }) => layouts.map(({ name }) => name)),
    hasMacros: pack.hasMacros,
  }
}

function rootsOf({ masters, fonts, partOf }: Template): readonly string[] {
  const others = ['notesMaster', 'handoutMaster', 'tableStyles'].flatMap(
    (kind) => partOf(kind) ?? [],
  )
  const faces = fonts.flatMap((font) => font.faces.map(([, part]) => part))
  return [...masters.map(({ part }) => part), ...others, ...faces]
}

/** Of most slides; what the template lacks is added to it. */
function mainMaster(
  masters: readonly TemplateMaster[],
  chosen: ReadonlyMap<LayoutName, ChosenLayout>,
): TemplateMaster {
  const content = (chosen.get('Title and Content') ?? [...chosen.values()][0])?.layout
  const owner = masters.find(({ layouts }) => layouts.some((layout) => layout === content))
  const first = owner ?? masters[0]
  if (first === undefined) throw new Error('a template without masters was opened')
  return first
}

function themeOf({ pack }: Template, { part }: TemplateMaster): string {
  const theme = pack.links(part).find(({ kind, target }) => kind === 'theme' && target !== '')
  if (theme === undefined) throw damaged('A slide master of the PowerPoint template has no theme')
  return theme.target
}

type ColorInput = {
  readonly chosen: ReadonlyMap<LayoutName, ChosenLayout>
  readonly theme: Theme
}

function colorsOf(
  template: Template,
  master: TemplateMaster,
  { chosen, theme }: ColorInput,
): TemplateColors {
  const scheme = readColors(template.pack.xml(themeOf(template, master)).root, master.root)
  const content = chosen.get('Title and Content')?.layout
  const sheet = content ?? { root: master.root, master: master.root, fields: [] }
  return templateColors(sheet, scheme, theme.colors)
}

function layoutsOf(
  chosen: ReadonlyMap<LayoutName, ChosenLayout>,
  added: ReadonlyMap<LayoutName, LayoutPlan>,
  { pathOf }: CopiedParts,
): Base['layouts'] {
  const planOf = (name: LayoutName): LayoutPlan => {
    const own = chosen.get(name)?.plan
    const plan = own === undefined ? added.get(name) : { ...own, part: pathOf(own.part) }
    if (plan === undefined) throw new Error(`no layout stands for ${name}`)
    return plan
  }
  return {
    'Title Slide': planOf('Title Slide'),
    'Section Header': planOf('Section Header'),
    'Title and Content': planOf('Title and Content'),
    'Two Content': planOf('Two Content'),
    'Title Only': planOf('Title Only'),
    Blank: planOf('Blank'),
  }
}

/** The gallery of the institute, with the style that our tables have. */
function withTableStyle(
  parts: readonly Part[],
  path: string,
  colors: TemplateColors,
): readonly Part[] {
  return parts.map((part) => {
    if (part.path !== path) return part
    const { text, root } = parsePart(part)
    const isKnown = text.includes(TABLE_STYLE)
    return { ...part, content: isKnown ? text : appendChild(text, root, tableStyleXml(colors)) }
  })
}

function extrasOf(
  { notesSize, fonts, partOf }: Template,
  { pathOf }: CopiedParts,
  { colors }: TemplateColors,
): BaseExtras {
  const placed = (kind: string): string | undefined => {
    const part = partOf(kind)
    return part === undefined ? undefined : pathOf(part)
  }
  return {
    colors,
    notesSize,
    handoutMaster: placed('handoutMaster'),
    tableStyles: placed('tableStyles'),
    fonts: fonts.map(({ font, faces }) => ({
      font,
      faces: faces.map(([face, part]) => [face, pathOf(part)] as const),
    })),
  }
}
