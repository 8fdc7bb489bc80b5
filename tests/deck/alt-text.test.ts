/** What stands for a picture, read aloud. */
import { expect, it } from 'vitest'
import { buildTopics } from './built-topics.ts'

it('is what the author wrote, without the marks that escape it in Markdown', async () => {
  const alt = 'US$ 5 *billion* <b> & [one] \\ two'
  const [built] = await buildTopics({
    'a.md': `---\ntitle: A\nsections:\n  - { id: s, title: S, chart: { caption: C, alt: ${JSON.stringify(alt)}, data: [[A, 1], [B, 2]] } }\n---\n`,
  })
  expect(built?.codes).toEqual([])
  const escaped = alt.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(built?.html).toContain(`aria-label="${escaped}"`)
})
