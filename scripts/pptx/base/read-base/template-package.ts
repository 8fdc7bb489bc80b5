/** An institute's package: its parts, their types and what they lead to (ECMA-376 Part 2). */
import { relationshipsPath } from '../../write/package.ts'
import { type Archive, openArchive } from './archive.ts'
import { mendSheet } from './mend-sheet.ts'
import { damaged, format, type PptxTemplateError } from './template-error.ts'
import { childrenOf, parseXml, type XmlNode } from './xml-tree.ts'

export type Link = {
  readonly id: string
  /** The whole address. */
  readonly type: string
  /** Its last word: `slideLayout`. */
  readonly kind: string
  /** A part that is there, or an address when it is external; empty: it leads nowhere. */
  readonly target: string
  readonly isExternal: boolean
}

export type TemplatePackage = {
  readonly main: string
  /** Programs in the file, which no deck takes along. */
  readonly hasMacros: boolean
  contentType(part: string): string
  bytes(part: string): Uint8Array
  /** A master is mended where it lacks what slides inherit; then its bytes are not its text. */
  xml(part: string): { readonly text: string; readonly root: XmlNode; readonly isMended?: true }
  /** What a part leads to. */
  links(part: string): readonly Link[]
}

/** Throws PptxTemplateError. */
export function openTemplatePackage(file: Uint8Array): TemplatePackage {
  const archive = openArchive(file)
  const types = readTypes(archive)
  const bytes = (part: string): Uint8Array => {
    const found = archive.read(part)
    if (found === undefined) throw damaged('Parts of the PowerPoint template are missing')
    return found
  }
  const known = new Map<string, ReturnType<TemplatePackage['xml']>>()
  const xml: TemplatePackage['xml'] = (part) => {
    const made = known.get(part) ?? mended(parseXml(bytes(part), part), part)
    known.set(part, made)
    return made
  }
  const links = (part: string): readonly Link[] => readLinks(archive, part)
  const main = links('').find(({ kind }) => kind === 'officeDocument')?.target ?? ''
  if (main === '') throw otherFormat(archive)
  checkMain(types(main))
  return {
    main,
    hasMacros:
      /macroEnabled/i.test(types(main)) || archive.names.some((name) => /vbaProject/i.test(name)),
    contentType: types,
    bytes,
    xml,
    links,
  }
}

function mended(
  read: ReturnType<typeof parseXml>,
  part: string,
): ReturnType<TemplatePackage['xml']> {
  const text = mendSheet(read.text, read.root)
  if (text === undefined) return read
  return { ...parseXml(new TextEncoder().encode(text), part), isMended: true }
}

const TYPES = '[Content_Types].xml'

function readTypes(archive: Archive): (part: string) => string {
  const bytes = archive.read(TYPES)
  if (bytes === undefined) throw otherFormat(archive)
  const { root } = parseXml(bytes, TYPES)
  const endings = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { attributes } of childrenOf(root, 'Default'))
    endings.set((attributes['Extension'] ?? '').toLowerCase(), attributes['ContentType'] ?? '')
  for (const { attributes } of childrenOf(root, 'Override'))
    parts.set((attributes['PartName'] ?? '').toLowerCase(), attributes['ContentType'] ?? '')
  return (part) =>
    parts.get(`/${part}`.toLowerCase()) ??
    endings.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()) ??
    ''
}

function otherFormat(archive: Archive): PptxTemplateError {
  const mime = Buffer.from(archive.read('mimetype') ?? []).toString('latin1', 0, 80)
  if (mime.startsWith('application/vnd.oasis.opendocument'))
    return format('The PowerPoint template is an OpenDocument file, not a .pptx')
  return format('The PowerPoint template is a zip file, but no PowerPoint file')
}

/** Presentations, templates and shows, with macros or without ([MS-OE376] part types). */
const MAIN_TYPE =
  /^application\/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:presentation|template|slideshow)|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled)\.main\+xml$/i

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml|ms-word/i, 'a Word document'],
  [/spreadsheetml|ms-excel/i, 'an Excel workbook'],
  [/ms-visio/i, 'a Visio drawing'],
]

function checkMain(type: string): void {
  if (MAIN_TYPE.test(type)) return
  const other = OTHERS.find(([pattern]) => pattern.test(type))?.[1] ?? 'another kind of Office file'
  throw format(`The PowerPoint template is ${other}, not a .pptx`)
}

function readLinks(archive: Archive, part: string): readonly Link[] {
  const path = relationshipsPath(part)
  const bytes = archive.read(path)
  if (bytes === undefined) return []
  const { root } = parseXml(bytes, path)
  return childrenOf(root, 'Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode } = attributes
    if (id === '') return []
    const isExternal = TargetMode === 'External'
    const found = isExternal ? target : (findPart(archive, part, target) ?? '')
    return [{ id, type, kind: type.slice(type.lastIndexOf('/') + 1), target: found, isExternal }]
  })
}

/** The name that the archive has for a target, which is relative to the folder of its part. */
function findPart(archive: Archive, from: string, target: string): string | undefined {
  const address = target.replace(/#.*$/, '')
  const steps = address.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of address.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  const path = steps.join('/')
  return archive.find(path) ?? archive.find(decoded(path))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
