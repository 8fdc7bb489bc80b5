/** What presentation.xml of an institute's file says: its masters, the size of its slides, its fonts. */
import { EMU_PER_PX } from '../../write/xml.ts'
import type { EmbeddedFont } from '../base.ts'
import { readMasters, type TemplateMaster } from './read-layouts.ts'
import { damaged, format } from './template-error.ts'
import { openTemplatePackage, type TemplatePackage } from './template-package.ts'
import { child, childrenOf, numberOf, type XmlNode } from './xml-tree.ts'

type Size = { readonly widthPx: number; readonly heightPx: number }

export type Template = {
  readonly pack: TemplatePackage
  readonly main: XmlNode
  readonly masters: readonly TemplateMaster[]
  readonly size: Size
  readonly notesSize: Size | undefined
  /** Parts are named as the template names them. */
  readonly fonts: readonly EmbeddedFont[]
  /** The part that presentation.xml leads to, by the kind of relationship. */
  partOf(kind: string): string | undefined
}

/** All topics of a folder stand on one file, and reading it takes longer than composing a deck. */
let last: { readonly file: Uint8Array; readonly template: Template } | undefined

/** Throws PptxTemplateError. */
export function openTemplate(file: Uint8Array): Template {
  if (last !== undefined && Buffer.compare(last.file, file) === 0) return last.template
  const template = readTemplate(file)
  last = { file, template }
  return template
}

function readTemplate(file: Uint8Array): Template {
  const pack = openTemplatePackage(file)
  const main = pack.xml(pack.main).root
  if (main.name !== 'p:presentation') throw damaged('The PowerPoint template holds no presentation')
  const masters = readMasters(pack)
  if (masters.length === 0) throw damaged('The PowerPoint template has no slide master')
  if (masters.every(({ layouts }) => layouts.length === 0))
    throw format(
      'The PowerPoint template has no slide layouts',
      'open it in PowerPoint, View, Slide Master, and insert layouts; or begin with a new presentation',
    )
  const size = sizeOf(child(main, 'p:sldSz'))
  if (size === undefined)
    throw damaged('The PowerPoint template does not say how large its slides are')
  return {
    pack,
    main,
    masters,
    size,
    notesSize: sizeOf(child(main, 'p:notesSz')),
    fonts: fontsOf(pack, main),
    partOf: (kind) =>
      pack
        .links(pack.main)
        .find((link) => link.kind === kind && !link.isExternal && link.target !== '')?.target,
  }
}

/** An inch to 56 inches (ECMA-376 Part 1 §19.7.14, `ST_SlideSizeCoordinate`). */
const LIMITS = { least: 914_400, most: 51_206_400 }

function sizeOf(node: XmlNode | undefined): Size | undefined {
  const [width, height] = [numberOf(node, 'cx'), numberOf(node, 'cy')]
  const isPossible = (emu: number | undefined): emu is number =>
    emu !== undefined && emu >= LIMITS.least && emu <= LIMITS.most
  if (!isPossible(width) || !isPossible(height)) return undefined
  return { widthPx: width / EMU_PER_PX, heightPx: height / EMU_PER_PX }
}

const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const

function fontsOf(pack: TemplatePackage, main: XmlNode): readonly EmbeddedFont[] {
  const links = new Map(pack.links(pack.main).map((link) => [link.id, link]))
  return childrenOf(child(main, 'p:embeddedFontLst'), 'p:embeddedFont').flatMap((node) => {
    const faces = FACES.flatMap((face) => {
      const link = links.get(child(node, `p:${face}`)?.attributes['r:id'] ?? '')
      const isThere = link !== undefined && !link.isExternal && link.target !== ''
      return isThere ? [[face, link.target] as const] : []
    })
    const font = child(node, 'p:font')?.attributes
    return font === undefined || faces.length === 0 ? [] : [{ font, faces }]
  })
}
