/** What breaks the clauses on annotations. */
import type { Break } from './break.ts'
import { change, put } from './draft.ts'

export const BROKEN_ANNOTATIONS: readonly Break[] = [
  {
    clause: 'Matterhorn 28-002',
    how: 'a square stands in a paragraph',
    edit: (draft) => change(draft, 'annot', '/S /Annot', '/S /P'),
  },
  {
    clause: 'Matterhorn 28-004',
    how: 'a square has no description',
    edit: (draft) => change(draft, 'square', '/Contents (A square)', ''),
  },
  {
    clause: 'Matterhorn 28-005',
    how: 'a field has no name to speak',
    edit: (draft) => change(draft, 'widget', '/TU (Your name)', ''),
  },
  {
    clause: 'Matterhorn 28-006',
    how: 'an annotation of an unknown type has no description',
    edit: (draft) => {
      change(draft, 'square', '/Subtype /Square', '/Subtype /Cube')
      change(draft, 'square', '/Contents (A square)', '')
    },
    also: ['Matterhorn 28-004', 'ISO 19005-2, 6.3.1'],
  },
  {
    clause: 'Matterhorn 28-007',
    how: 'a TrapNet annotation is present',
    edit: (draft) => change(draft, 'square', '/Subtype /Square', '/Subtype /TrapNet'),
  },
  {
    clause: 'Matterhorn 28-008',
    how: 'the page has no tab order',
    edit: (draft) => change(draft, 'page', '/Tabs /S', ''),
  },
  {
    clause: 'Matterhorn 28-009',
    how: 'the tab order goes by rows',
    edit: (draft) => change(draft, 'page', '/Tabs /S', '/Tabs /R'),
  },
  {
    clause: 'Matterhorn 28-010',
    how: 'a field stands in a paragraph',
    edit: (draft) => change(draft, 'form', '/S /Form', '/S /P'),
  },
  {
    clause: 'Matterhorn 28-011',
    how: 'a link stands in a span',
    edit: (draft) => change(draft, 'link', '/S /Link', '/S /Span'),
  },
  {
    clause: 'Matterhorn 28-012',
    how: 'a link has no description',
    edit: (draft) => change(draft, 'linkAnnot', '/Contents (A link)', '/Contents ()'),
  },
  {
    clause: 'Matterhorn 28-014',
    how: 'a media clip has no type',
    edit: (draft) =>
      put(draft, 'clip', '<< /Type /MediaClip /S /MCD /D (x) /Alt [(en) (A film)] >>'),
  },
  {
    clause: 'Matterhorn 28-015',
    how: 'a media clip has no description',
    edit: (draft) => put(draft, 'clip', '<< /Type /MediaClip /S /MCD /D (x) /CT (video/mp4) >>'),
  },
  {
    clause: 'Matterhorn 28-016',
    how: 'an attachment has no /UF',
    edit: (draft) =>
      change(draft, 'square', '/Subtype /Square', '/Subtype /FileAttachment /FS << /F (a) >>'),
  },
  {
    clause: 'Matterhorn 28-017',
    how: 'a mark for the printer stands in the tree',
    edit: (draft) => {
      change(draft, 'square', '/Subtype /Square', '/Subtype /PrinterMark')
      change(draft, 'square', '{appearance}', '{mark}')
      put(
        draft,
        'mark',
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >> >>',
        '/Artifact BMC 0 0 9 9 re S EMC',
      )
    },
  },
  {
    clause: 'Matterhorn 28-018',
    how: 'a mark for the printer is no artifact',
    edit: (draft) => {
      change(draft, 'square', '/Subtype /Square', '/Subtype /PrinterMark')
      change(draft, 'annot', '<< /Type /OBJR /Obj {square} /Pg {page} >>', '')
    },
    also: ['Matterhorn 01-005'],
  },
  {
    clause: 'ISO 19005-2, 6.3.1',
    how: 'a film is on the page',
    edit: (draft) => change(draft, 'square', '/Subtype /Square', '/Subtype /Movie'),
  },
  {
    clause: 'ISO 19005-2, 6.3.2',
    how: 'a link is not printed',
    edit: (draft) => change(draft, 'linkAnnot', '/F 4', '/F 0'),
  },
  {
    clause: 'ISO 19005-2, 6.3.2',
    how: 'a link is hidden',
    edit: (draft) => change(draft, 'linkAnnot', '/F 4', '/F 6'),
  },
  {
    clause: 'ISO 19005-2, 6.3.2',
    how: 'a link has no flags',
    edit: (draft) => change(draft, 'linkAnnot', '/F 4', ''),
  },
  {
    clause: 'ISO 19005-2, 6.3.3',
    how: 'a square has no appearance',
    edit: (draft) => change(draft, 'square', '/AP << /N {appearance} >>', ''),
  },
]
