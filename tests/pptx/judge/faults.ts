/**
 * One file each of what makes PowerPoint repair or refuse a presentation, or a reader lose something; from the standard,
 * and from what authors of generators report (PptxGenJS issues 1380, 1440–1444, 1449; python-pptx 132, 396; PPTX.jl 63).
 */
import { partWith, replaceIn } from './edit-file.ts'

export type Break = (parts: Map<string, string>) => void

type Fault = { readonly rule: string; readonly breakIt: Break }

const TYPES = '[Content_Types].xml'
const MAIN = 'ppt/presentation.xml'
const CHART = /^ppt\/charts\/chart\d+\.xml$/
const SLIDE = 'ppt/slides/slide2.xml'
const SLIDE_LINKS = 'ppt/slides/_rels/slide2.xml.rels'

function fault(rule: string, path: string, from: string | RegExp, to: string): Fault {
  return { rule, breakIt: (parts) => replaceIn(parts, path, from, to) }
}

function inSome(rule: string, path: RegExp, from: string, to: string): Fault {
  return { rule, breakIt: (parts) => replaceIn(parts, partWith(parts, path, from), from, to) }
}

const HYPERLINK =
  '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="ADDRESS"/></Relationships>'

/** A link of the first run of the second slide to this address. */
function linkTo(address: string): Fault {
  return {
    rule: 'address',
    breakIt: (parts) => {
      replaceIn(
        parts,
        SLIDE_LINKS,
        '</Relationships>',
        HYPERLINK.replace('ADDRESS', () => address),
      )
      replaceIn(parts, SLIDE, /<a:rPr([^>]*)\/>/, '<a:rPr$1><a:hlinkClick r:id="rId99"/></a:rPr>')
    },
  }
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'a part that breaks off': fault('well-formed', SLIDE, '</p:sld>', ''),
  'an undeclared prefix': fault('well-formed', SLIDE, '<a:t>', '<a:t zz:x="1">'),
  'a control character': fault('well-formed', SLIDE, '<a:t>', '<a:t>\u0001'),
  'a document type': fault('well-formed', SLIDE, '<p:sld ', '<!DOCTYPE p><p:sld '),
  'a type for a part that is not there': fault(
    'type-of-nothing',
    TYPES,
    '</Types>',
    '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="a/b+xml"/></Types>',
  ),
  'a part without a type': fault('no-content-type', TYPES, /<Override[^>]*slide2\.xml[^>]*>/, ''),
  'a part that nothing leads to': {
    rule: 'orphan',
    breakIt: (parts) => {
      parts.set('ppt/slides/slide99.xml', parts.get(SLIDE) ?? '')
    },
  },
  'relationships of nothing': {
    rule: 'relationships-of-nothing',
    breakIt: (parts) => {
      parts.set('ppt/slides/_rels/slide99.xml.rels', parts.get(SLIDE_LINKS) ?? '')
    },
  },
  'a name with a space': {
    rule: 'part-name',
    breakIt: (parts) => {
      parts.set('ppt/media/a b.png', 'x')
    },
  },
  'a name twice but for its case': {
    rule: 'duplicate-name',
    breakIt: (parts) => {
      parts.set('ppt/slides/SLIDE2.xml', 'x')
    },
  },
  'a relationship to a part that is not there': fault(
    'dangling',
    SLIDE_LINKS,
    /slideLayout\d/,
    'l',
  ),
  'an absolute target': fault('target', SLIDE_LINKS, '../slideLayouts', '/ppt/slideLayouts'),
  'two relationships of one id': fault(
    'relationship-id',
    SLIDE_LINKS,
    /<Relationship .*?\/>/,
    '$&$&',
  ),
  'a relationship that leads to a part of another kind': fault(
    'relationship-type',
    SLIDE_LINKS,
    /slideLayouts\/slideLayout\d/,
    'slides/slide3',
  ),
  'an id that has no relationship': fault('dangling', MAIN, /r:id="rId2"/, 'r:id="rId999"'),
  'a relationship that nobody uses': fault(
    'unused-relationship',
    SLIDE_LINKS,
    '</Relationships>',
    HYPERLINK.replace('ADDRESS', 'https://example.org/'),
  ),
  'a picture from the network': fault(
    'fetches',
    SLIDE_LINKS,
    '</Relationships>',
    HYPERLINK.replace('hyperlink', 'image').replace('ADDRESS', 'https://example.org/a.png'),
  ),
  'a script in a link': linkTo('javascript:alert(1)'),
  'a file in a link': linkTo('file:///etc/passwd'),
  'a UNC path in a link': linkTo('\\\\server\\share'),
  'an address with a space': linkTo('https://example.org/a b'),
  'an address of no host': linkTo('https://'),
  'an address with half an escape': linkTo('https://example.org/%4'),
  'an address with letters outside ASCII': linkTo('https://example.org/\u00c3\u00a9'),
  'an address of 2,100 letters': linkTo(`https://example.org/${'a'.repeat(2100)}`),
  'a link to a slide without its action': {
    rule: 'link',
    breakIt: (parts) => {
      const relationship =
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slide3.xml"/></Relationships>'
      replaceIn(parts, SLIDE_LINKS, '</Relationships>', relationship)
      replaceIn(parts, SLIDE, /<a:rPr([^>]*)\/>/, '<a:rPr$1><a:hlinkClick r:id="rId99"/></a:rPr>')
    },
  },
  'a slide of an id below 256': fault('id', MAIN, '<p:sldId id="256"', '<p:sldId id="255"'),
  'two slides of one id': fault('id', MAIN, '<p:sldId id="257"', '<p:sldId id="256"'),
  'a layout with the id of its master': fault(
    'id',
    'ppt/slideMasters/slideMaster1.xml',
    /<p:sldLayoutId id="\d+"/,
    '<p:sldLayoutId id="2147483648"',
  ),
  'two shapes of one id': fault('id', SLIDE, /<p:cNvPr id="3"/, '<p:cNvPr id="2"'),
  'a shape without a name': fault('shape-name', SLIDE, /(<p:cNvPr id="2" name=")[^"]*/, '$1'),
  'a slide size of nothing': fault('slide-size', MAIN, /(<p:sldSz cx=")\d+/, '$10'),
  'a layout that its master does not list': fault(
    'master',
    'ppt/slideMasters/slideMaster1.xml',
    /<p:sldLayoutId .*?\/>/,
    '',
  ),
  'two layouts of one name': fault(
    'layout-name',
    'ppt/slideLayouts/slideLayout1.xml',
    /(<p:cSld name=")[^"]*/,
    '$1Title Only',
  ),
  'a theme that two masters share': fault(
    'theme',
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    'theme2.xml',
    'theme1.xml',
  ),
  'a slide in two sections': fault('sections', MAIN, /<p14:sldId id="\d+"\/>/, '$&$&'),
  'a slide in no section': fault('sections', MAIN, /<p14:sldId id="\d+"\/>/, ''),
  'two sections of one id': fault(
    'sections',
    MAIN,
    /(<p14:section [^>]*id=")([^"]*)("[\s\S]*?<p14:section [^>]*id=")[^"]*/,
    '$1$2$3$2',
  ),
  'a GUID in small letters': fault('guid', MAIN, '521415D9', '521415d9'),
  'a placeholder that the layout has not': fault('placeholder', SLIDE, /<p:ph /, '<p:ph idx="77" '),
  'a placeholder that shows its prompt': fault(
    'empty-placeholder',
    SLIDE,
    /<p:txBody>[\s\S]*?<\/p:txBody>/,
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>',
  ),
  'notes that do not lead back': fault(
    'notes',
    'ppt/notesSlides/_rels/notesSlide2.xml.rels',
    'slides/slide2.xml',
    'slides/slide3.xml',
  ),
  'notes that say nothing': fault(
    'notes',
    'ppt/notesSlides/notesSlide2.xml',
    /<a:t>[^<]*<\/a:t>/g,
    '<a:t></a:t>',
  ),
  'a run in no language': fault('lang', SLIDE, / lang="en-IN"/, ''),
  'Devanagari said to be English': inSome(
    'lang',
    /slides\/slide/,
    '<a:t>',
    '<a:t>\u00e0\u00a4\u0085',
  ),
  'a line break inside a run': fault('line-in-run', SLIDE, '<a:t>', '<a:t>one\ntwo '),
  'a shape that leaves the slide': inSome(
    'off-slide',
    /slides\/slide/,
    '<p:spPr><a:xfrm><a:off x="',
    '<p:spPr><a:xfrm><a:off x="9',
  ),
  'a shape of negative width': {
    rule: 'place',
    breakIt: (parts) => {
      const path = partWith(parts, /slides\/slide/, '<p:spPr><a:xfrm>')
      replaceIn(parts, path, /(<p:spPr><a:xfrm>.*?<a:ext cx=")/, '$1-')
    },
  },
  'a date that is none': fault('properties', 'docProps/core.xml', 'dcterms:W3CDTF', 'xsd:date'),
  'a property twice': fault('properties', 'docProps/core.xml', /<dc:title>.*?<\/dc:title>/, '$&$&'),
  'a count of slides that is wrong': fault(
    'properties',
    'docProps/app.xml',
    '<Slides>',
    '<Slides>9',
  ),
  'a table with a cell too few': inSome('table', /slides\/slide/, '<a:tc>', '<a:tc/><a:tc>'),
  'axes that the bars do not name': inSome('chart-axes', CHART, '<c:axId val="', '<c:axId val="9'),
  'two series of one number': fault(
    'chart-series',
    'ppt/charts/chart1.xml',
    /<c:ser>.*<\/c:ser>/,
    '$&$&',
  ),
  'a figure that is no number': {
    rule: 'chart-series',
    breakIt: (parts) =>
      replaceIn(parts, partWith(parts, CHART, '<c:numCache>'), /(<c:numCache>.*?<c:v>)/, '$1x'),
  },
  'a figure that its sheet has not': {
    rule: 'workbook',
    breakIt: (parts) =>
      replaceIn(parts, partWith(parts, CHART, '<c:numCache>'), /(<c:numCache>.*?<c:v>)/, '$19'),
  },
  'a chart without its sheet': inSome('workbook', CHART, 'c:externalData', 'c:otherData'),
  'a sheet that is broken': {
    rule: 'workbook',
    breakIt: (parts) => {
      const path = partWith(parts, /\.xlsx$/, '')
      parts.set(path, 'PK\u0003\u0004')
    },
  },
  'a chart that says nothing': {
    rule: 'no-alt',
    breakIt: (parts) => {
      const path = partWith(parts, /slides\/slide/, '<c:chart ')
      replaceIn(parts, path, /(<p:nvGraphicFramePr><p:cNvPr[^>]*?) descr="[^"]*"/, '$1')
    },
  },
}
