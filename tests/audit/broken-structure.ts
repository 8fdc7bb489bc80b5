/** What breaks the clauses on tags and language. */
import type { Break } from './break.ts'
import { change, extend } from './draft.ts'

const TAGS: readonly Break[] = [
  {
    clause: 'Matterhorn 01-003',
    how: 'an artifact stands inside a paragraph',
    edit: (draft) =>
      change(draft, 'content', '/P <</MCID 1>> BDC BT', '/P <</MCID 1>> BDC /Artifact BMC EMC BT'),
  },
  {
    clause: 'Matterhorn 01-004',
    how: 'a paragraph stands inside an artifact',
    edit: (draft) => {
      change(draft, 'content', '/P <</MCID 1>> BDC', '/Artifact BMC /P <</MCID 1>> BDC')
      change(draft, 'content', 'EMC\n/Link', 'EMC EMC\n/Link')
    },
  },
  {
    clause: 'Matterhorn 01-005',
    how: 'a rule is painted bare',
    edit: (draft) => change(draft, 'content', '/H1 <</MCID 0>>', '0 0 9 9 re f /H1 <</MCID 0>>'),
  },
  {
    clause: 'Matterhorn 01-005',
    how: 'a marked sequence belongs to no element',
    edit: (draft) => change(draft, 'h1', '/K [0]', '/K []'),
  },
  {
    clause: 'Matterhorn 01-007',
    how: 'the tags are suspect',
    edit: (draft) => change(draft, 'catalog', '/Marked true', '/Marked true /Suspects true'),
  },
  {
    clause: 'Matterhorn 02-001',
    how: 'a type is not mapped',
    edit: (draft) => change(draft, 'root', '/Picture /Figure', ''),
    also: ['ISO 19005-2, 6.7.3.4'],
  },
  {
    clause: 'ISO 19005-2, 6.7.3.4',
    how: 'a type is mapped to one that is none',
    edit: (draft) => change(draft, 'root', '/Picture /Figure', '/Picture /Painting'),
    also: ['Matterhorn 02-001'],
  },
  {
    clause: 'Matterhorn 02-003',
    how: 'two types are mapped to each other',
    edit: (draft) =>
      change(draft, 'root', '/Picture /Figure', '/Picture /Figure /One /Two /Two /One'),
  },
  {
    clause: 'Matterhorn 02-004',
    how: 'P is mapped to H1',
    edit: (draft) => change(draft, 'root', '/Picture /Figure', '/Picture /Figure /P /H1'),
  },
  {
    clause: 'Matterhorn 07-001',
    how: 'the viewer is not told to show the title',
    edit: (draft) => change(draft, 'catalog', '/DisplayDocTitle true', ''),
  },
  {
    clause: 'Matterhorn 07-002',
    how: 'the viewer is told not to show the title',
    edit: (draft) => change(draft, 'catalog', '/DisplayDocTitle true', '/DisplayDocTitle false'),
  },
  {
    clause: 'Matterhorn 09-004',
    how: 'a table cell stands in the document',
    edit: (draft) => change(draft, 'h2', '/S /H2', '/S /TD'),
  },
  {
    clause: 'Matterhorn 09-004',
    how: 'a row holds a paragraph',
    edit: (draft) => change(draft, 'td2', '/S /TD', '/S /P'),
  },
  {
    clause: 'Matterhorn 09-005',
    how: 'a list item holds a paragraph',
    edit: (draft) => change(draft, 'body', '/S /LBody', '/S /P'),
  },
  {
    clause: 'Matterhorn 09-005',
    how: 'a list item stands in the document',
    edit: (draft) => change(draft, 'list', '/S /L', '/S /Div'),
  },
  {
    clause: 'Matterhorn 09-006',
    how: 'an entry of contents stands in the document',
    edit: (draft) => change(draft, 'toc', '/S /TOC', '/S /Div'),
  },
  {
    clause: 'Matterhorn 09-007',
    how: 'a Ruby has no base',
    edit: (draft) => change(draft, 'rb', '/S /RB', '/S /RT'),
  },
  {
    clause: 'Matterhorn 09-008',
    how: 'a Warichu has one sign too few',
    edit: (draft) => change(draft, 'wp2', '/S /WP', '/S /Span'),
  },
  {
    clause: 'Matterhorn 13-004',
    how: 'a picture has no description',
    edit: (draft) => change(draft, 'figure', '/Alt (A red square)', '/Alt ( )'),
  },
  {
    clause: 'Matterhorn 14-002',
    how: 'the first heading is H2',
    edit: (draft) => change(draft, 'h1', '/S /H1', '/S /H2'),
  },
  {
    clause: 'Matterhorn 14-003',
    how: 'H3 follows H1',
    edit: (draft) => change(draft, 'h2', '/S /H2', '/S /H3'),
  },
  {
    clause: 'Matterhorn 14-006',
    how: 'the document holds two H',
    edit: (draft) => {
      change(draft, 'h1', '/S /H1', '/S /H')
      change(draft, 'h2', '/S /H2', '/S /H')
    },
  },
  {
    clause: 'Matterhorn 14-007',
    how: 'H stands beside H1',
    edit: (draft) => change(draft, 'h2', '/S /H2', '/S /H'),
  },
  {
    clause: 'Matterhorn 15-003',
    how: 'a header cell has no scope',
    edit: (draft) => change(draft, 'th2', '/Scope /Column', ''),
  },
  {
    clause: 'Matterhorn 17-002',
    how: 'a formula has no description',
    edit: (draft) => change(draft, 'formula', '/Alt (Energy)', ''),
  },
  {
    clause: 'Matterhorn 19-003',
    how: 'a note has no ID',
    edit: (draft) => change(draft, 'note', '/ID (note-1)', ''),
  },
  {
    clause: 'Matterhorn 19-004',
    how: 'two notes have one ID',
    edit: (draft) => change(draft, 'note2', '(note-2)', '(note-1)'),
  },
  {
    clause: 'ISO 14289-1, 7.2',
    how: 'a cell spans two columns of a row of two',
    edit: (draft) => extend(draft, 'td1', '/A << /O /Table /ColSpan 2 >>'),
  },
  {
    clause: 'ISO 32000-1, 14.6',
    how: 'a marked sequence is not closed',
    edit: (draft) => change(draft, 'content', '/Artifact <</Type', '/Span BMC /Artifact <</Type'),
  },
  {
    clause: 'ISO 32000-1, 14.6',
    how: 'a marked sequence begins inside a text object and ends after it',
    edit: (draft) => change(draft, 'content', '/P <</MCID 1>> BDC BT', 'BT /P <</MCID 1>> BDC'),
  },
  {
    clause: 'ISO 32000-1, 14.7',
    how: 'two elements hold one MCID',
    edit: (draft) => change(draft, 'p', '/K [1 ', '/K [1 0 '),
    also: ['ISO 32000-1, 14.7.4.4'],
  },
  {
    clause: 'ISO 32000-1, 14.7',
    how: 'an element holds an MCID that is nowhere',
    edit: (draft) => change(draft, 'p', '/K [1 ', '/K [1 99 '),
  },
  {
    clause: 'ISO 32000-1, 14.7.4.4',
    how: 'the parent tree leads to another element',
    edit: (draft) => change(draft, 'parents', '[{h1} {p}', '[{p} {h1}'),
  },
  {
    clause: 'ISO 32000-1, 14.7.4.4',
    how: 'the parent tree has no entry for the link',
    edit: (draft) => change(draft, 'parents', ' 1 {link}', ''),
  },
  {
    clause: 'ISO 19005-2, 6.7.2.2',
    how: 'the file is not marked',
    edit: (draft) => change(draft, 'catalog', '/Marked true', '/Marked false'),
  },
  {
    clause: 'ISO 19005-2, 6.7.3.3',
    how: 'an element is of another type of object',
    edit: (draft) => change(draft, 'h1', '/Type /StructElem', '/Type /Element'),
  },
  {
    clause: 'ISO 19005-2, 6.7.3.3',
    how: 'there is no structure tree',
    edit: (draft) => change(draft, 'catalog', '/StructTreeRoot {root}', ''),
    also: ['Matterhorn 01-005', 'Matterhorn 28-002', 'Matterhorn 28-010', 'Matterhorn 28-011'],
  },
  {
    clause: 'ISO 19005-2, 6.7.4',
    how: 'the language is a word of two',
    edit: (draft) => change(draft, 'catalog', '(en-GB)', '(British English)'),
  },
]

const WITHOUT_LANGUAGE: readonly Break[] = (
  [
    'Matterhorn 11-001',
    'Matterhorn 11-002',
    'Matterhorn 11-003',
    'Matterhorn 11-004',
    'Matterhorn 11-006',
  ] as const
).map((clause) => ({
  clause,
  how: 'the document has no language',
  edit: (draft) => change(draft, 'catalog', '/Lang (en-GB)', ''),
  also: [
    'Matterhorn 11-001',
    'Matterhorn 11-002',
    'Matterhorn 11-003',
    'Matterhorn 11-004',
    'Matterhorn 11-005',
    'Matterhorn 11-006',
  ],
}))

const LANGUAGE: readonly Break[] = [
  ...WITHOUT_LANGUAGE,
  {
    clause: 'Matterhorn 11-007',
    how: 'Hindi is English',
    edit: (draft) => change(draft, 'unicode', '<0002> <0041>', '<0002> <0905>'),
  },
  {
    clause: 'Matterhorn 11-005',
    how: 'only the form has no language',
    edit: (draft) => {
      change(draft, 'catalog', '/Lang (en-GB)', '')
      change(draft, 'catalog', '/Outlines {outlines}', '')
      extend(draft, 'doc', '/Lang (en)')
      change(draft, 'doc', ' {form}]', ']')
      change(draft, 'root', '/K [{doc}]', '/K [{doc} {form}]')
    },
    also: ['Matterhorn 11-006'],
  },
]

export const BROKEN_STRUCTURE: readonly Break[] = [...TAGS, ...LANGUAGE]
