/** What breaks the clauses on metadata. */
import type { Break } from './break.ts'
import { change, put } from './draft.ts'

export const BROKEN_METADATA: readonly Break[] = [
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
