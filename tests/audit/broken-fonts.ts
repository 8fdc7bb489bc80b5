/** What breaks the clauses on fonts. */
import type { Break } from './break.ts'
import { change, type Draft, extend, put } from './draft.ts'
import { tinyFont } from './tiny-font.ts'

export const BROKEN_FONTS: readonly Break[] = [
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
