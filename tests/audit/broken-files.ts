/** For every clause of the audit, what breaks it in the good file, and which other clauses fall with it. */
import type { ClauseId } from '../../scripts/audit/clauses.ts'
import { BROKEN_GRAPHICS } from './broken-graphics.ts'
import { BROKEN_STRUCTURE } from './broken-structure.ts'
import { change, type Draft, extend, put } from './draft.ts'
import { tinyFont } from './tiny-font.ts'

export type Break = {
  readonly clause: ClauseId
  readonly how: string
  readonly edit: (draft: Draft) => void
  /** Clauses that the same fault breaks, too. */
  readonly also?: readonly ClauseId[]
  /** Breaks the PDF/A-3a file with its attachment. */
  readonly isPart3?: true
}

const FILE: readonly Break[] = [
  {
    clause: 'ISO 32000-1, 7.3.10',
    how: 'an object is cut off',
    edit: (draft) => put(draft, 'action', '<< /S /URI'),
  },
  {
    clause: 'ISO 32000-1, 7.3.10',
    how: 'an offset leads elsewhere',
    edit: (draft) => {
      draft.finish = (bytes) => {
        const table = bytes.lastIndexOf('xref\n0')
        const first = bytes.indexOf('00000 n', table) - 11
        bytes.copy(bytes, first + 60, first + 80, first + 90)
        return bytes
      }
    },
    // The object that is not found is the output intent.
    also: ['ISO 19005-2, 6.2.4.3'],
  },
  {
    clause: 'ISO 32000-1, 7.4',
    how: 'a stream says Flate and is none',
    edit: (draft) => extend(draft, 'image', '/Filter /FlateDecode'),
  },
  {
    clause: 'ISO 32000-1, 7.5',
    how: 'startxref is missing',
    edit: (draft) => {
      draft.finish = (bytes) =>
        Buffer.from(bytes.toString('latin1').replace('startxref', 'startxxxx'), 'latin1')
    },
  },
  {
    clause: 'ISO 32000-1, 7.7.3',
    how: 'the page has no size',
    edit: (draft) => change(draft, 'page', '/MediaBox [0 0 595 842]', ''),
  },
  {
    clause: 'ISO 32000-1, 14.11.2',
    how: 'the trim box leaves the media box',
    edit: (draft) => change(draft, 'page', '[10 10 585 832]', '[10 10 600 832]'),
  },
  {
    clause: 'Lectern, not judged',
    how: 'an image is JPEG 2000',
    edit: (draft) => extend(draft, 'image', '/Filter /JPXDecode'),
  },
  {
    clause: 'Lectern, not judged',
    how: 'a field is signed',
    edit: (draft) => put(draft, 'signature', '<< /Type /Sig /ByteRange [0 1 2 3] >>'),
  },
  {
    clause: 'ISO 19005-2, 6.1.2',
    how: 'the header has no binary comment',
    edit: (draft) => {
      draft.header = '%PDF-1.7\n%abcd\n'
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.2',
    how: 'the header says 2.0',
    edit: (draft) => {
      draft.header = draft.header.replace('1.7', '2.0')
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.3',
    how: 'there is no /ID',
    edit: (draft) => {
      draft.trailer = '/Root {catalog} /Info {info}'
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.3',
    how: 'something follows the end',
    edit: (draft) => {
      draft.tail = '\nmore\n'
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.3',
    how: 'the file is encrypted',
    edit: (draft) => {
      draft.trailer += ' /Encrypt << /Filter /Standard /P -1 >>'
    },
  },
  {
    clause: 'Matterhorn 26-001',
    how: 'the file is encrypted without permissions',
    edit: (draft) => {
      draft.trailer += ' /Encrypt << /Filter /Standard >>'
    },
    also: ['ISO 19005-2, 6.1.3'],
  },
  {
    clause: 'Matterhorn 26-002',
    how: 'the file is encrypted, extraction for accessibility is off',
    edit: (draft) => {
      draft.trailer += ' /Encrypt << /Filter /Standard /P -3904 >>'
    },
    also: ['ISO 19005-2, 6.1.3'],
  },
  {
    clause: 'ISO 19005-2, 6.1.4',
    how: 'a space follows xref',
    edit: (draft) => {
      draft.finish = (bytes) =>
        Buffer.from(bytes.toString('latin1').replace('\nxref\n0', '\nxref \n0'), 'latin1')
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.6',
    how: 'a hexadecimal string has an odd number of digits',
    edit: (draft) => change(draft, 'action', '(https://example.org/)', '<612>'),
  },
  {
    clause: 'ISO 19005-2, 6.1.7.1',
    how: '/Length is too small',
    edit: (draft) => extend(draft, 'drawing', '/Length 3'),
  },
  {
    clause: 'ISO 19005-2, 6.1.7.1',
    how: 'a stream has its data in another file',
    edit: (draft) => extend(draft, 'drawing', '/F (x)'),
  },
  {
    clause: 'ISO 19005-2, 6.1.7.2',
    how: 'a stream is packed with LZW',
    edit: (draft) => extend(draft, 'image', '/Filter /LZWDecode'),
    also: ['ISO 32000-1, 7.4'],
  },
  {
    clause: 'ISO 19005-2, 6.1.8',
    how: 'the name of a font is Latin-1',
    edit: (draft) => change(draft, 'plainDescriptor', 'BBBBBB+Tiny', 'BBBBBB+Tin#FF'),
  },
  {
    clause: 'ISO 19005-2, 6.1.9',
    how: 'a line ends before obj',
    edit: (draft) => {
      draft.finish = (bytes) => {
        const text = bytes.toString('latin1')
        return Buffer.from(text.replace('3 0 obj\n', '3 0\nobj '), 'latin1')
      }
    },
  },
  {
    clause: 'ISO 19005-2, 6.1.10',
    how: 'an inline image is packed with LZW',
    edit: (draft) => change(draft, 'content', '/CS /G ID', '/CS /G /F /LZW ID'),
  },
  {
    clause: 'ISO 19005-2, 6.1.12',
    how: 'permissions have an unknown key',
    edit: (draft) => extend(draft, 'catalog', '/Perms << /UR << >> >>'),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'an integer is out of range',
    edit: (draft) => extend(draft, 'group', '/X 2147483648'),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'a name is too long',
    edit: (draft) => extend(draft, 'group', `/X /${'n'.repeat(128)}`),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'a string is too long',
    edit: (draft) => extend(draft, 'group', `/X (${'n'.repeat(32768)})`),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'a number is too near to zero',
    edit: (draft) => extend(draft, 'group', `/X 0.${'0'.repeat(40)}1`),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'q is nested 29 deep',
    edit: (draft) => change(draft, 'drawing', '0 0 10 10 re f', 'q '.repeat(29) + 'Q '.repeat(29)),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'a page is two points wide',
    edit: (draft) => change(draft, 'page', '/TrimBox [10 10 585 832]', '/CropBox [0 0 2 842]'),
  },
]

const METADATA: readonly Break[] = [
  {
    clause: 'Matterhorn 06-001',
    how: 'the catalog has no metadata',
    edit: (draft) => change(draft, 'catalog', '/Metadata {metadata}', ''),
    also: ['ISO 19005-2, 6.6.2.1'],
  },
  {
    clause: 'Matterhorn 06-002',
    how: 'the identifier of PDF/UA is missing',
    edit: (draft) => change(draft, 'metadata', '<pdfuaid:part>1</pdfuaid:part>', ''),
  },
  {
    clause: 'Matterhorn 06-003',
    how: 'the title is empty',
    edit: (draft) => {
      change(draft, 'metadata', 'Good &amp; small', ' ')
      change(draft, 'info', '/Title (Good & small)', '')
    },
  },
  {
    clause: 'ISO 19005-2, 6.6.2.1',
    how: 'an ampersand is not escaped',
    edit: (draft) => change(draft, 'metadata', '&amp;', '&'),
  },
  {
    clause: 'ISO 19005-2, 6.6.2.1',
    how: 'the packet names its encoding',
    edit: (draft) => change(draft, 'metadata', 'id="W5M0', 'encoding="UTF-8" id="W5M0'),
  },
  {
    clause: 'ISO 19005-2, 6.6.2.1',
    how: 'the metadata of an image are no XML',
    edit: (draft) => put(draft, 'other', '<< /Type /Metadata /Subtype /XML >>', '<x>'),
  },
  {
    clause: 'ISO 19005-2, 6.6.2.3.1',
    how: 'a property is of no schema',
    edit: (draft) =>
      change(draft, 'metadata', '<pdf:Producer>', '<pdf:Trapped>False</pdf:Trapped><pdf:Producer>'),
  },
  {
    clause: 'ISO 19005-2, 6.6.2.3.1',
    how: 'the author is not a list',
    edit: (draft) =>
      change(draft, 'metadata', '<rdf:Seq><rdf:li>Nobody</rdf:li></rdf:Seq>', 'Nobody'),
  },
  {
    clause: 'ISO 19005-2, 6.6.2.3.3',
    how: 'a described property has no category',
    edit: (draft) =>
      change(draft, 'metadata', '<pdfaProperty:category>internal</pdfaProperty:category>', ''),
  },
  {
    clause: 'ISO 19005-2, 6.6.4',
    how: 'the level is B',
    edit: (draft) => change(draft, 'metadata', '>A</pdfaid', '>B</pdfaid'),
  },
  {
    clause: 'ISO 19005-2, 6.6.4',
    how: 'the part is 4',
    edit: (draft) => change(draft, 'metadata', '<pdfaid:part>2', '<pdfaid:part>4'),
  },
  {
    clause: 'ISO 19005-1, 6.7.3',
    how: 'the two titles differ',
    edit: (draft) => change(draft, 'info', '/Title (Good & small)', '/Title (Good)'),
  },
  {
    clause: 'ISO 19005-1, 6.7.3',
    how: 'the two dates differ',
    edit: (draft) => change(draft, 'info', '030405Z', '030406Z'),
  },
]

const FONTS: readonly Break[] = [
  {
    clause: 'ISO 32000-1, 9.6.3',
    how: 'the font program is cut off',
    edit: (draft) => put(draft, 'plainProgram', '<< >>', tinyFont().slice(0, 2000)),
  },
  {
    clause: 'Matterhorn 10-001',
    how: 'a letter is not in ToUnicode',
    edit: (draft) => change(draft, 'unicode', '<0002> <0041>\n', '<0002> <>\n'),
    also: ['ISO 19005-2, 6.2.11.7.2'],
  },
  {
    clause: 'ISO 19005-2, 6.2.11.7.2',
    how: 'a letter is mapped to zero',
    edit: (draft) => change(draft, 'unicode', '<0002> <0041>', '<0002> <0000>'),
    also: ['Matterhorn 31-028'],
  },
  {
    clause: 'ISO 19005-2, 6.2.11.7.3',
    how: 'a letter is mapped to the private use area',
    edit: (draft) => change(draft, 'unicode', '<0002> <0041>', '<0002> <E000>'),
  },
  {
    clause: 'Matterhorn 17-003',
    how: 'the letter of a formula has no Unicode value',
    edit: (draft) => change(draft, 'unicode', '<0006> <0045>\n', ''),
    also: ['Matterhorn 10-001', 'ISO 19005-2, 6.2.11.7.2'],
  },
  ...['Registry', 'Ordering', 'Supplement'].map((key, index): Break => {
    const values = { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: '0' }[key] ?? ''
    return {
      clause:
        (['Matterhorn 31-001', 'Matterhorn 31-002', 'Matterhorn 31-003'] as const)[index] ??
        'Matterhorn 31-001',
      how: `/${key} of the CMap is another`,
      edit: (draft) =>
        change(draft, 'cmap', `/${key} ${values}`, `/${key} ${key === 'Supplement' ? '5' : '(X)'}`),
      also: ['ISO 19005-2, 6.2.11.3.1'],
    }
  }),
  {
    clause: 'ISO 19005-2, 6.2.11.3.1',
    how: '/Registry of the CMap is another',
    edit: (draft) => change(draft, 'cmap', '/Registry (Adobe)', '/Registry (X)'),
    also: ['Matterhorn 31-001'],
  },
  {
    clause: 'Matterhorn 31-004',
    how: '/CIDToGIDMap is a word',
    edit: (draft) => change(draft, 'cidfont', '/CIDToGIDMap /Identity', '/CIDToGIDMap /Own'),
    also: ['ISO 19005-2, 6.2.11.3.2'],
  },
  {
    clause: 'Matterhorn 31-005',
    how: '/CIDToGIDMap is missing',
    edit: (draft) => change(draft, 'cidfont', '/CIDToGIDMap /Identity', ''),
    also: ['ISO 19005-2, 6.2.11.3.2'],
  },
  {
    clause: 'ISO 19005-2, 6.2.11.3.2',
    how: '/CIDToGIDMap is missing',
    edit: (draft) => change(draft, 'cidfont', '/CIDToGIDMap /Identity', ''),
    also: ['Matterhorn 31-005'],
  },
  ...(['Matterhorn 31-006', 'ISO 19005-2, 6.2.11.3.3'] as const).map(
    (clause): Break => ({
      clause,
      how: 'the CMap has a name of its own and is not there',
      edit: (draft) => change(draft, 'font', '/Identity-H', '/Identity-X'),
      also: ['Matterhorn 31-006', 'ISO 19005-2, 6.2.11.3.3'],
    }),
  ),
  {
    clause: 'Matterhorn 31-007',
    how: 'the CMap stream writes downwards, its dictionary does not say so',
    edit: (draft) => change(draft, 'cmap', '/WMode 0 def', '/WMode 1 def'),
    also: ['ISO 19005-2, 6.2.11.3.3'],
  },
  {
    clause: 'Matterhorn 31-008',
    how: 'the CMap uses another',
    edit: (draft) => extend(draft, 'cmap', '/UseCMap /Other'),
    also: ['ISO 19005-2, 6.2.11.3.3'],
  },
  ...(['Matterhorn 31-009', 'ISO 19005-2, 6.2.11.4.1'] as const).map(
    (clause): Break => ({
      clause,
      how: 'a font is not embedded',
      edit: (draft) => change(draft, 'plainDescriptor', '/FontFile2 {plainProgram}', ''),
      also: ['Matterhorn 31-009', 'ISO 19005-2, 6.2.11.4.1'],
    }),
  ),
  {
    clause: 'Matterhorn 31-011',
    how: 'a code leads past the last glyph',
    edit: (draft) => {
      change(draft, 'content', '<0002', '<0fff')
      change(draft, 'unicode', '<0002> <0041>', '<0fff> <0041>')
    },
    also: ['ISO 19005-2, 6.2.11.4.1'],
  },
  {
    clause: 'Matterhorn 31-014',
    how: 'the CIDSet lacks a glyph',
    edit: (draft) => flipBit(draft, 2),
    also: ['ISO 19005-2, 6.2.11.4.2'],
  },
  ...(['Matterhorn 31-015', 'ISO 19005-2, 6.2.11.4.2'] as const).map(
    (clause): Break => ({
      clause,
      how: 'the CIDSet has a glyph too many',
      edit: (draft) => flipBit(draft, 71),
      also: ['Matterhorn 31-015', 'ISO 19005-2, 6.2.11.4.2'],
    }),
  ),
  ...(['Matterhorn 31-016', 'ISO 19005-2, 6.2.11.5'] as const).map(
    (clause): Break => ({
      clause,
      how: 'the first widths are wrong',
      edit: (draft) => change(draft, 'cidfont', '/W [1 [260 639', '/W [1 [260 642'),
      also: ['Matterhorn 31-016', 'ISO 19005-2, 6.2.11.5'],
    }),
  ),
  ...(['Matterhorn 31-017', 'ISO 19005-2, 6.2.11.6'] as const).map(
    (clause): Break => ({
      clause,
      how: 'the program has a cmap for symbols only',
      edit: (draft) =>
        put(
          draft,
          'plainProgram',
          '<< >>',
          tinyFont([{ platform: 3, encoding: 0, first: 0xf020 }]),
        ),
      also: [
        'Matterhorn 31-017',
        'ISO 19005-2, 6.2.11.6',
        'Matterhorn 31-030',
        'ISO 19005-2, 6.2.11.8',
      ],
    }),
  ),
  {
    clause: 'Matterhorn 31-018',
    how: 'the cmap begins elsewhere',
    edit: (draft) =>
      put(draft, 'plainProgram', '<< >>', tinyFont([{ platform: 3, encoding: 1, first: 0x2000 }])),
    also: ['ISO 19005-2, 6.2.11.6', 'Matterhorn 31-030', 'ISO 19005-2, 6.2.11.8'],
  },
  {
    clause: 'Matterhorn 31-019',
    how: 'a font of letters has no encoding',
    edit: (draft) =>
      change(draft, 'plain', '/Encoding /WinAnsiEncoding', '/ToUnicode {symbolUnicode}'),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-020',
    how: 'the encoding has no base',
    edit: (draft) =>
      change(
        draft,
        'plain',
        '/Encoding /WinAnsiEncoding',
        '/Encoding << >> /ToUnicode {symbolUnicode}',
      ),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-021',
    how: 'the encoding is that of experts',
    edit: (draft) =>
      change(draft, 'plain', '/WinAnsiEncoding', '/MacExpertEncoding /ToUnicode {symbolUnicode}'),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-023',
    how: 'differences stand over a program without a Unicode cmap',
    edit: (draft) => {
      change(
        draft,
        'plain',
        '/WinAnsiEncoding',
        '<< /BaseEncoding /WinAnsiEncoding /Differences [65 /B] >> /ToUnicode {symbolUnicode}',
      )
      put(draft, 'plainProgram', '<< >>', tinyFont([{ platform: 1, encoding: 0, first: 32 }]))
    },
    also: ['ISO 19005-2, 6.2.11.6', 'Lectern, not judged'],
  },
  {
    clause: 'Matterhorn 31-024',
    how: 'a symbolic font has an encoding',
    edit: (draft) => extend(draft, 'symbol', '/Encoding /WinAnsiEncoding'),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-025',
    how: 'a symbolic program has no cmap',
    edit: (draft) => put(draft, 'symbolProgram', '<< >>', tinyFont()),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-026',
    how: 'a symbolic program has two cmaps, none for symbols',
    edit: (draft) =>
      put(
        draft,
        'symbolProgram',
        '<< >>',
        tinyFont([
          { platform: 1, encoding: 0, first: 32 },
          { platform: 3, encoding: 1, first: 32 },
        ]),
      ),
    also: ['ISO 19005-2, 6.2.11.6'],
  },
  {
    clause: 'Matterhorn 31-027',
    how: 'ToUnicode is missing',
    edit: (draft) => change(draft, 'symbol', '/ToUnicode {symbolUnicode}', ''),
    also: ['Matterhorn 10-001', 'ISO 19005-2, 6.2.11.7.2'],
  },
  {
    clause: 'Matterhorn 31-028',
    how: 'a code that is never shown is mapped to zero',
    edit: (draft) => change(draft, 'unicode', '<001b> <005a>', '<001b> <0000>'),
  },
  {
    clause: 'Matterhorn 31-029',
    how: 'a code that is never shown is mapped to U+FEFF',
    edit: (draft) => change(draft, 'unicode', '<001b> <005a>', '<001b> <feff>'),
  },
  ...(['Matterhorn 31-030', 'ISO 19005-2, 6.2.11.8'] as const).map(
    (clause): Break => ({
      clause,
      how: 'the text shows .notdef',
      edit: (draft) => {
        change(draft, 'content', '<0002', '<0000')
        change(draft, 'unicode', '<0002> <0041>', '<0000> <0041>')
      },
      also: ['Matterhorn 31-030', 'ISO 19005-2, 6.2.11.8'],
    }),
  ),
  {
    clause: 'ISO 19005-2, 6.2.11.2',
    how: 'a font has no name',
    edit: (draft) => change(draft, 'plain', '/BaseFont /BBBBBB+Tiny', ''),
  },
  {
    clause: 'ISO 19005-2, 6.2.11.2',
    how: 'widths do not reach the last code',
    edit: (draft) => change(draft, 'plain', '/LastChar 126', '/LastChar 130'),
  },
]

function flipBit(draft: Draft, cid: number): void {
  const stream = draft.objects.get('cidset')?.stream
  if (!(stream instanceof Uint8Array)) throw new Error('there is no CIDSet')
  const bits = Uint8Array.from(stream)
  bits[cid >> 3] = (bits[cid >> 3] ?? 0) ^ (0x80 >> (cid & 7))
  put(draft, 'cidset', '<< >>', bits)
}

export const BROKEN: readonly Break[] = [
  ...FILE,
  ...METADATA,
  ...FONTS,
  ...BROKEN_STRUCTURE,
  ...BROKEN_GRAPHICS,
]
