import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LAYOUT_CSS } from '../../scripts/deck/layout-css.ts'
import { minifyCss } from '../../scripts/deck/minify-css.ts'
import { pageCss } from '../../scripts/deck/page-css.ts'
import { styleClasses } from '../../scripts/deck/style-classes.ts'
import { withChromium } from '../chromium.ts'
import { rootDir } from '../run-lectern.ts'

describe('minifyCss', () => {
  it.each([
    ['a { color : red ; }\n\n b{}', 'a{color :red}b{}'],
    ['/* one */ a > b , c { margin: 0 1px; } /* two */', 'a>b,c{margin:0 1px}'],
    ['a :hover { width: calc( 1px + 2px ) }', 'a :hover{width:calc( 1px + 2px )}'],
    ['.a/* x */.b { }', '.a/**/.b{}'],
    ["a::before { content: ' ;} /* no */ ' ; }", "a::before{content:' ;} /* no */ '}"],
    ['a { b: url( "x ) y" ) url(data:x;y  z) }', 'a{b:url( "x ) y" ) url(data:x;y  z)}'],
    [
      '@media (min-width: 1px) and (color) { a { b: "\\" ; }" } }',
      '@media (min-width:1px) and (color){a{b:"\\" ; }"}}',
    ],
  ])('writes %j as %j', (css, small) => {
    expect(minifyCss(css)).toBe(small)
  })

  it('means the same to Chromium', { timeout: 60_000 }, async () => {
    const themes = ['lecture', 'coaching'].map((name) =>
      readFileSync(`${rootDir}/templates/${name}/theme.css`, 'utf8'),
    )
    const sheets = [LAYOUT_CSS, pageCss({ widthPx: 1280, heightPx: 720 }), ...themes]
    await withChromium(async (browser) => {
      const page = await browser.newPage()
      for (const css of sheets) {
        const [whole, small] = await page.evaluate(
          (texts) =>
            texts.map((text) => {
              const sheet = new CSSStyleSheet()
              sheet.replaceSync(text)
              // What follows a comma inside var() is kept as it was written.
              return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(', ', ','))
            }),
          [css, minifyCss(css)],
        )
        expect(whole?.length).toBeGreaterThan(3)
        expect(small).toEqual(whole)
      }
    })
  })
})

describe('styleClasses', () => {
  it('gives equal styles one class', () => {
    const { html, css } = styleClasses(
      '<col style="width:1px"><p class="a" style="--x: &quot;;&quot;; color:red;">b</p><col style="width:1px"/>',
    )
    expect(html).toBe('<col class="s0_"><p class="s1_ a">b</p><col class="s0_"/>')
    expect(css).toBe('.s0_{width:1px!important}.s1_{--x: ";"!important;color:red!important}')
  })

  it('leaves text and other attributes alone', () => {
    const html = '<p title=\'style="a"\' aria-label="style=b">a style="c"</p><br style="">'
    expect(styleClasses(html).html).toBe(html.replace(' style=""', ''))
  })
})
