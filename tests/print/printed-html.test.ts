import { describe, expect, it } from 'vitest'
import { FORMULA_MARK } from '../../scripts/print/pdf/mend-tags.ts'
import { asPrinted } from '../../scripts/print/printed-html.ts'

const MATHML =
  '<span class="katex"><span class="katex-mathml"><math><semantics><mrow></mrow><annotation encoding="application/x-tex">a &lt; "b"</annotation></semantics></math></span>'
const SHOWN = '<span class="katex-html" aria-hidden="true">a</span></span>'

describe('a formula as it is printed', () => {
  it('without words is told by its TeX, without MathML', () => {
    expect(asPrinted(`<p>So ${MATHML}${SHOWN}, and ${MATHML}${SHOWN}.</p>`)).toBe(
      `<p>So ${printed()}, and ${printed()}.</p>`,
    )
  })

  it('with words is told by them', () => {
    const opening = '<div class="math" role="img" aria-label="'
    const display = '<span class="katex-display">'
    expect(asPrinted(`${opening}a below b">${display}${MATHML}${SHOWN}</span></div>`)).toBe(
      `${opening}${FORMULA_MARK}a below b">${display}<span class="katex"><span class="katex-html">a</span></span></span></div>`,
    )
  })

  it('that an author wrote as tags stays as it is', () => {
    const own = '<span class="katex"><span class="katex-mathml">x</span></span>'
    expect(asPrinted(own)).toBe(own)
  })

  it('stands beside a picture of megabytes', () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(4_000_000)}">`
    expect(asPrinted(`${picture}${MATHML}${SHOWN}`)).toBe(`${picture}${printed()}`)
  })
})

function printed(): string {
  const label = `${FORMULA_MARK}a &lt; &quot;b&quot;`
  return `<span class="katex" role="img" aria-label="${label}"><span class="katex-html">a</span></span>`
}
