/** Small parts that say how a program shows and opens the file: ECMA-376 Part 1 §13.3.7, §13.3.13. */

import { officeType, type Part } from './package.ts'
import { element, NAMESPACES, XML_HEAD } from './xml.ts'

/** Shown by a speaker, at clicks; the pen writes in the colour to notice. */
const PRESENTATION_PROPERTIES = `${XML_HEAD}${element(
  'p:presentationPr',
  NAMESPACES,
  '<p:showPr showNarration="1" useTimings="0"><p:present/><p:sldAll/><p:penClr><a:schemeClr val="accent2"/></p:penClr></p:showPr>',
)}`

/** Slides at the left, notes below: shares of the window in thousandths of a percent. */
const VIEW_PROPERTIES = `${XML_HEAD}${element(
  'p:viewPr',
  NAMESPACES,
  '<p:normalViewPr horzBarState="maximized"><p:restoredLeft sz="16000" autoAdjust="0"/><p:restoredTop sz="78000"/></p:normalViewPr>',
  '<p:slideViewPr><p:cSldViewPr snapToGrid="0"><p:cViewPr varScale="1"><p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:cSldViewPr></p:slideViewPr>',
  '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr>',
  '<p:gridSpacing cx="76200" cy="76200"/>',
)}`

export const PROGRAM_PARTS: readonly Part[] = [
  {
    path: 'ppt/presProps.xml',
    contentType: officeType('presentationml.presProps+xml'),
    content: PRESENTATION_PROPERTIES,
    isCommon: true,
  },
  {
    path: 'ppt/viewProps.xml',
    contentType: officeType('presentationml.viewProps+xml'),
    content: VIEW_PROPERTIES,
    isCommon: true,
  },
]
