import fc from 'fast-check'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFetches } from '../../scripts/deck/find-fetches.ts'
import { findStyleFetches } from '../../scripts/deck/style-fetches.ts'
import { startChromium } from '../chromium.ts'

describe('findFetches', () => {
  it.each([
    '<img src="http://x/y.png">',
    '<img src=logo.png>',
    '<img src="../x">',
    '<img/src="x"/alt="">',
    '<IMG SRC = x>',
    '<img src="\n//x/y">',
    '<img src="h\nttp://x">',
    '<img src="\\\\x\\y">',
    '<img src="&#104;ttps://x">',
    '<img src="&#x68;ttps&colon;//x">',
    '<img alt="a>b" src=x>',
    '<img src=#x>',
    '<img srcset="data:,x 1x, //x/y 2x">',
    '<link rel=preload as=image imagesrcset="x 1x">',
    "<link href='//x/y.css' rel=stylesheet>",
    '<link rel=stylesheet href="data:text/css,@import url(http://x)">',
    '<link rel=preconnect href=https://x>',
    '<base href="https://x/">',
    '<base href="data:,x">',
    '<meta http-equiv="refresh" content="0;url=http://x">',
    '<meta http-equiv=" REFRESH " content="0">',
    '<svg><use xlink:href="https://x/#a"/></svg>',
    '<svg><use href="x.svg#a"/></svg>',
    '<svg><use href="data:image/svg+xml,x#a"/></svg>',
    '<svg><image href="x.png"/></svg>',
    '<svg><image href="#x"/></svg>',
    '<svg:image href="x"/>',
    '<svg><filter><feImage href="https://x"/></filter></svg>',
    '<svg><rect fill="url(http://x#a)"/></svg>',
    '<svg><rect filter="url(&quot;x.svg#a&quot;)"/></svg>',
    '<svg><image href="data:,"><set attributeName=href to="x"/></image></svg>',
    '<svg><image><animate attributeName="xlink:href" values="x;y"/></image></svg>',
    '<svg><script href="x"></script></svg>',
    '<svg><style>&#64;import "x";</style></svg>',
    '<svg><style>@im<!-- -->port "x";</style></svg>',
    '<svg><style><img src=x></style></svg>',
    '<svg><style><![CDATA[@import "x";]]></style></svg>',
    '<svg><title><a title="</title><img src=x>"></a></title></svg>',
    '<title><a title="</title><img src=x>">',
    '<textarea><!-- </textarea><img src=x> -->',
    '<!--> <img src=x> -->',
    '<!-- --!><img src=x>',
    '<![CDATA[ > <img src=x> ]]>',
    '<style>@import "x.css";</style>',
    '<style>/* */@import/* */url(x);</style>',
    '<style>@\\69mport "x";</style>',
    '<style>a{background:url( "https://x/y" )}</style>',
    '<style>a{background:\\75rl(x)}</style>',
    '<style>a{background:u\\rl(x)}</style>',
    '<style>a{background:url(logo.png)}</style>',
    '<style>a{background:url(x',
    '<style>a{background:image-set("x" 1x)}</style>',
    '<style>a{background:-webkit-image-set(url(x) 1x)}</style>',
    '<style>a{--u:"x";background:image-set(var(--u) 1x)}</style>',
    '<style>a{background:src("x")}</style>',
    '<style>a{background:image("x")}</style>',
    '<style>a{content:"\n;background:url(x)}</style>',
    '<style>a{filter:url(https://x#f)}</style>',
    '<style>@font-face{font-family:a;src:url(a.woff2)}</style>',
    '<style>a{cursor:url(x),auto}</style>',
    '<p style="background:url(//x/y)">',
    '<p style="background:url&lpar;x&rpar;">',
    '<iframe srcdoc="<img src=x>"></iframe>',
    '<iframe src="data:text/html,<img src=http://x>"></iframe>',
    '<iframe src="javascript:fetch(1)"></iframe>',
    '<object data=x></object>',
    '<object data="data:text/html,x"></object>',
    '<embed src=x>',
    '<video poster=http://x/y>',
    '<audio src=x></audio>',
    '<video><source src=x><track src=y></video>',
    '<input type=image src=x>',
    '<body background=x>',
    '<table background=x>',
    '<html manifest=x>',
    '<form action="https://x">',
    '<button formaction="x">',
    '<a href="#" ping="https://x">a</a>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java\tscript:alert(1)">a</a>',
    '<a href="data:text/html,x">a</a>',
    '<img src="data:," onerror="fetch(1)">',
    '<script src=x></script>',
    '<script type=speculationrules>{"prefetch":[{"urls":["/x"]}]}</script>',
    '<script type="importmap">{}</script>',
    '<?xml-stylesheet href="x"?><svg/>',
    '<noscript><img src=x></noscript>',
    '<template><img src=x></template>',
  ])('finds %j', (html) => {
    expect(findFetches(html)).not.toEqual([])
  })

  it.each([
    '<a href="https://x/y">http://x</a>',
    '<a href="mailto:a@b">a</a><a href="#3">3</a><a href="brief.pdf">brief</a>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>',
    '<img src="data:image/png;base64,AA//BB" alt="">',
    '<img src=" DATA:image/png;base64,AA//BB">',
    '<section aria-label="a src=//x b" title="url(http://x)" data-src="http://x">',
    '<svg><defs><filter id=f></filter></defs><use href="#a"/><rect filter="url(#f)"/></svg>',
    '<p title="<img src=x>">&lt;img src=x&gt;</p>',
    '<style>@namespace svg url(http://www.w3.org/2000/svg); @namespace "http://x";</style>',
    '<style>a::before{content:"url(x) @import y"}/* url(x) @import "y" */</style>',
    "<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AA) format('woff2')}</style>",
    '<style>a{background:image-set("data:image/png,x" type("image/png") 1x)}</style>',
    '<style>.url{color:red}a{width:calc((1px + 2px) * 3)}</style>',
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<blockquote cite="https://x">a</blockquote>',
    'a < b, x <3 and <- no tags; <!-- <img src=x> -->',
  ])('lets %j be', (html) => {
    expect(findFetches(html)).toEqual([])
  })

  it('names what it found', () => {
    expect(findFetches('<p><IMG alt="" SRC="&#104;ttp://x">')).toEqual(['img src=http://x'])
    expect(findStyleFetches('a{b:url( "x y" )}@import "z";')).toEqual(['url(x y)', '@import'])
  })

  it('takes hostile text in linear time', () => {
    const start = process.cpuUsage()
    for (const part of [
      '<style>',
      '<a b=',
      '<![CDATA[',
      '<!--',
      'url(',
      '"',
      '\\',
      '<a "',
      '<title><a title="',
    ])
      findFetches(`<style>${part.repeat(20_000)}`)
    const { user } = process.cpuUsage(start)
    // Not a benchmark: reading again from every place takes minutes.
    expect(user / 1e6).toBeLessThan(10)
  })
})

describe('a random page in Chromium', () => {
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ browser, close } = await startChromium())
  }, 60_000)

  afterAll(() => close())

  /** What the page asks for; nothing gets out. */
  async function requestsOf(page: Page, html: string): Promise<readonly string[]> {
    const asked: string[] = []
    page.removeAllListeners('request')
    page.on('request', (request) => {
      const url = request.url()
      if (url === 'http://deck.test/')
        return void request.respond({ contentType: 'text/html; charset=utf-8', body: html })
      if (url.startsWith('data:')) return void request.continue()
      if (!url.endsWith('/favicon.ico')) asked.push(url)
      return void request.respond({ status: 204 })
    })
    await page.goto('http://deck.test/', { waitUntil: 'load' }).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 30))
    return asked
  }

  it('that asks for anything is found', { timeout: 300_000 }, async () => {
    const page = await browser.newPage()
    await page.setRequestInterception(true)
    let asking = 0
    await fc.assert(
      fc.asyncProperty(pages, async (html) => {
        const asked = await requestsOf(page, html)
        if (asked.length === 0) return
        asking += 1
        expect(findFetches(html), `${html}\nasks for ${asked.join(' ')}`).not.toEqual([])
      }),
      { numRuns: RUNS, seed: Number(process.env['FUZZ_SEED'] ?? 4) },
    )
    expect(asking).toBeGreaterThan(RUNS / 20)
  })
})

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100)

const address = fc.constantFrom(
  ...[
    'http://x/a',
    '//x/b',
    'c.png',
    '../d',
    '/e',
    '\\\\x\\f',
    'h\nttp://x/g',
    ' http://x/h ',
    '&#104;ttp://x/i',
  ],
  ...[
    'http&colon;//x/j',
    'HTTP://X/k',
    'data:,l',
    'data:image/svg+xml,<svg/>',
    '#m',
    '',
    '?n',
    'x/&amp;o',
    'javascript:0',
  ],
)
const quoted = fc
  .tuple(fc.constantFrom('"', "'", ''), address)
  .map(([quote, text]) => (quote === '' ? text.replace(/[\s>]/g, '') : `${quote}${text}${quote}`))
const cssAddress = fc
  .tuple(
    fc.constantFrom(
      'url(%)',
      'url( "%" )',
      '\\75rl(%)',
      "u\\52 L('%')",
      'image-set("%" 1x)',
      '-webkit-image-set(url(%) 1x)',
      'image-set(var(--u) 1x)',
    ),
    address,
  )
  .map(([form, text]) => form.replace('%', text.replace(/[\n'"()\\&;]/g, '')))
const declaration = fc
  .tuple(
    fc.constantFrom(
      'background',
      'background-image',
      'list-style',
      'border-image',
      'content',
      'cursor',
      'filter',
      'mask',
      'clip-path',
      '--u',
      'shape-outside',
    ),
    cssAddress,
  )
  .map(([name, value]) => (name === '--u' ? `--u:"http://x/u"` : `${name}:${value}`))
const css = fc.oneof(
  fc.array(declaration, { minLength: 1, maxLength: 3 }).map((all) => `*{${all.join(';')}}`),
  fc
    .tuple(
      fc.constantFrom(
        '@import "%";',
        '@import url(%);',
        '@\\69mport/**/"%";',
        "@IMPORT\n'%';",
        '@namespace "%";',
      ),
      address,
    )
    .map(([form, text]) => form.replace('%', text.replace(/[\n'"()\\&;]/g, ''))),
  fc.constantFrom(
    '/* ',
    '*/',
    '"',
    "'",
    '}',
    '{',
    '<!--',
    '-->',
    '\\',
    'a{content:"\n',
    '<![CDATA[',
    ']]>',
    '&#64;import "http://x/z";',
  ),
)
const TAGS =
  'img image IMG svg use feImage filter rect style link script iframe object embed video audio source track input body base meta form a area math title textarea noscript template p div foreignObject set animate picture frame xmp desc select table svg:image'.split(
    ' ',
  )
const NAMES =
  'src SRC href xlink:href data poster srcset imagesrcset background rel as type style fill filter srcdoc http-equiv content attributeName to values begin onerror action ping alt title media sizes color mask cursor manifest'.split(
    ' ',
  )
const value = fc.oneof(
  quoted,
  fc.constantFrom(
    '"stylesheet"',
    'preload',
    'icon',
    '"prefetch"',
    'image',
    '"refresh"',
    '"0;url=http://x/r"',
    'href',
    '"0s"',
    "'<img src=http://x/s>'",
    'text/css',
    'module',
    '"image/png"',
    '"a>b"',
    '"',
    "'",
    '"http://x/1 1x, y 2x"',
    '"fetch(`/o`)"',
  ),
  fc
    .array(declaration, { minLength: 1, maxLength: 2 })
    .map((all) => `"${all.join(';').replaceAll('"', '&quot;')}"`),
)
const attribute = fc
  .tuple(
    fc.constantFrom(' ', '/', '\n', '\t'),
    fc.constantFrom(...NAMES),
    fc.constantFrom('=', ' = ', '=\n'),
    value,
  )
  .map((parts) => parts.join(''))
const tag = fc
  .tuple(
    fc.constantFrom(...TAGS),
    fc.array(attribute, { maxLength: 4 }),
    fc.constantFrom('>', '/>', ' >', ''),
  )
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
const endTag = fc.constantFrom(...TAGS, 'svg', 'style', 'title').map((name) => `</${name}>`)
const oddity = fc.constantFrom(
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<?x',
  '</',
  '<',
  '>',
  '"',
  'text',
  '<svg>',
  '<math>',
  '<foreignObject>',
  '<style>',
  '</style>',
  '<svg><style>',
)
const pages = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: tag },
      { weight: 2, arbitrary: endTag },
      { weight: 2, arbitrary: css },
      { weight: 1, arbitrary: css.map((text) => `<style>${text}</style>`) },
      { weight: 2, arbitrary: oddity },
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''))
