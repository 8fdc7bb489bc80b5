/**
 * Everything the audit checks, each clause in its standard's own numbering. Sources: the Matterhorn Protocol 1.1
 * (PDF Association) for PDF/UA-1, its failure conditions marked “machine”; ISO 19005-2 (PDF/A-2, level A) with the
 * readings of the veraPDF validation profiles `PDFUA-1`, `PDFA-2A` and `PDFA-3A`; ISO 32000-1 for what no reader
 * can do without. Part 3 of ISO 19005 has the numbers of part 2 and differs in 6.8 alone.
 */
export const CLAUSES = {
  'ISO 32000-1, 7.3.10': 'Every object of the cross-reference table stands where the table says',
  'ISO 32000-1, 7.4': 'Every stream that is needed can be decoded',
  'ISO 32000-1, 7.5': 'The file has a cross-reference table, a trailer and a document catalog',
  'ISO 32000-1, 7.7.3': 'The document has pages',
  'ISO 32000-1, 7.8.2': 'Content streams are made of objects and operators',
  'ISO 32000-1, 9.3': 'Text is shown in a font',
  'ISO 32000-1, 9.4': 'Text objects are opened, closed and not nested',
  'ISO 32000-1, 9.6.3': 'Embedded TrueType programs are whole',
  'ISO 32000-1, 14.6': 'Marked-content sequences are closed, and nest properly with text objects',
  'ISO 32000-1, 14.7': 'The structure tree is a tree, and names each marked-content sequence once',
  'ISO 32000-1, 14.7.4.4': 'The parent tree leads from content to the element that holds it',
  'ISO 32000-1, 14.11.2': 'Trim, bleed and art box lie inside the media box',
  'Lectern, not judged': 'Nothing is in the file that this audit cannot look into',

  'Matterhorn 01-003': 'Content marked as Artifact is present inside tagged content',
  'Matterhorn 01-004': 'Tagged content is present inside content marked as Artifact',
  'Matterhorn 01-005': 'Content is neither marked as Artifact nor tagged as real content',
  'Matterhorn 01-007': 'Suspects entry has a value of true',
  'Matterhorn 02-001': 'A non-standard tag’s mapping does not end at a standard type',
  'Matterhorn 02-003': 'A circular mapping exists',
  'Matterhorn 02-004': 'A standard type is remapped',
  'Matterhorn 06-001': 'The document has no XMP metadata stream',
  'Matterhorn 06-002': 'The XMP metadata has no PDF/UA identifier',
  'Matterhorn 06-003': 'The XMP metadata has no dc:title',
  'Matterhorn 07-001': 'The viewer preferences have no DisplayDocTitle',
  'Matterhorn 07-002': 'DisplayDocTitle is false',
  'Matterhorn 09-004': 'A table element is used against ISO 32000-1, Table 337',
  'Matterhorn 09-005': 'A list element is used against ISO 32000-1, Table 336',
  'Matterhorn 09-006': 'A table-of-contents element is used against ISO 32000-1, Table 333',
  'Matterhorn 09-007': 'A Ruby element is used against ISO 32000-1, Table 338',
  'Matterhorn 09-008': 'A Warichu element is used against ISO 32000-1, Table 338',
  'Matterhorn 10-001': 'A character code cannot be mapped to Unicode',
  'Matterhorn 11-001': 'The language of text in page content cannot be determined',
  'Matterhorn 11-002': 'The language of Alt, ActualText or E cannot be determined',
  'Matterhorn 11-003': 'The language of outline entries cannot be determined',
  'Matterhorn 11-004': 'The language of an annotation’s Contents cannot be determined',
  'Matterhorn 11-005': 'The language of a form field’s TU cannot be determined',
  'Matterhorn 11-006': 'The language of the document metadata cannot be determined',
  // A person's question in the protocol; this much of it a machine can answer.
  'Matterhorn 11-007': 'Devanagari text stands in a language that is not written in it',
  'Matterhorn 13-004': 'A Figure has no alternative or replacement text',
  'Matterhorn 14-002': 'The first numbered heading is not H1',
  'Matterhorn 14-003': 'Numbered heading levels are skipped on the way down',
  'Matterhorn 14-006': 'A node contains more than one H',
  'Matterhorn 14-007': 'The document uses both H and H1–H6',
  'Matterhorn 15-003': 'A TH has no Scope in a table without Headers',
  'Matterhorn 17-002': 'A Formula has no Alt',
  'Matterhorn 17-003': 'Text of a Formula cannot be mapped to Unicode',
  'Matterhorn 19-003': 'A Note has no ID',
  'Matterhorn 19-004': 'The ID of a Note is not unique',
  'Matterhorn 20-001': 'A configuration of optional content in Configs has no Name',
  'Matterhorn 20-002': 'The default configuration of optional content has no Name',
  'Matterhorn 20-003': 'A configuration of optional content has an AS entry',
  'Matterhorn 21-001': 'The file specification of an embedded file has no F and UF',
  'Matterhorn 25-001': 'A dynamic XFA form is present',
  'Matterhorn 26-001': 'The file is encrypted without a P entry',
  'Matterhorn 26-002': 'The file is encrypted and shuts assistive technology out',
  'Matterhorn 28-002': 'An annotation is not a direct child of an Annot element',
  'Matterhorn 28-004': 'An annotation has neither Contents nor an Alt in its element',
  'Matterhorn 28-005': 'A form field has neither TU nor an Alt in its element',
  'Matterhorn 28-006': 'An annotation of an undefined subtype does not meet 7.18.1',
  'Matterhorn 28-007': 'A TrapNet annotation is present',
  'Matterhorn 28-008': 'A page with annotations has no Tabs entry',
  'Matterhorn 28-009': 'A page with annotations has a Tabs entry other than S',
  'Matterhorn 28-010': 'A widget is not nested within a Form element',
  'Matterhorn 28-011': 'A link annotation is not nested within a Link element',
  'Matterhorn 28-012': 'A link annotation has no description in Contents',
  'Matterhorn 28-014': 'A media clip has no CT entry',
  'Matterhorn 28-015': 'A media clip has no Alt entry',
  'Matterhorn 28-016': 'A file attachment annotation has no F and UF',
  'Matterhorn 28-017': 'A PrinterMark annotation is in the structure tree',
  'Matterhorn 28-018': 'The appearance of a PrinterMark annotation is not marked as Artifact',
  'Matterhorn 30-001': 'A reference XObject is present',
  'Matterhorn 30-002': 'A form XObject with MCIDs is drawn more than once',
  'Matterhorn 31-001': 'Registry of the CIDFont and of its CMap differ',
  'Matterhorn 31-002': 'Ordering of the CIDFont and of its CMap differ',
  'Matterhorn 31-003': 'Supplement of the CIDFont is below that of its CMap',
  'Matterhorn 31-004': 'CIDToGIDMap of a Type 2 CIDFont is neither a stream nor Identity',
  'Matterhorn 31-005': 'A Type 2 CIDFont has no CIDToGIDMap',
  'Matterhorn 31-006': 'A CMap is neither predefined nor embedded',
  'Matterhorn 31-007': 'WMode of a CMap stream and of its dictionary differ',
  'Matterhorn 31-008': 'A CMap uses another that is not predefined',
  'Matterhorn 31-009': 'A font used for rendering is not embedded',
  'Matterhorn 31-011': 'An embedded font has not all glyphs that are shown',
  'Matterhorn 31-014': 'A glyph of the program is not in the CIDSet',
  'Matterhorn 31-015': 'A glyph of the CIDSet is not in the program',
  'Matterhorn 31-016': 'Widths of the dictionary and of the program differ by more than 1/1000',
  'Matterhorn 31-017': 'A non-symbolic TrueType program has no non-symbolic cmap',
  'Matterhorn 31-018': 'A shown glyph cannot be looked up by a non-symbolic cmap',
  'Matterhorn 31-019': 'A non-symbolic TrueType font has no Encoding',
  'Matterhorn 31-020': 'The Encoding of a non-symbolic TrueType font has no BaseEncoding',
  'Matterhorn 31-021':
    'The encoding of a non-symbolic TrueType font is neither MacRoman nor WinAnsi',
  'Matterhorn 31-023': 'Differences are present, but the program has no (3,1) cmap',
  'Matterhorn 31-024': 'A symbolic TrueType font has an Encoding',
  'Matterhorn 31-025': 'A symbolic TrueType program has no cmap',
  'Matterhorn 31-026': 'A symbolic TrueType program has several cmaps and none is (3,0)',
  'Matterhorn 31-027': 'A font has no ToUnicode and no encoding that would replace it',
  'Matterhorn 31-028': 'ToUnicode gives the value zero',
  'Matterhorn 31-029': 'ToUnicode gives U+FEFF or U+FFFE',
  'Matterhorn 31-030': 'Text refers to the .notdef glyph',

  'ISO 14289-1, 7.2': 'All rows of a table have the same number of columns',

  'ISO 19005-1, 6.7.3': 'The Info dictionary and the XMP metadata say the same',
  'ISO 19005-2, 6.1.2': 'The header is %PDF-1.n, followed by a comment of four bytes above 127',
  'ISO 19005-2, 6.1.3': 'The trailer has an ID, no Encrypt, and nothing follows %%EOF',
  'ISO 19005-2, 6.1.4': '`xref` and its subsections are separated by one end of line',
  'ISO 19005-2, 6.1.6': 'Hexadecimal strings have an even number of hexadecimal digits',
  'ISO 19005-2, 6.1.7.1':
    'Streams have their right Length, lines of their own, and no external data',
  'ISO 19005-2, 6.1.7.2': 'Filters are standard, and not LZW',
  'ISO 19005-2, 6.1.8': 'Names of fonts, colourants and structure types are UTF-8',
  'ISO 19005-2, 6.1.9': 'Indirect objects are spaced as the standard says',
  'ISO 19005-2, 6.1.10': 'Filters of inline images are standard, and not LZW',
  'ISO 19005-2, 6.1.12': 'Permissions hold nothing but UR3 and DocMDP',
  'ISO 19005-2, 6.1.13':
    'Numbers, strings, names, nesting, colourants and page sizes stay in the limits',
  'ISO 19005-2, 6.2.2': 'Content streams use known operators and resources of their own',
  'ISO 19005-2, 6.2.3': 'Output intents have a valid ICC profile, the same in all',
  'ISO 19005-2, 6.2.4.2':
    'ICC-based colour spaces have a valid profile, CMYK ones no overprint mode 1',
  'ISO 19005-2, 6.2.4.3': 'Device colours agree with the output intent',
  'ISO 19005-2, 6.2.4.4': 'Colourants of DeviceN spaces are described',
  'ISO 19005-2, 6.2.5': 'Graphics states have no transfer function and no unusual halftone',
  'ISO 19005-2, 6.2.6': 'Rendering intents are the four of ISO 32000-1',
  'ISO 19005-2, 6.2.8': 'Images have no Alternates, no OPI, no interpolation',
  'ISO 19005-2, 6.2.9': 'Form XObjects hold no PostScript, no OPI, no reference',
  'ISO 19005-2, 6.2.10':
    'Blend modes are those of ISO 32000-1, and transparency has a colour space',
  'ISO 19005-2, 6.2.11.2': 'Font dictionaries are complete',
  'ISO 19005-2, 6.2.11.3.1': 'CIDSystemInfo of CIDFont and CMap agree',
  'ISO 19005-2, 6.2.11.3.2': 'Type 2 CIDFonts have a CIDToGIDMap',
  'ISO 19005-2, 6.2.11.3.3': 'CMaps are predefined or embedded, with one WMode',
  'ISO 19005-2, 6.2.11.4.1': 'Fonts are embedded, with every glyph that is shown',
  'ISO 19005-2, 6.2.11.4.2': 'A CIDSet lists the glyphs of its program',
  'ISO 19005-2, 6.2.11.5': 'Widths of dictionary and program agree',
  'ISO 19005-2, 6.2.11.6': 'TrueType fonts have an encoding and cmap that go together',
  'ISO 19005-2, 6.2.11.7.2': 'Every code shown is mapped to a valid Unicode value',
  'ISO 19005-2, 6.2.11.7.3': 'Text of the private use area has an ActualText',
  'ISO 19005-2, 6.2.11.8': 'No text refers to the .notdef glyph',
  'ISO 19005-2, 6.3.1': 'Annotations are of a permitted type',
  'ISO 19005-2, 6.3.2': 'Annotations are printed and not hidden',
  'ISO 19005-2, 6.3.3': 'Annotations have an appearance stream',
  'ISO 19005-2, 6.4.1': 'Form fields have no actions, and need no appearances made',
  'ISO 19005-2, 6.4.2': 'There is no XFA form',
  'ISO 19005-2, 6.5.1': 'Actions are of a permitted type',
  'ISO 19005-2, 6.5.2': 'Neither catalog nor pages have additional actions',
  'ISO 19005-2, 6.6.2.1': 'The catalog has metadata in well-formed XMP',
  'ISO 19005-2, 6.6.2.3.1': 'Metadata properties belong to a known schema and have its types',
  'ISO 19005-2, 6.6.2.3.3': 'Extension schemas are described completely',
  'ISO 19005-2, 6.6.4': 'The metadata identify part 2 or 3 and level A',
  'ISO 19005-2, 6.7.2.2': 'The catalog says that the file is marked',
  'ISO 19005-2, 6.7.3.3': 'A structure tree is there, made of structure elements',
  'ISO 19005-2, 6.7.3.4': 'Structure types are standard or mapped to standard ones',
  'ISO 19005-2, 6.7.4': 'Languages are language tags',
  'ISO 19005-2, 6.8': 'Embedded files (part 2) are PDF/A themselves, with F and UF',
  'ISO 19005-3, 6.8': 'Embedded files (part 3) have type, F, UF, relationship and an AF entry',
  'ISO 19005-2, 6.9': 'Configurations of optional content have unique names, whole orders, no AS',
  'ISO 19005-2, 6.10': 'There are no alternate presentations',
  'ISO 19005-2, 6.11': 'The catalog has no Requirements',
} as const satisfies Readonly<Record<string, string>>

export type ClauseId = keyof typeof CLAUSES

export type Clause = {
  readonly id: ClauseId
  /** For the Matterhorn Protocol the failure condition, else the requirement. */
  readonly title: string
  readonly standard: string
}

export const CLAUSE_ORDER = Object.keys(CLAUSES) as readonly ClauseId[]

export function listClauses(): readonly Clause[] {
  return CLAUSE_ORDER.map((id) => ({ id, title: CLAUSES[id], standard: standardOf(id) }))
}

function standardOf(id: ClauseId): string {
  if (id.startsWith('Matterhorn')) return 'Matterhorn Protocol 1.1'
  return id.split(',')[0] ?? id
}
