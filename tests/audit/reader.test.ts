import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { codesOf, readCMap } from '../../scripts/audit/reader/cmap.ts'
import { decodeStream } from '../../scripts/audit/reader/decode-stream.ts'
import { PdfSyntaxError } from '../../scripts/audit/reader/pdf-syntax-error.ts'
import { type PdfDict, type PdfValue, textOf } from '../../scripts/audit/reader/pdf-value.ts'
import { Scanner } from '../../scripts/audit/reader/scanner.ts'
import { parseXml, XmlError } from '../../scripts/audit/reader/xml.ts'

function read(text: string): PdfValue {
  return new Scanner(Buffer.from(text, 'latin1'), 0, true).value()
}

function stringIn(text: string): string {
  const value = read(text)
  if (typeof value !== 'object' || value?.kind !== 'string') throw new Error('no string')
  return textOf(value)
}

function dictIn(text: string): PdfDict {
  const value = read(text)
  if (typeof value !== 'object' || value?.kind !== 'dict') throw new Error('no dictionary')
  return value
}

const direct = (value: PdfValue | undefined): PdfValue => value ?? null

function decode(raw: Uint8Array, dict: string): string | undefined {
  const data = decodeStream(raw, dictIn(dict), direct)
  return data === undefined ? undefined : Buffer.from(data).toString('latin1')
}

describe('strings', () => {
  it.each([
    ['(plain)', 'plain'],
    ['(a (nested) one)', 'a (nested) one'],
    ['(\\(\\)\\\\\\n\\101\\53\\0533)', '()\\\nA++3'],
    ['(one \\\r\nline)', 'one line'],
    ['<48 65 6C6c 6F>', 'Hello'],
    ['<486>', 'H`'],
    ['<FEFF0939093F>', 'हि'],
    ['(\\200\\240)', '•€'],
  ])('%s', (written, text) => {
    expect(stringIn(written)).toBe(text)
  })
})

describe('objects', () => {
  it('tells a reference from three numbers', () => {
    expect(read('[1 0 R 2 0 1]')).toEqual({
      kind: 'array',
      items: [{ kind: 'ref', number: 1 }, 2, 0, 1],
    })
  })

  it('reads names with escapes, and an entry of null as none', () => {
    expect(dictIn('<< /A#42 /C#20D /E null >>').entries).toEqual(
      new Map([['AB', { kind: 'name', name: 'C D' }]]),
    )
  })

  it.each(['<< /A', '[1 2', '(open', '<< 1 2 >>', '>', '<4'])('%s cannot be read', (text) => {
    expect(() => read(text)).toThrow(PdfSyntaxError)
  })
})

describe('filters', () => {
  it('undoes all five PNG predictors', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 1, 1, 1],
      [3, 5, 5, 5],
      [4, 1, 1, 1],
    ]
    const raw = deflateSync(Uint8Array.from(rows.flat()))
    const text = decode(
      raw,
      '<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >> >>',
    )
    expect([...Buffer.from(text ?? '', 'latin1')]).toEqual([
      ...[10, 20, 30],
      ...[10, 20, 30],
      ...[11, 21, 31],
      ...[10, 20, 30],
      ...[11, 21, 31],
    ])
  })

  it.each([
    ['/ASCIIHexDecode', '48 65 6c 6C6F>', 'Hello'],
    ['/ASCII85Decode', '87cURD]j7BEbo80~>', 'Hello world!'],
    ['/RunLengthDecode', '\x02abc\xfed\x80', 'abcddd'],
    ['[/ASCIIHexDecode /ASCIIHexDecode]', '34383635>', 'He'],
  ])('%s', (filter, written, text) => {
    expect(decode(Buffer.from(written, 'latin1'), `<< /Filter ${filter} >>`)).toBe(text)
  })

  it('gives nothing for damaged data and for filters it does not know', () => {
    expect(decode(Buffer.from('no'), '<< /Filter /FlateDecode >>')).toBeUndefined()
    expect(decode(Buffer.from('no'), '<< /Filter /LZWDecode >>')).toBeUndefined()
  })
})

describe('CMaps', () => {
  it('map single codes, ranges and lists of texts', () => {
    const cmap = readCMap(
      Buffer.from(`1 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
1 beginbfchar <01> <0915094D0937> endbfchar
2 beginbfrange <10> <12> <0041> <20> <21> [<0058> <0059005A>] endbfrange`),
    )
    expect([...(cmap?.text ?? [])]).toEqual([
      [1, 'क्ष'],
      [0x10, 'A'],
      [0x11, 'B'],
      [0x12, 'C'],
      [0x20, 'X'],
      [0x21, 'YZ'],
    ])
    expect(codesOf(Uint8Array.of(0x10, 0x80, 0x01, 0x11), cmap?.spaces ?? [])).toEqual([
      0x10, 0x8001, 0x11,
    ])
  })
})

describe('XML', () => {
  it('reads names, namespaces, references, CDATA, comments and instructions', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><a:b xmlns:a="urn:a" x=\'1 &lt; 2\'>t&#x905;<![CDATA[<&>]]><?pi x?><c/></a:b>\n',
    )
    expect(root).toEqual({
      namespace: 'urn:a',
      prefix: 'a',
      name: 'b',
      attributes: [{ namespace: '', prefix: '', name: 'x', value: '1 < 2' }],
      children: [{ namespace: '', prefix: '', name: 'c', attributes: [], children: [], text: '' }],
      text: 'tअ<&>',
    })
  })

  it.each([
    '<a>',
    '<a></b>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<p:a/>',
    '<a/><b/>',
    '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
    '<a>\u0001</a>',
    '<a>]]></a>',
    'text',
    '',
  ])('refuses %j', (source) => {
    expect(() => parseXml(source)).toThrow(XmlError)
  })
})
