import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBase, type TemplateBase } from '../../scripts/pptx/base/read-base/read-base.ts'
import type { PptxTemplateError } from '../../scripts/pptx/base/read-base/template-error.ts'
import { brandFile, changeParts, LOOK } from './brand-file.ts'
import { editFile, replaceIn } from './judge/edit-file.ts'

type Edit = (parts: Map<string, string>) => void

const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const MASTER_LINKS = 'ppt/slideMasters/_rels/slideMaster1.xml.rels'
const TYPES = '[Content_Types].xml'
const MAIN = 'ppt/presentation.xml'
const MAIN_LINKS = 'ppt/_rels/presentation.xml.rels'

function read(file: Uint8Array): TemplateBase {
  return readBase({ ...LOOK, file })
}

function edited(edit: Edit): TemplateBase {
  return read(brandFile(edit))
}

function problemOf(file: Uint8Array): PptxTemplateError['problem'] {
  try {
    read(file)
  } catch (error) {
    if (error instanceof Error && error.name === 'PptxTemplateError')
      return (error as PptxTemplateError).problem
    throw error
  }
  throw new Error('it was read')
}

function partOf(base: TemplateBase, path: string): string {
  const part = base.parts.find((one) => one.path === path)
  if (part === undefined) throw new Error(`no ${path}`)
  return typeof part.content === 'string' ? part.content : Buffer.from(part.content).toString()
}

const renameLayouts = (rename: (name: string) => string): Edit => {
  return (parts) =>
    changeParts(parts, /slideLayout\d\.xml$/, (text) =>
      text.replace(/<p:cSld name="([^"]*)"/, (_, name: string) => `<p:cSld name="${rename(name)}"`),
    )
}

describe('layouts', () => {
  it('are found by name without regard to case and spaces', () => {
    const base = edited((parts) => {
      renameLayouts((name) => `  ${name.toUpperCase().replaceAll(' ', '  ')} `)(parts)
      changeParts(parts, /slideLayout\d\.xml$/, (text) => text.replace(/ type="\w+"/, ''))
    })
    expect(base.missing).toEqual([])
    expect(base.layouts['Two Content'].name).toContain('TWO  CONTENT')
  })

  it('are found by type where their names are of another language', () => {
    const base = edited(renameLayouts((name) => `Folie ${name.length}`))
    expect(base.missing).toEqual([])
    expect(base.layouts['Title Slide'].name).toBe('Folie 11')
  })

  it('are added to the master, at ids and parts of their own, where the template has none', () => {
    const base = edited((parts) => {
      renameLayouts((name) => (name === 'Two Content' ? 'Other' : name))(parts)
      changeParts(parts, /slideLayout4\.xml$/, (text) => text.replace(/ type="\w+"/, ''))
    })
    expect(base.missing).toEqual(['Two Content'])
    const { part, placeholders } = base.layouts['Two Content']
    expect(part).not.toBe('ppt/slideLayouts/slideLayout4.xml')
    expect(placeholders.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['title', 'body', 'second']),
    )
    const ids = [...partOf(base, MASTER).matchAll(/<p:sldLayoutId [^>]*?\bid="(\d+)"/g)]
    expect(ids).toHaveLength(7)
    expect(new Set([...ids.map(([, id]) => Number(id)), base.masters[0]?.id]).size).toBe(8)
  })

  it('of Title and Content take the largest placeholder as content, not a line above it', () => {
    const line =
      '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Subhead"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="40"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="800000" y="900000"/><a:ext cx="9000000" cy="300000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>'
    const base = edited((parts) =>
      replaceIn(parts, 'ppt/slideLayouts/slideLayout3.xml', '</p:grpSpPr>', `</p:grpSpPr>${line}`),
    )
    const body = base.layouts['Title and Content'].placeholders.find(({ role }) => role === 'body')
    expect(body?.index).toBe(1)
  })

  it('show no date where the master turns it off', () => {
    const off: Edit = (parts) =>
      changeParts(parts, /slideLayout\d\.xml$/, (text) => {
        const plain = text.replace(/<p:hf [^>]*>/, '')
        return plain.replace('</p:sldLayout>', '<p:hf dt="0"/></p:sldLayout>')
      })
    const roles = edited(off).layouts['Title and Content'].placeholders.map(({ role }) => role)
    expect(roles).toContain('number')
    expect(roles).not.toContain('date')
  })
})

describe('what a deck takes along', () => {
  it('is byte for byte as the template has it', () => {
    const file = brandFile()
    const parts = new Map<string, string>()
    editFile(file, (all) => {
      for (const [path, text] of all) parts.set(path, text)
    })
    const base = read(file)
    for (const { path, content } of base.parts) {
      if (path === 'ppt/tableStyles.xml') continue
      expect(Buffer.from(content as Uint8Array).toString('latin1'), path).toBe(parts.get(path))
    }
    expect(base.parts.map(({ path }) => path)).toContain('ppt/theme/theme1.xml')
  })

  it('holds no program, no comment and no link but of the web', () => {
    const base = edited((parts) => {
      const links = [
        ['rIdBad', 'hyperlink', 'javascript:alert(1)', ' TargetMode="External"'],
        ['rIdFile', 'image', 'file:///etc/passwd', ' TargetMode="External"'],
        ['rIdWeb', 'hyperlink', 'https://example.org/', ' TargetMode="External"'],
        ['rIdGone', 'image', '../media/none.png', ''],
        ['rIdTags', 'customXml', '../../customXml/item1.xml', ''],
      ].map(
        ([id, type, target, mode]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`,
      )
      replaceIn(parts, MASTER_LINKS, '</Relationships>', `${links.join('')}</Relationships>`)
      const shape = (id: number, link: string): string =>
        `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="L${id}"><a:hlinkClick r:id="${link}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:blipFill><a:blip r:link="rIdFile" cstate="print"/></a:blipFill></p:spPr></p:sp>`
      replaceIn(
        parts,
        MASTER,
        '</p:grpSpPr>',
        `</p:grpSpPr>${shape(91, 'rIdBad')}${shape(92, 'rIdWeb')}`,
      )
      parts.set('customXml/item1.xml', '<a/>')
      parts.set('ppt/vbaProject.bin', 'Sub A')
    })
    const master = partOf(base, MASTER)
    expect(master).not.toMatch(/rIdBad|rIdFile|rIdGone|rIdTags/)
    expect(master).toContain('r:id="rIdWeb"')
    expect(master).toContain('cstate="print"')
    const links = base.parts.flatMap(({ relationships = [] }) => relationships)
    expect(links.filter(({ isExternal }) => isExternal).map(({ target }) => target)).toEqual([
      'https://example.org/',
    ])
    expect(base.parts.map(({ path }) => path)).not.toContain('customXml/item1.xml')
    expect(base.hasMacros).toBe(true)
  })

  it('stands where no slide, picture or property of ours is', () => {
    const base = edited((parts) => {
      for (const [path, text] of [...parts])
        if (text.includes('theme1.xml'))
          parts.set(path, text.replaceAll('theme/theme1.xml', 'slides/slide1.xml'))
      parts.set('ppt/slides/slide1.xml', parts.get('ppt/theme/theme1.xml') ?? '')
      parts.delete('ppt/theme/theme1.xml')
    })
    expect(base.theme).toBe('ppt/brand/part1.xml')
    expect(base.parts.map(({ path }) => path)).not.toContain('ppt/slides/slide1.xml')
  })

  it('stands once where a deck of ours is the template', () => {
    const base = edited((parts) => {
      const moves = {
        'theme/theme1.xml': 'brand/part1.xml',
        'theme/theme2.xml': 'slides/theme.xml',
      }
      for (const [from, to] of Object.entries(moves)) {
        for (const [path, text] of [...parts]) parts.set(path, text.replaceAll(from, to))
        parts.set(`ppt/${to}`, parts.get(`ppt/${from}`) ?? '')
        parts.delete(`ppt/${from}`)
      }
    })
    const paths = base.parts.map(({ path }) => path)
    expect(paths.filter((path) => path.startsWith('ppt/brand/'))).toHaveLength(2)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('has a notes master, ours in their theme when they have none', () => {
    const base = edited((parts) => {
      replaceIn(parts, MAIN, /<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>/, '')
      replaceIn(parts, MAIN_LINKS, /<Relationship [^>]*notesMaster[^>]*>/, '')
    })
    expect(base.notesMaster).toBe('ppt/notesMasters/notesMaster1.xml')
    const themes = base.parts.filter(({ contentType }) => contentType.endsWith('theme+xml'))
    expect(themes.map(({ path }) => path)).toHaveLength(2)
    expect(new Set(themes.map(({ content }) => Buffer.from(content).toString())).size).toBe(1)
  })

  it('numbers masters and layouts anew where two have one id', () => {
    const base = edited((parts) =>
      changeParts(parts, /slideMaster1\.xml$/, (text) =>
        text.replace(/(<p:sldLayoutId id=)"\d+"/g, '$1"2147483700"'),
      ),
    )
    const ids = [...partOf(base, MASTER).matchAll(/<p:sldLayoutId id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set([...ids, String(base.masters[0]?.id)]).size).toBe(7)
  })

  it('has the embedded fonts', () => {
    const base = edited((parts) => {
      parts.set('ppt/fonts/font1.fntdata', 'font')
      replaceIn(
        parts,
        TYPES,
        '</Types>',
        '<Default Extension="fntdata" ContentType="application/x-fontdata"/></Types>',
      )
      replaceIn(
        parts,
        MAIN_LINKS,
        '</Relationships>',
        '<Relationship Id="rIdFont" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font1.fntdata"/></Relationships>',
      )
      replaceIn(
        parts,
        MAIN,
        '<p:defaultTextStyle>',
        '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Brand"/><p:regular r:id="rIdFont"/></p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle>',
      )
    })
    expect(base.extras.fonts).toEqual([
      { font: { typeface: 'Brand' }, faces: [['regular', 'ppt/fonts/font1.fntdata']] },
    ])
    expect(partOf(base, 'ppt/fonts/font1.fntdata')).toBe('font')
  })
})

describe('colours', () => {
  it('are those of the scheme by name, whatever their values', () => {
    const base = edited((parts) =>
      changeParts(parts, /theme1\.xml$/, (text) =>
        text.replace(/<a:dk1>.*?<\/a:dk1>/, '<a:dk1><a:srgbClr val="102030"/></a:dk1>'),
      ),
    )
    expect(base.schemeOf('ink')).toBe('tx1')
    expect(base.hexOf('ink')).toBe('#102030')
    expect(base.schemeOf('paper')).toBe('bg1')
    expect(base.schemeOf('series2')).toBe('accent2')
  })

  it('can be read on a dark master', () => {
    const base = edited((parts) =>
      changeParts(parts, /slideMaster1\.xml$/, (text) =>
        text.replace(/bg1="lt1" tx1="dk1"/, 'bg1="dk1" tx1="lt1"'),
      ),
    )
    expect(base.hexOf('paper')).toBe('#14181f')
    expect(base.hexOf('ink')).toBe('#ffffff')
  })
})

const CUT = 3000

/** Of the only part of a zip, the size that its directory declares. */
function withDeclaredSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  const at = bytes.lastIndexOf(name) - 46
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no directory entry there')
  bytes.writeUInt32LE(size, at + 24)
  return bytes
}

function renamed(from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('names of one length only')
  const bytes = Buffer.from(brandFile((parts) => parts.set(from, 'x')))
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  return bytes
}

const asMain = (type: string): Uint8Array =>
  brandFile((parts) =>
    replaceIn(parts, TYPES, /[^"]*presentationml\.presentation\.main\+xml/, type),
  )

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const BOMB = ' '.repeat(40_000_000)

describe('a file that is refused', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const old = Buffer.concat([compound, Buffer.from('PowerPoint Document', 'utf16le')])
  it.each<[string, string, () => Uint8Array]>([
    ['empty', 'format', () => new Uint8Array(0)],
    ['text', 'format', () => strToU8('not a presentation')],
    ['a zip of something', 'format', () => zipSync({ 'a.txt': strToU8('a') })],
    [
      'an .odp',
      'format',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.presentation') }),
    ],
    ['a .ppt', 'format', () => old],
    ['a Word document', 'format', () => asMain(WORD)],
    [
      'strict Open XML',
      'format',
      () =>
        brandFile((parts) =>
          changeParts(parts, /presentation\.xml$/, (text) =>
            text.replaceAll(
              'http://schemas.openxmlformats.org/presentationml/2006/main',
              'http://purl.oclc.org/ooxml/presentationml/main',
            ),
          ),
        ),
    ],
    [
      'without layouts',
      'format',
      () =>
        brandFile((parts) =>
          replaceIn(parts, MASTER, /<p:sldLayoutIdLst>.*<\/p:sldLayoutIdLst>/, ''),
        ),
    ],
    ['cut off', 'damaged', () => brandFile().subarray(0, CUT)],
    [
      'without a master',
      'damaged',
      () =>
        brandFile((parts) =>
          replaceIn(parts, MAIN, /<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/, ''),
        ),
    ],
    ['without the part of its master', 'damaged', () => brandFile((parts) => parts.delete(MASTER))],
    [
      'with a DOCTYPE',
      'damaged',
      () =>
        brandFile((parts) =>
          replaceIn(parts, MASTER, '<p:sldMaster', '<!DOCTYPE x [<!ENTITY a "b">]><p:sldMaster'),
        ),
    ],
    [
      'with an unknown entity',
      'damaged',
      () => brandFile((parts) => replaceIn(parts, MASTER, '</p:cSld>', '&xxe;</p:cSld>')),
    ],
    [
      'with XML that ends early',
      'damaged',
      () => brandFile((parts) => replaceIn(parts, 'ppt/theme/theme1.xml', '</a:theme>', '')),
    ],
    [
      'nested a thousand deep',
      'damaged',
      () =>
        brandFile((parts) =>
          replaceIn(
            parts,
            MASTER,
            '</p:cSld>',
            `${'<a:x>'.repeat(1000)}${'</a:x>'.repeat(1000)}</p:cSld>`,
          ),
        ),
    ],
    [
      'with a name that climbs',
      'damaged',
      () => renamed('ppt/aaaaa.bin', '../../aaaa.bin'.slice(0, 13)),
    ],
    ['with an absolute name', 'damaged', () => renamed('ppt/aaaaa.bin', '/ppt/aaaa.bin')],
    [
      'with two parts of one name',
      'damaged',
      () => renamed('ppt/aaaaa/theme1.xml', 'PPT/theme/theme1.xml'),
    ],
    ['a bomb', 'large', () => brandFile((parts) => parts.set('ppt/media/a.bin', BOMB))],
    [
      'a bomb that says it is small',
      'large',
      () =>
        withDeclaredSize(
          brandFile((parts) => parts.set(MASTER, BOMB)),
          MASTER,
          1000,
        ),
    ],
    [
      'with many parts',
      'large',
      () =>
        brandFile((parts) => {
          for (let i = 0; i < 5001; i++) parts.set(`ppt/x/${i}.bin`, '')
        }),
    ],
  ])('%s: pptx-template-%s', (_, code, make) => {
    const problem = problemOf(make())
    expect(problem.code).toBe(`pptx-template-${code}`)
    expect(problem.hint).not.toBe('')
  })
})

it('takes templates, shows and files with macros as well', () => {
  for (const type of [
    'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml',
    'application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml',
    'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
  ])
    expect(read(asMain(type)).missing).toEqual([])
})
