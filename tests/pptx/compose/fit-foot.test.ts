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

const FOOT = { footer: '', header: 'Section', isPaginated: true }

describe('a text of the foot line', () => {
  it('that fits is left to the layout', async () => {
    expect(fitFoot({ ...FOOT, header: 'Rare earths' }, await canvasOf('en')).section).toEqual({
      text: 'Rare earths',
    })
  })

  it('that is a little too long gets smaller, to 12 pt at most', async () => {
    const text = 'India–Russia: rare earths and other metals'
    const { sizePx = 0, ...rest } = fitFoot({ ...FOOT, footer: text }, await canvasOf('en')).footer
    expect(rest).toEqual({ text })
    expect(sizePx).toBeLessThan(18)
    expect(sizePx).toBeGreaterThanOrEqual(16)
  })

  it('that is much too long is cut at a word and keeps the whole for those who hear it', async () => {
    const text = 'अंतरराष्ट्रीय संबंध एवं लोक प्रशासन अध्ययन संस्थान, नई दिल्ली और बेंगलुरु केंद्र'
    const { footer: fitted } = fitFoot({ ...FOOT, footer: text }, await canvasOf('hi'))
    expect(fitted.whole).toBe(text)
    expect(fitted.text).toMatch(/[^\s,]…$/)
    expect(text.startsWith(fitted.text.slice(0, -1))).toBe(true)
    expect(text[fitted.text.length - 1]).toMatch(/[\s,]/)
  })

  it('has the room of the section and the number where they are not shown', async () => {
    const text = 'Institute of Public Policy and International Relations, New Delhi and Bengaluru'
    const canvas = await canvasOf('en')
    const alone = { footer: text, header: '', isPaginated: false }
    const { footer } = fitFoot(alone, canvas)
    expect(footer.text).toBe(text)
    expect(footer.sizePx).toBeUndefined()
    expect(footer.box?.width).toBe(canvas.theme.deck.widthPx - 2 * canvas.theme.deck.marginXPx)
    const { footer: numbered } = fitFoot({ ...alone, isPaginated: true }, canvas)
    const date = canvas.layout.placeholders.find(({ role }) => role === 'date')
    expect((numbered.box?.x ?? 0) + (numbered.box?.width ?? 0)).toBe((date?.box.x ?? 0) - 24)
  })

  it('that is one endless word is cut between letters', async () => {
    const header = 'a'.repeat(200)
    const { section: fitted } = fitFoot({ ...FOOT, header }, await canvasOf('en'))
    expect(fitted.text).toMatch(/^a{20,60}…$/)
  })
})
