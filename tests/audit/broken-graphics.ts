/** What breaks the clauses on content, colour, forms, actions and attachments. */
import type { Break } from './break.ts'
import { change, extend, put } from './draft.ts'

const CONTENT: readonly Break[] = [
  {
    clause: 'ISO 32000-1, 7.8.2',
    how: 'a string is not closed',
    edit: (draft) => change(draft, 'drawing', '0 0 10 10 re f', '(open'),
  },
  {
    clause: 'ISO 32000-1, 9.3',
    how: 'text is shown before a font is chosen',
    edit: (draft) =>
      change(draft, 'content', '/H1 <</MCID 0>> BDC BT /F1 10 Tf', '/H1 <</MCID 0>> BDC BT'),
  },
  {
    clause: 'ISO 32000-1, 9.4',
    how: 'a text object is opened twice',
    edit: (draft) => change(draft, 'content', '/P <</MCID 1>> BDC BT', '/P <</MCID 1>> BDC BT BT'),
  },
  {
    clause: 'Matterhorn 30-001',
    how: 'a form is another file',
    edit: (draft) => extend(draft, 'drawing', '/Ref << /F (x.pdf) /Page 0 >>'),
    also: ['ISO 19005-2, 6.2.9'],
  },
  {
    clause: 'Matterhorn 30-002',
    how: 'a form with an MCID is drawn twice',
    edit: (draft) => {
      change(draft, 'content', '/Form Do', '/Form Do /Form Do')
      change(draft, 'drawing', '0 0 10 10 re f', '/Span <</MCID 0>> BDC 0 0 10 10 re f EMC')
    },
  },
  {
    clause: 'ISO 19005-2, 6.2.2',
    how: 'an operator is not known',
    edit: (draft) => change(draft, 'drawing', '0 0 10 10 re f', 'BX 1 zz EX'),
  },
  {
    clause: 'ISO 19005-2, 6.2.2',
    how: 'a graphics state is not in the resources',
    edit: (draft) => change(draft, 'drawing', '0 0 10 10 re f', '/GS gs'),
  },
]

const BORROWED: Break = {
  clause: 'ISO 19005-2, 6.2.2',
  how: 'a form uses the resources of the page',
  edit: (draft) => {
    change(draft, 'drawing', '/Resources << >>', '')
    change(draft, 'drawing', '0 0 10 10 re f', '/GS gs 0 0 10 10 re f')
  },
}

const COLOR: readonly Break[] = [
  {
    clause: 'ISO 19005-2, 6.2.3',
    how: 'the profile is cut off',
    edit: (draft) => put(draft, 'profile', '<< /N 3 >>', 'no profile'),
    also: ['ISO 19005-2, 6.2.4.3'],
  },
  {
    clause: 'ISO 19005-2, 6.2.3',
    how: 'the profile has another number of components',
    edit: (draft) => change(draft, 'profile', '/N 3', '/N 4'),
    also: ['ISO 19005-2, 6.2.4.3'],
  },
  {
    clause: 'ISO 19005-2, 6.2.4.2',
    how: 'a colour space has no profile',
    edit: (draft) => change(draft, 'image', '/DeviceRGB', '[/ICCBased {drawing}]'),
  },
  {
    clause: 'ISO 19005-2, 6.2.4.3',
    how: 'CMYK is painted with an intent for RGB',
    edit: (draft) => change(draft, 'content', '0 0 1 rg', '0 0 0 1 k'),
  },
  {
    clause: 'ISO 19005-2, 6.2.4.3',
    how: 'RGB is painted without an intent',
    edit: (draft) => change(draft, 'catalog', '/OutputIntents [{intent}]', ''),
  },
  {
    clause: 'ISO 19005-2, 6.2.4.4',
    how: 'a spot colour is not described',
    edit: (draft) =>
      put(draft, 'spot', '[/DeviceN [/Gold] /DeviceRGB << /FunctionType 2 /N 1 /Domain [0 1] >>]'),
  },
  {
    clause: 'ISO 19005-2, 6.1.13',
    how: 'a colour space has 33 colourants',
    edit: (draft) => put(draft, 'spot', `[/DeviceN [${'/Cyan '.repeat(33)}] /DeviceRGB << >>]`),
  },
  {
    clause: 'ISO 19005-2, 6.2.5',
    how: 'a graphics state has a transfer function',
    edit: (draft) => extend(draft, 'state', '/TR /Identity'),
  },
  {
    clause: 'ISO 19005-2, 6.2.5',
    how: 'a halftone is of type 6',
    edit: (draft) => extend(draft, 'state', '/HT << /HalftoneType 6 >>'),
  },
  {
    clause: 'ISO 19005-2, 6.2.6',
    how: 'a rendering intent has a name of its own',
    edit: (draft) => change(draft, 'drawing', '0 0 10 10 re f', '/Pretty ri'),
  },
  {
    clause: 'ISO 19005-2, 6.2.8',
    how: 'an image is interpolated',
    edit: (draft) => extend(draft, 'image', '/Interpolate true'),
  },
  {
    clause: 'ISO 19005-2, 6.2.8',
    how: 'an image has alternates',
    edit: (draft) => extend(draft, 'image', '/Alternates []'),
  },
  {
    clause: 'ISO 19005-2, 6.2.9',
    how: 'a form holds PostScript',
    edit: (draft) => extend(draft, 'drawing', '/PS {profile}'),
  },
  {
    clause: 'ISO 19005-2, 6.2.10',
    how: 'a blend mode has a name of its own',
    edit: (draft) => extend(draft, 'state', '/BM /Glow'),
  },
  {
    clause: 'ISO 19005-2, 6.2.10',
    how: 'a transparent page has no blending space',
    edit: (draft) => {
      change(draft, 'catalog', '/OutputIntents [{intent}]', '')
      change(draft, 'state', '/ca 1', '/ca 0.5')
    },
    also: ['ISO 19005-2, 6.2.4.3'],
  },
]

const DOCUMENT: readonly Break[] = [
  {
    clause: 'Matterhorn 20-001',
    how: 'a configuration has no name',
    edit: (draft) => change(draft, 'catalog', '/Name (Other)', ''),
    also: ['ISO 19005-2, 6.9'],
  },
  {
    clause: 'Matterhorn 20-002',
    how: 'the default configuration has no name',
    edit: (draft) => change(draft, 'catalog', '/Name (Layers)', ''),
    also: ['ISO 19005-2, 6.9'],
  },
  {
    clause: 'Matterhorn 20-003',
    how: 'layers go on and off by themselves',
    edit: (draft) => change(draft, 'catalog', '/Name (Layers)', '/Name (Layers) /AS []'),
    also: ['ISO 19005-2, 6.9'],
  },
  {
    clause: 'ISO 19005-2, 6.9',
    how: 'two configurations have one name',
    edit: (draft) => change(draft, 'catalog', '(Other)', '(Layers)'),
  },
  {
    clause: 'ISO 19005-2, 6.9',
    how: 'the order leaves a layer out',
    edit: (draft) => change(draft, 'catalog', '/Order [{group}]', '/Order []'),
  },
  {
    clause: 'Matterhorn 25-001',
    how: 'a dynamic XFA form is present',
    edit: (draft) => {
      change(draft, 'catalog', '/Fields [{widget}]', '/Fields [{widget}] /XFA {xfa}')
      put(draft, 'xfa', '<< >>', '<config><dynamicRender>required</dynamicRender></config>')
    },
    also: ['ISO 19005-2, 6.4.2'],
  },
  {
    clause: 'ISO 19005-2, 6.4.1',
    how: 'a field acts when it is left',
    edit: (draft) => extend(draft, 'widget', '/AA << >>'),
  },
  {
    clause: 'ISO 19005-2, 6.4.1',
    how: 'viewers have to draw the fields',
    edit: (draft) => change(draft, 'catalog', '/Fields', '/NeedAppearances true /Fields'),
  },
  {
    clause: 'ISO 19005-2, 6.4.2',
    how: 'the document needs rendering',
    edit: (draft) => extend(draft, 'catalog', '/NeedsRendering true'),
  },
  {
    clause: 'ISO 19005-2, 6.5.1',
    how: 'a link runs JavaScript',
    edit: (draft) => change(draft, 'action', '/S /URI', '/S /JavaScript'),
  },
  {
    clause: 'ISO 19005-2, 6.5.1',
    how: 'the document prints itself',
    edit: (draft) => extend(draft, 'catalog', '/OpenAction << /S /Named /N /Print >>'),
  },
  {
    clause: 'ISO 19005-2, 6.5.2',
    how: 'the page acts when it is opened',
    edit: (draft) => extend(draft, 'page', '/AA << >>'),
  },
  {
    clause: 'ISO 19005-2, 6.10',
    how: 'the page has steps of a presentation',
    edit: (draft) => extend(draft, 'page', '/PresSteps << >>'),
  },
  {
    clause: 'ISO 19005-2, 6.11',
    how: 'the document makes requirements',
    edit: (draft) => extend(draft, 'catalog', '/Requirements []'),
  },
]

const ATTACHMENTS: readonly Break[] = [
  {
    clause: 'Matterhorn 21-001',
    how: 'an attachment has no /UF',
    edit: (draft) => change(draft, 'specification', '/UF (a.md)', ''),
    also: ['ISO 19005-3, 6.8'],
    isPart3: true,
  },
  ...(
    [
      ['/AFRelationship /Source', ''],
      ['/UF (a.md) ', '/UF () '],
    ] as const
  ).map(
    ([from, to]): Break => ({
      clause: 'ISO 19005-3, 6.8',
      how: `an attachment lacks ${from}`,
      edit: (draft) => change(draft, 'specification', from, to),
      also: from.startsWith('/UF') ? ['Matterhorn 21-001'] : [],
      isPart3: true,
    }),
  ),
  {
    clause: 'ISO 19005-3, 6.8',
    how: 'an attachment is associated with nothing',
    edit: (draft) => change(draft, 'catalog', '/AF [{specification}]', ''),
    isPart3: true,
  },
  {
    clause: 'ISO 19005-3, 6.8',
    how: 'an attachment has no type',
    edit: (draft) => change(draft, 'attached', '/Subtype /text#2Fmarkdown', ''),
    isPart3: true,
  },
  {
    clause: 'ISO 19005-3, 6.8',
    how: 'an attachment has no date',
    edit: (draft) => change(draft, 'attached', '/ModDate (D:20260102030405Z)', ''),
    isPart3: true,
  },
  {
    clause: 'ISO 19005-2, 6.8',
    how: 'a text file is attached to part 2',
    edit: (draft) => change(draft, 'metadata', '<pdfaid:part>3', '<pdfaid:part>2'),
    isPart3: true,
  },
]

export const BROKEN_GRAPHICS: readonly Break[] = [
  ...CONTENT,
  BORROWED,
  ...COLOR,
  ...DOCUMENT,
  ...ATTACHMENTS,
]
