import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRuler } from '../../../scripts/deck/deck-ruler.ts'
import { makeOwnBase } from '../../../scripts/pptx/base/own-base.ts'
import type { Canvas } from '../../../scripts/pptx/canvas.ts'
import { fitFoot } from '../../../scripts/pptx/compose/fit-foot.ts'
import { openWorkshop } from '../../../scripts/render/workshop.ts'
import { rootDir } from '../../run-lectern.ts'

async function canvasOf(lang: 'en' | 'hi'): Promise<Canvas> {
  const workshop = openWorkshop([{ path: join(rootDir, 'templates'), displayPath: 'templates' }])
  const { theme } = await workshop.templatesOf('lecture')
  const foot = { footer: '', date: '' }
  const base = makeOwnBase({ theme, lang, paperColors: theme.colors, foot })
  const ruler = openRuler(theme.deck, lang)
  const layout = base.layouts['Title and Content']
  return { theme, lang, pictures: new Map(), listings: new Map(), ruler, layout }
}

describe('a text of the foot line', () => {
  it('that fits is left to the layout', async () => {
    expect(fitFoot('Rare earths', 'section', await canvasOf('en'))).toEqual({ text: 'Rare earths' })
  })

  it('that is a little too long gets smaller, to 12 pt at most', async () => {
    const text = 'India–Russia: rare earths and other metals'
    const { sizePx = 0, ...rest } = fitFoot(text, 'footer', await canvasOf('en'))
    expect(rest).toEqual({ text })
    expect(sizePx).toBeLessThan(18)
    expect(sizePx).toBeGreaterThanOrEqual(16)
  })

  it('that is much too long is cut at a word and keeps the whole for those who hear it', async () => {
    const text = 'अंतरराष्ट्रीय संबंध एवं लोक प्रशासन अध्ययन संस्थान, नई दिल्ली और बेंगलुरु केंद्र'
    const fitted = fitFoot(text, 'footer', await canvasOf('hi'))
    expect(fitted.whole).toBe(text)
    expect(fitted.text).toMatch(/[^\s,]…$/)
    expect(text.startsWith(fitted.text.slice(0, -1))).toBe(true)
    expect(text[fitted.text.length - 1]).toMatch(/[\s,]/)
  })

  it('that is one endless word is cut between letters', async () => {
    const fitted = fitFoot('a'.repeat(200), 'section', await canvasOf('en'))
    expect(fitted.text).toMatch(/^a{20,60}…$/)
  })
})
