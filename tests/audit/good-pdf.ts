/** A small PDF/UA-1 and PDF/A-2a file with something of everything in it, written out by hand. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Draft } from './draft.ts'
import { put } from './draft.ts'
import { GLYPH_COUNT, glyphOf, LETTERS, tinyFont, widthOf } from './tiny-font.ts'

const pdfkit = createRequire(import.meta.url).resolve('pdfkit')
const srgb = readFileSync(join(dirname(pdfkit), 'data/sRGB_IEC61966_2_1.icc'))

/** Two-byte codes of the Type 0 font: the glyphs themselves. */
export function hex(text: string): string {
  const codes = [...text].map((letter) => glyphOf(letter).toString(16).padStart(4, '0'))
  return `<${codes.join('')}>`
}

function show(text: string, font = 'F1'): string {
  const string = font === 'F1' || font === 'F4' ? hex(text) : `(${text})`
  return `BT /${font} 10 Tf 50 700 Td ${string} Tj ET`
}

const CONTENT = `/Artifact <</Type /Layout>> BDC
q /GS gs 0.9 g 0 0 595 20 re f Q /Form Do
EMC
/H1 <</MCID 0>> BDC ${show('A heading')} EMC
/P <</MCID 1>> BDC ${show('Text with a')} EMC
/Link <</MCID 2>> BDC 0 0 1 rg ${show('link')} EMC
/Lbl <</MCID 3>> BDC ${show('-')} EMC
/LBody <</MCID 4>> BDC ${show('item')} EMC
/TH <</MCID 5>> BDC ${show('Head')} EMC
/TH <</MCID 6>> BDC ${show('Foot')} EMC
/TD <</MCID 7>> BDC ${show('1')} EMC
/TD <</MCID 8>> BDC ${show('2')} EMC
/Figure <</MCID 9>> BDC q 10 0 0 10 50 50 cm /Image Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC
/Formula <</MCID 10>> BDC ${show('E')} EMC
/Note <</MCID 11>> BDC ${show('note')} EMC
/H2 <</MCID 12>> BDC ${show('Below')} EMC
/P <</MCID 13>> BDC ${show('contents')} EMC
/P <</MCID 14>> BDC ${show('Plain', 'F2')} ${show('Symbol', 'F3')} ${show('Mapped', 'F4')} EMC
/RB <</MCID 15>> BDC ${show('base')} EMC
/RT <</MCID 16>> BDC ${show('above')} EMC
/WP <</MCID 17>> BDC ${show('.')} EMC
/WT <</MCID 18>> BDC ${show('aside')} EMC
/WP <</MCID 19>> BDC ${show('.')} EMC
/Span <</MCID 20 /ActualText (Spoken) /Lang (en)>> BDC ${show('Spelt')} EMC
`

/** Elements by name: type, parent, MCIDs or kids, further entries. */
const ELEMENTS: readonly (readonly [string, string, string, string, string])[] = [
  [
    'doc',
    'Document',
    'root',
    '{h1} {p} {list} {table} {figure} {formula} {note} {note2} {h2} {toc} {p2} {ruby} {warichu} {span} {annot} {form}',
    '',
  ],
  ['h1', 'H1', 'doc', '0', ''],
  ['p', 'P', 'doc', '1 {link}', ''],
  ['link', 'Link', 'p', '2 << /Type /OBJR /Obj {linkAnnot} /Pg {page} >>', ''],
  ['list', 'L', 'doc', '{item}', ''],
  ['item', 'LI', 'list', '{label} {body}', ''],
  ['label', 'Lbl', 'item', '3', ''],
  ['body', 'LBody', 'item', '4', ''],
  ['table', 'Table', 'doc', '{thead} {tbody}', ''],
  ['thead', 'THead', 'table', '{row1}', ''],
  ['row1', 'TR', 'thead', '{th1} {th2}', ''],
  ['th1', 'TH', 'row1', '5', '/A << /O /Table /Scope /Column >>'],
  ['th2', 'TH', 'row1', '6', '/A << /O /Table /Scope /Column >>'],
  ['tbody', 'TBody', 'table', '{row2}', ''],
  ['row2', 'TR', 'tbody', '{td1} {td2}', ''],
  ['td1', 'TD', 'row2', '7', ''],
  ['td2', 'TD', 'row2', '8', ''],
  ['figure', 'Picture', 'doc', '9', '/Alt (A red square)'],
  ['formula', 'Formula', 'doc', '10', '/Alt (Energy)'],
  ['note', 'Note', 'doc', '11', '/ID (note-1)'],
  ['note2', 'Note', 'doc', '', '/ID (note-2)'],
  ['h2', 'H2', 'doc', '12', ''],
  ['toc', 'TOC', 'doc', '{toci}', ''],
  ['toci', 'TOCI', 'toc', '{tocp}', ''],
  ['tocp', 'P', 'toci', '13', ''],
  ['p2', 'P', 'doc', '14', ''],
  ['ruby', 'Ruby', 'doc', '{rb} {rt}', ''],
  ['rb', 'RB', 'ruby', '15', ''],
  ['rt', 'RT', 'ruby', '16', ''],
  ['warichu', 'Warichu', 'doc', '{wp1} {wt} {wp2}', ''],
  ['wp1', 'WP', 'warichu', '17', ''],
  ['wt', 'WT', 'warichu', '18', ''],
  ['wp2', 'WP', 'warichu', '19', ''],
  ['span', 'Span', 'doc', '20', ''],
  ['annot', 'Annot', 'doc', '<< /Type /OBJR /Obj {square} /Pg {page} >>', ''],
  ['form', 'Form', 'doc', '<< /Type /OBJR /Obj {widget} /Pg {page} >>', ''],
]

/** Element of each MCID, for the parent tree. */
const PARENTS = Array.from({ length: 21 }, (_, mcid) => {
  const element = ELEMENTS.find(([, , , kids]) => kids.split(' ')[0] === String(mcid))
  return `{${element?.[0]}}`
}).join(' ')

export const XMP = `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Good &amp; small</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Nobody</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>
<pdf:Producer>Hand</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

const FIRST = LETTERS.charCodeAt(0)
const ASCII_WIDTHS = Array.from({ length: 95 }, (_, i) => {
  const letter = String.fromCharCode(FIRST + i)
  return LETTERS.includes(letter) ? widthOf(letter) : 0
}).join(' ')

const METRICS =
  '/FontBBox [-600 -300 2000 1100] /ItalicAngle 0 /Ascent 1069 /Descent -293 /CapHeight 714 /StemV 80'

export function goodDraft(): Draft {
  const draft: Draft = {
    header: '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n',
    objects: new Map(),
    trailer: '/Root {catalog} /Info {info} /ID [<00112233> <00112233>]',
    tail: '\n',
    finish: (bytes) => bytes,
  }
  putDocument(draft)
  putPage(draft)
  putFonts(draft)
  putTree(draft)
  return draft
}

function putDocument(draft: Draft): void {
  put(
    draft,
    'catalog',
    `<< /Type /Catalog /Pages {pages} /Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot {root}
/ViewerPreferences << /DisplayDocTitle true >> /Metadata {metadata} /OutputIntents [{intent}] /Outlines {outlines}
/OCProperties << /OCGs [{group}] /D << /Name (Layers) /Order [{group}] >> /Configs [<< /Name (Other) >>] >>
/AcroForm << /Fields [{widget}] >> /Names << >> >>`,
  )
  put(
    draft,
    'info',
    '<< /Title (Good & small) /Author (Nobody) /Producer (Hand) /CreationDate (D:20260102030405Z) >>',
  )
  put(draft, 'metadata', '<< /Type /Metadata /Subtype /XML >>', XMP)
  put(
    draft,
    'intent',
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile {profile} >>',
  )
  put(draft, 'profile', '<< /N 3 >>', srgb)
  put(draft, 'outlines', '<< /Type /Outlines /Count 0 >>')
  put(draft, 'group', '<< /Type /OCG /Name (Layer) >>')
}

function putPage(draft: Draft): void {
  put(draft, 'pages', '<< /Type /Pages /Kids [{page}] /Count 1 >>')
  put(
    draft,
    'page',
    `<< /Type /Page /Parent {pages} /MediaBox [0 0 595 842] /TrimBox [10 10 585 832] /Contents {content}
/Resources << /Font << /F1 {font} /F2 {plain} /F3 {symbol} /F4 {mapped} >> /XObject << /Image {image} /Form {drawing} >>
/ExtGState << /GS {state} >> >> /StructParents 0 /Tabs /S /Annots [{linkAnnot} {square} {widget}] >>`,
  )
  put(draft, 'content', '<< >>', CONTENT)
  put(
    draft,
    'image',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 >>',
    new Uint8Array([255, 0, 0]),
  )
  put(
    draft,
    'drawing',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << >> >>',
    '0 0 10 10 re f',
  )
  put(draft, 'state', '<< /Type /ExtGState /ca 1 >>')
  put(
    draft,
    'linkAnnot',
    '<< /Type /Annot /Subtype /Link /Rect [50 690 90 710] /F 4 /StructParent 1 /Contents (A link) /A {action} >>',
  )
  put(draft, 'action', '<< /S /URI /URI (https://example.org/) >>')
  put(
    draft,
    'square',
    '<< /Type /Annot /Subtype /Square /Rect [50 50 60 60] /F 4 /StructParent 2 /Contents (A square) /AP << /N {appearance} >> >>',
  )
  put(
    draft,
    'widget',
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /TU (Your name) /Rect [50 20 90 30] /F 4 /StructParent 3 /AP << /N {appearance} >> >>',
  )
  put(
    draft,
    'appearance',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << >> >>',
    '0 0 10 10 re S',
  )
}

function putFonts(draft: Draft): void {
  const widths = [...LETTERS].map(widthOf).join(' ')
  const pairs = [...LETTERS].map((letter) => `<${glyphHex(letter)}> <${codeHex(letter)}>`)
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
${pairs.length} beginbfchar\n${pairs.join('\n')}\nendbfchar\nendcmap end end`
  put(draft, 'unicode', '<< >>', toUnicode)
  put(draft, 'program', '<< >>', tinyFont())
  put(draft, 'cidset', '<< >>', cidSet())
  put(
    draft,
    'descriptor',
    `<< /Type /FontDescriptor /FontName /AAAAAA+Tiny /Flags 4 ${METRICS} /FontFile2 {program} /CIDSet {cidset} >>`,
  )
  put(
    draft,
    'cidfont',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Tiny /CIDToGIDMap /Identity
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} /W [1 [${widths}]] >>`,
  )
  put(
    draft,
    'font',
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Tiny /Encoding /Identity-H /DescendantFonts [{cidfont}] /ToUnicode {unicode} >>',
  )
  put(
    draft,
    'cmap',
    '<< /Type /CMap /CMapName /Own /WMode 0 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /WMode 0 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 begincidrange <0000> <ffff> 0 endcidrange endcmap end end`,
  )
  put(
    draft,
    'mapped',
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Tiny /Encoding {cmap} /DescendantFonts [{cidfont}] /ToUnicode {unicode} >>',
  )
  put(draft, 'plainProgram', '<< >>', tinyFont([{ platform: 3, encoding: 1, first: FIRST }]))
  put(
    draft,
    'plainDescriptor',
    `<< /Type /FontDescriptor /FontName /BBBBBB+Tiny /Flags 32 ${METRICS} /FontFile2 {plainProgram} >>`,
  )
  put(
    draft,
    'plain',
    `<< /Type /Font /Subtype /TrueType /BaseFont /BBBBBB+Tiny /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${ASCII_WIDTHS}] /FontDescriptor {plainDescriptor} >>`,
  )
  put(
    draft,
    'symbolProgram',
    '<< >>',
    tinyFont([{ platform: 3, encoding: 0, first: 0xf000 + FIRST }]),
  )
  put(
    draft,
    'symbolDescriptor',
    `<< /Type /FontDescriptor /FontName /CCCCCC+Tiny /Flags 4 ${METRICS} /FontFile2 {symbolProgram} >>`,
  )
  put(
    draft,
    'symbolUnicode',
    '<< >>',
    '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange',
  )
  put(
    draft,
    'symbol',
    `<< /Type /Font /Subtype /TrueType /BaseFont /CCCCCC+Tiny /FirstChar 32 /LastChar 126 /Widths [${ASCII_WIDTHS}] /FontDescriptor {symbolDescriptor} /ToUnicode {symbolUnicode} >>`,
  )
}

export function glyphHex(letter: string): string {
  return glyphOf(letter).toString(16).padStart(4, '0')
}

function codeHex(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0')
}

/** A bit for every glyph of the program. */
function cidSet(): Uint8Array {
  const bits = new Uint8Array(Math.ceil(GLYPH_COUNT / 8))
  for (let cid = 0; cid < GLYPH_COUNT; cid++)
    bits[cid >> 3] = (bits[cid >> 3] ?? 0) | (0x80 >> (cid & 7))
  return bits
}

function putTree(draft: Draft): void {
  put(
    draft,
    'root',
    '<< /Type /StructTreeRoot /K [{doc}] /ParentTree {parents} /ParentTreeNextKey 4 /RoleMap << /Picture /Figure >> >>',
  )
  put(draft, 'parents', `<< /Nums [0 [${PARENTS}] 1 {link} 2 {annot} 3 {form}] >>`)
  for (const [name, type, parent, kids, more] of ELEMENTS)
    put(
      draft,
      name,
      `<< /Type /StructElem /S /${type} /P {${parent}} /Pg {page} /K [${kids}] ${more} >>`,
    )
}

/** The same as PDF/A-3a, with a text file attached. */
export function goodDraft3(): Draft {
  const draft = goodDraft()
  put(
    draft,
    'metadata',
    '<< /Type /Metadata /Subtype /XML >>',
    XMP.replace('<pdfaid:part>2', '<pdfaid:part>3'),
  )
  put(
    draft,
    'attached',
    '<< /Type /EmbeddedFile /Subtype /text#2Fmarkdown /Params << /ModDate (D:20260102030405Z) /Size 5 >> >>',
    '# Hi\n',
  )
  put(
    draft,
    'specification',
    '<< /Type /Filespec /F (a.md) /UF (a.md) /AFRelationship /Source /EF << /F {attached} /UF {attached} >> >>',
  )
  const catalog = draft.objects.get('catalog')
  if (catalog !== undefined)
    put(
      draft,
      'catalog',
      catalog.body.replace(
        '/Names << >>',
        '/Names << /EmbeddedFiles << /Names [(a.md) {specification}] >> >> /AF [{specification}]',
      ),
    )
  return draft
}
