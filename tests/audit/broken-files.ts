/** For every clause of the audit, what breaks it in the good file, and which other clauses fall with it. */
import type { Break } from './break.ts'
import { BROKEN_ANNOTATIONS } from './broken-annotations.ts'
import { BROKEN_FONTS } from './broken-fonts.ts'
import { BROKEN_GRAPHICS } from './broken-graphics.ts'
import { BROKEN_METADATA } from './broken-metadata.ts'
import { BROKEN_STRUCTURE } from './broken-structure.ts'
import { change, extend, put } from './draft.ts'

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

export const BROKEN: readonly Break[] = [
  ...FILE,
  ...BROKEN_METADATA,
  ...BROKEN_FONTS,
  ...BROKEN_STRUCTURE,
  ...BROKEN_ANNOTATIONS,
  ...BROKEN_GRAPHICS,
]
