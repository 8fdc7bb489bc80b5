/** What the running text of slides becomes, read back from the file. */
import { describe, expect, it } from 'vitest'
import { deckOf, slideOf } from '../deck/sample-deck.ts'
import { type DrawnSlide, drawDeck, drawFile, named, type SlideShape, xmlOf } from './drawn-deck.ts'
import { childAt, childrenOf, find, numberOf, textOf, type XmlNode } from './judge/read-xml.ts'

async function drawSlide(
  name: string,
  body: string,
  lang: 'en' | 'hi' = 'en',
): Promise<DrawnSlide> {
  const [slide] = await drawDeck(deckOf([slideOf(name, body)], lang))
  if (slide === undefined) throw new Error('no slide')
  return slide
}

async function drawLine(text: string, lang: 'en' | 'hi' = 'en'): Promise<readonly XmlNode[]> {
  const [content] = named(await drawSlide('points', `## Title\n\n- ${text}`, lang), 'Content')
  return find(content?.xml, 'a:r')
}

/** `b:repo rate` */
function sayRuns(runs: readonly XmlNode[]): readonly string[] {
  return runs.map((run) => {
    const properties = childAt(run, 'a:rPr')
    const marks = ['b', 'i', 'u', 'strike', 'baseline', 'noProof'].filter((name) =>
      properties?.attributes.has(name),
    )
    if (childAt(properties, 'a:highlight') !== undefined) marks.push('highlight')
    return `${marks.join(' ')}:${textOf(run)}`
  })
}

function paragraphs(shape: SlideShape | undefined): readonly XmlNode[] {
  return find(shape?.xml, 'a:p')
}

function sizeOf(paragraph: XmlNode | undefined): number {
  return numberOf(find(paragraph, 'a:rPr')[0], 'sz')
}

describe('a line of text', () => {
  it('keeps what is bold, italic, struck, code, underlined, marked, raised and lowered', async () => {
    const text =
      'a **b** *i* ~~s~~ `c` <u>u</u> <mark>m</mark> x<sup>2</sup> y<sub>1</sub> **b *bi***'
    expect(sayRuns(await drawLine(text))).toEqual([
      ':a ',
      'b:b',
      ': ',
      'i:i',
      ': ',
      'strike:s',
      ': ',
      'noProof:c',
      ': ',
      'u:u',
      ': ',
      'highlight:m',
      ': x',
      'baseline:2',
      ': y',
      'baseline:1',
      ': ',
      'b:b ',
      'b i:bi',
    ])
  })

  it('has formulas as letters, italic and raised', async () => {
    expect(sayRuns(await drawLine('so $E = mc^2$ holds'))).toEqual([
      ':so ',
      'i:E',
      ': = ',
      'i:mc',
      'baseline:2',
      ': holds',
    ])
  })

  it('is in the language of its script', async () => {
    const runs = await drawLine('प्रश्नपत्र **GS-II** में 2024', 'hi')
    const langs = runs.map((run) => [
      textOf(run),
      childAt(run, 'a:rPr')?.attributes.get('lang') ?? '',
    ])
    expect(langs).toEqual([
      ['प्रश्नपत्र ', 'hi-IN'],
      ['GS-II', 'en-IN'],
      [' में 2024', 'hi-IN'],
    ])
  })

  it('breaks where the author broke it', async () => {
    const [content] = named(await drawSlide('points', '## T\n\n- one\n  two<br>three'), 'Content')
    expect(content?.texts).toEqual(['one\ntwo\nthree'])
  })

  it('says nothing of size, font or colour where the master has them', async () => {
    const [run] = await drawLine(`${'Much text. '.repeat(20)}\n- Two\n- Three\n- Four\n- Five`)
    const properties = childAt(run, 'a:rPr')
    expect([...(properties?.attributes.keys() ?? [])]).toEqual(['lang', 'dirty'])
    expect(properties?.children).toEqual([])
  })
})

describe('points', () => {
  it('have the levels of the master, and numbers that count from the start of their list', async () => {
    const body = '## T\n\n- a\n  - b\n    - c\n\nBetween.\n\n3. x\n4. y'
    const [content] = named(await drawSlide('points', body), 'Content')
    const shown = paragraphs(content).map((paragraph) => {
      const properties = childAt(paragraph, 'a:pPr')
      return [
        properties?.attributes.get('lvl') ?? '0',
        childAt(properties, 'a:buAutoNum')?.attributes.get('startAt') ?? '',
        childAt(properties, 'a:buNone') === undefined,
        textOf(paragraph),
      ].join(' ')
    })
    expect(shown).toEqual([
      '0  true a',
      '1  true b',
      '2  true c',
      '0  false Between.',
      '0 3 true x',
      '0 3 true y',
    ])
  })

  it('keep a heading among them bold, in its colour, without a bullet', async () => {
    const [content] = named(await drawSlide('points', '## T\n\n- a\n\n### Sub\n\n- b'), 'Content')
    const [, heading] = paragraphs(content)
    expect(childAt(heading, 'a:pPr/a:buNone')).toBeDefined()
    expect(childAt(heading, 'a:r/a:rPr')?.attributes.get('b')).toBe('1')
    expect(find(heading, 'a:schemeClr')[0]?.attributes.get('val')).toBe('tx2')
  })

  it('of a slide that says little are larger and stand lower, as on the page', async () => {
    const long = `## T\n\n${'- A line of text that goes on to a second one, as it is longer than the slide is wide at this size\n'.repeat(4)}`
    const roomy = await drawSlide('points roomy', '## T\n\n- a\n- b')
    expect(named(await drawSlide('points', long), 'Content')[0]?.box).toBeUndefined()
    expect(named(roomy, 'Content')[0]?.box?.y).toBeGreaterThan(152 * 9525)
    expect(sizeOf(paragraphs(named(roomy, 'Content')[0])[0])).toBe(3000)
  })
})

describe('a title', () => {
  it('has small print beside it, in the share that the page has', async () => {
    const [title] = named(
      await drawSlide('points', '## Terms <small>(1/2)</small>\n\n- a'),
      'Title',
    )
    const small = find(title?.xml, 'a:r')[1]
    expect(textOf(small)).toBe('(1/2)')
    expect(numberOf(childAt(small, 'a:rPr'), 'sz')).toBe(1980)
  })

  it('of two lines takes their room from the text below', async () => {
    const words = 'A title that is so long that it goes on to a second line of the slide'
    const slide = await drawSlide('points', `## ${words}\n\n- a`)
    const [title, content] = [named(slide, 'Title')[0]?.box, named(slide, 'Content')[0]?.box]
    expect(title?.height).toBeGreaterThan(116 * 9525)
    expect(content?.y).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0))
  })

  it('is smaller by the steps of the page when it is long', async () => {
    const sizes: number[] = []
    for (const name of ['points', 'points long', 'points longest'])
      sizes.push(sizeOf(named(await drawSlide(name, '## Title\n\n- a'), 'Title')[0]?.xml))
    expect(sizes).toEqual([Number.NaN, 3000, 2475])
  })
})

describe('other text', () => {
  it('stands in two placeholders when terms stand in two columns', async () => {
    const terms = ['A', 'B', 'C', 'D', 'E', 'F'].map((term) => `- **${term}** meaning`).join('\n')
    const slide = await drawSlide('glossary', `## Terms\n\n${terms}`)
    expect(slide.layout).toBe('Two Content')
    expect(named(slide, 'Content')[0]?.texts).toEqual(['A meaning', 'B meaning', 'C meaning'])
    expect(named(slide, 'Second')[0]?.texts).toEqual(['D meaning', 'E meaning', 'F meaning'])
  })

  it('numbers sources without a full stop and sets the institute at the foot', async () => {
    const slide = await drawSlide('sources', '## Sources\n\n2. First\n3. Second\n\nInstitute')
    const numbers = find(named(slide, 'Content')[0]?.xml, 'a:buAutoNum')
    expect(numbers.map(({ attributes }) => [...attributes.values()])).toEqual([
      ['arabicPlain', '2'],
      ['arabicPlain', '2'],
    ])
    const foot = slide.shapes.find(({ texts }) => texts.includes('Institute'))
    expect(foot?.placeholder).toBeUndefined()
    expect(((foot?.box?.y ?? 0) + (foot?.box?.height ?? 0)) / 9525).toBeCloseTo(648, 0)
  })

  it('sets the key of an answer large, in bold and its lead in the accent', async () => {
    const slide = await drawSlide('answer', '## Answer\n\n**B** is right.\n\nBecause it is.')
    const [key, reason] = paragraphs(named(slide, 'Content')[0])
    expect(sizeOf(key)).toBeGreaterThan(sizeOf(reason) || 2475)
    expect(find(key, 'a:schemeClr').map((one) => one.attributes.get('val'))).toEqual([
      'accent2',
      'tx2',
    ])
    expect(find(key, 'a:rPr').every(({ attributes }) => attributes.get('b') === '1')).toBe(true)
  })

  it('keeps the lists of blocks that the contract does not name', async () => {
    const body = '## T\n\n- one\n\n  second paragraph\n\n- two'
    const [content] = named(await drawSlide('points', body), 'Content')
    expect(content?.texts).toEqual(['one', 'second paragraph', 'two'])
  })
})

describe('links', () => {
  it('are relationships once for each address, and jumps within the deck', async () => {
    const body =
      '## T\n\n- [a](https://example.org/ "Hint") [b](https://example.org/) [c](#1) <a href="mailto:x@example.org">d</a>'
    const { bytes } = await drawFile(deckOf([slideOf('points', body)]))
    const [slide] = await drawDeck(deckOf([slideOf('points', body)]))
    const links = find(named(slide, 'Content')[0]?.xml, 'a:hlinkClick')
    expect(new Set(links.map((link) => link.attributes.get('r:id'))).size).toBe(3)
    expect(links[0]?.attributes.get('tooltip')).toBe('Hint')
    expect(links.map((link) => link.attributes.get('action') ?? '')).toEqual([
      '',
      '',
      'ppaction://hlinksldjump',
      '',
    ])
    expect(bytes.length).toBeGreaterThan(0)
  })

  it('that may not be stay text, and are told', async () => {
    const body = [
      '## T',
      '',
      '- [a](javascript:alert(1)) [b](file:///etc/passwd) [c](//host/share) [d](#9)',
      '- [e](https://example.org/) <a href="\\\\host\\share">f</a> <vbscript:x>',
      '',
      '<!-- See [g](other.md). -->',
    ].join('\n')
    const { bytes, refusedLinks } = await drawFile(deckOf([slideOf('points', body)]))
    expect(refusedLinks.map(({ address, slide }) => `${slide} ${address}`)).toEqual([
      '1 javascript:alert(1)',
      '1 file:///etc/passwd',
      '1 //host/share',
      '1 #9',
      '1 \\\\host\\share',
      '1 vbscript:x',
      '1 other.md',
    ])
    const [slide] = await drawDeck(deckOf([slideOf('points', body)]))
    const [content] = named(slide, 'Content')
    expect(find(content?.xml, 'a:hlinkClick')).toHaveLength(1)
    expect(content?.texts.join(' ')).toMatch(/a.*b.*c.*d.*e.*f/)
    expect(Buffer.from(bytes).includes('passwd')).toBe(false)
  })
})

describe('text that does not fit', () => {
  it('is shown smaller from the first opening', async () => {
    const body = `## T\n\n- ${'word '.repeat(40)}\n  - ${'word '.repeat(40)}`
    const [fitting] = named(await drawSlide('points', body), 'Content')
    expect(find(fitting?.xml, 'a:normAutofit')).toEqual([])
    const unbroken = `## T\n\n<p>${'word '.repeat(900)}</p>`
    const [content] = named(await drawSlide('points', unbroken), 'Content')
    const scale = numberOf(find(content?.xml, 'a:normAutofit')[0], 'fontScale')
    expect(scale).toBeGreaterThan(20_000)
    expect(scale).toBeLessThan(80_000)
  })
})

describe('the notes page', () => {
  it('has lists, headings, emphasis and lines as they were written', async () => {
    const notes = [
      'Say *hello* to',
      'the **class**.',
      '',
      '### Heading',
      '',
      '1. first',
      '   - inner $x^2$',
      '2. second',
      '',
      '> quoted',
      '',
      'one  ',
      'two <b>tag</b>',
    ].join('\n')
    const { slides } = await drawFile(
      deckOf([slideOf('points', `## T\n\n- a\n\n<!--\n\u2060\n${notes}\n-->`)]),
    )
    const shown = (slides[0]?.notes ?? []).map(({ runs, level, bullet }) => {
      const text = runs.map((run) => (run === 'break' ? '\n' : run.text)).join('')
      return [level, typeof bullet === 'object' ? bullet.sign : bullet, text].join(' ')
    })
    expect(shown).toEqual([
      '0 master Say hello to the class.',
      '0 master Heading',
      '0 1 first',
      '1 • inner x2',
      '0 1 second',
      '0 none quoted',
      '0 master one\ntwo <b>tag</b>',
    ])
  })
})

describe('sections of the slide sorter', () => {
  const section = (id: string, header: string, body: string): string =>
    `<!--\n_class: points\n_header: ${JSON.stringify(header)}\n${id === '' ? '' : `_section: ${JSON.stringify(id)}\n`}-->\n\n${body}`

  async function sections(slides: readonly string[]): Promise<readonly string[]> {
    const { bytes } = await drawFile(deckOf(slides))
    return find(xmlOf(bytes, 'ppt/presentation.xml'), 'p14:section').map(
      (one) => `${one.attributes.get('name')} ${childrenOf(one.children[0], 'p14:sldId').length}`,
    )
  }

  it('are those of the plan and of the foot line, each slide in one', async () => {
    const slides = [
      '<!--\n_class: title\n-->\n\n# The talk',
      '<!--\n_class: part\n_header: ""\n-->\n\n# Part one\n\n- Trade',
      section('trade', 'Trade', '## Trade\n\n- a'),
      section('trade', 'Trade', '## A finding\n\n- b'),
      section('', 'Practice', '## Question 1\n\n- c'),
      section('', 'Practice', '## Question 2\n\n- d'),
      section('', 'Terms', '## Terms\n\n- e').replace('points', 'glossary'),
      section('', 'Sources', '## Sources\n\n1. f').replace('points', 'sources'),
    ]
    expect(await sections(slides)).toEqual([
      'The talk 1',
      'Part one 1',
      'Trade 2',
      'Practice 2',
      'Terms · Sources 2',
    ])
  })

  it('of a plain deck are its chapters, or none', async () => {
    const plain = ['# A', '## a', '## b', '# B', '## c']
    expect(await sections(plain)).toEqual(['A 3', 'B 2'])
    expect(await sections(['# A', '# B', '# C'])).toEqual([])
  })
})
