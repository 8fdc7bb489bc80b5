/** A presentation on its base, as the bytes of a .pptx file. */
import type { Base, EmbeddedFont } from '../base/base.ts'
import { NOTES_PAGE } from '../base/notes-master-xml.ts'
import type { Presentation } from '../presentation.ts'
import {
  CORE_PROPERTIES_TYPE,
  officeType,
  type Part,
  relationshipType,
  writePackage,
} from './package.ts'
import { PROGRAM_PARTS } from './program-parts.ts'
import { appPropertiesXml, corePropertiesXml, isNarrow } from './properties-xml.ts'
import { sectionsXml } from './sections-xml.ts'
import { openSharedParts, slidePath } from './slide-parts.ts'
import { slideParts } from './slide-xml.ts'
import { tableStylesXml } from './table-styles-xml.ts'
import { element, emu, NAMESPACES, XML_HEAD } from './xml.ts'

const MAIN = 'ppt/presentation.xml'

export function writePresentation(presentation: Presentation, base: Base): Uint8Array {
  const taken = base.extras === undefined ? [] : base.parts
  const shared = openSharedParts(presentation.slides.length, taken)
  const input = { presentation, base, shared }
  const slides = presentation.slides.flatMap((page, index) => slideParts(page, index + 1, input))
  const parts: readonly Part[] = [
    mainPart(presentation, base),
    ...slides,
    ...base.parts,
    ...shared.parts,
    ...PROGRAM_PARTS,
    ...(base.extras?.tableStyles === undefined ? [tableStylesPart(base)] : []),
    {
      path: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: corePropertiesXml(presentation),
    },
    {
      path: 'docProps/app.xml',
      contentType: officeType('extended-properties+xml'),
      content: appPropertiesXml(presentation, base),
      isCommon: true,
    },
  ]
  return writePackage(parts, [
    { id: 'rId1', type: relationshipType('officeDocument'), target: MAIN },
    { id: 'rId2', type: CORE_PROPERTIES_TYPE, target: 'docProps/core.xml' },
    { id: 'rId3', type: relationshipType('extended-properties'), target: 'docProps/app.xml' },
  ])
}

const TABLE_STYLES = 'ppt/tableStyles.xml'

function tableStylesPart(base: Base): Part {
  return {
    path: TABLE_STYLES,
    contentType: officeType('presentationml.tableStyles+xml'),
    content: tableStylesXml(base),
    isCommon: true,
  }
}

/** Ids of slides begin at 256 (ECMA-376 Part 1 §19.7.13). */
const FIRST_SLIDE_ID = 256

function mainPart(presentation: Presentation, base: Base): Part {
  const { slides } = presentation
  const { handoutMaster, fonts = [] } = base.extras ?? {}
  const notesSize = base.extras?.notesSize ?? NOTES_PAGE
  const targets = [
    ...base.masters.map(({ part }) => ({ type: 'slideMaster', target: part })),
    ...slides.map((_, index) => ({ type: 'slide', target: slidePath(index + 1) })),
    { type: 'notesMaster', target: base.notesMaster },
    { type: 'presProps', target: 'ppt/presProps.xml' },
    { type: 'viewProps', target: 'ppt/viewProps.xml' },
    { type: 'theme', target: base.theme },
    { type: 'tableStyles', target: base.extras?.tableStyles ?? TABLE_STYLES },
    ...(handoutMaster === undefined ? [] : [{ type: 'handoutMaster', target: handoutMaster }]),
    ...fonts.flatMap(({ faces }) => faces.map(([, target]) => ({ type: 'font', target }))),
  ]
  const relationships = targets.map(({ type, target }, index) => ({
    id: `rId${index + 1}`,
    type: relationshipType(type),
    target,
  }))
  const idOf = (path: string): string =>
    relationships.find(({ target }) => target === path)?.id ?? ''
  const slideIds = slides.map((_, index) => ({
    id: FIRST_SLIDE_ID + index,
    'r:id': idOf(slidePath(index + 1)),
  }))
  const content = `${XML_HEAD}${element(
    'p:presentation',
    { ...NAMESPACES, saveSubsetFonts: 1 },
    element(
      'p:sldMasterIdLst',
      {},
      ...base.masters.map(({ part, id }) => element('p:sldMasterId', { id, 'r:id': idOf(part) })),
    ),
    element(
      'p:notesMasterIdLst',
      {},
      element('p:notesMasterId', { 'r:id': idOf(base.notesMaster) }),
    ),
    handoutMaster === undefined
      ? ''
      : `<p:handoutMasterIdLst><p:handoutMasterId r:id="${idOf(handoutMaster)}"/></p:handoutMasterIdLst>`,
    element('p:sldIdLst', {}, ...slideIds.map((attributes) => element('p:sldId', attributes))),
    element('p:sldSz', {
      cx: emu(base.widthPx),
      cy: emu(base.heightPx),
      type: isNarrow(base) ? 'screen4x3' : undefined,
    }),
    element('p:notesSz', { cx: emu(notesSize.widthPx), cy: emu(notesSize.heightPx) }),
    fontsXml(fonts, idOf),
    base.defaultTextStyle,
    sectionsXml(presentation.sections, FIRST_SLIDE_ID),
  )}`
  return {
    path: MAIN,
    contentType: officeType('presentationml.presentation.main+xml'),
    content,
    relationships,
  }
}

function fontsXml(fonts: readonly EmbeddedFont[], idOf: (path: string) => string): string {
  if (fonts.length === 0) return ''
  return element(
    'p:embeddedFontLst',
    {},
    ...fonts.map(({ font, faces }) =>
      element(
        'p:embeddedFont',
        {},
        element('p:font', font),
        ...faces.map(([face, part]) => element(`p:${face}`, { 'r:id': idOf(part) })),
      ),
    ),
  )
}
