import { expect, it } from 'vitest'
import { makeOwnBase } from '../../../scripts/pptx/base/own-base.ts'
import type { SlidePage } from '../../../scripts/pptx/presentation.ts'
import { writePresentation } from '../../../scripts/pptx/write/write-presentation.ts'
import { LOOK } from '../brand-file.ts'
import { readSlides } from '../drawn-deck.ts'
import { judgePptx, sayFindings } from '../judge/judge-pptx.ts'
import { find } from '../judge/read-xml.ts'

const BOX = { x: 100, y: 100, width: 200, height: 100 }
const EMPTY = { text: '' }

function pageOf(link: string): SlidePage {
  return {
    layout: 'Blank',
    shapes: [{ kind: 'text', name: 'Way', box: BOX, geometry: 'rect', fill: 'tint', link }],
    notes: [],
    footer: EMPTY,
    section: EMPTY,
    isNumbered: false,
  }
}

const properties = {
  title: 'Links',
  author: '',
  company: '',
  subject: '',
  keywords: [],
  date: '',
  printedDate: '',
}

it('leads from a shape to a slide by an action, to an address without one, and nowhere else', () => {
  const slides = ['#3', 'https://example.org/', 'file:///etc/passwd'].map(pageOf)
  const bytes = writePresentation(
    { lang: 'en', properties, slides, sections: [] },
    makeOwnBase(LOOK),
  )
  const actions = readSlides(bytes).map(({ shapes }) =>
    find(shapes[0]?.xml, 'a:hlinkClick').map(
      ({ attributes }) => attributes.get('action') ?? 'none',
    ),
  )
  expect(actions).toEqual([['ppaction://hlinksldjump'], ['none'], []])
  expect(sayFindings(judgePptx(bytes))).toEqual([])
})
