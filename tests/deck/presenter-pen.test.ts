import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { htmlOf, meet, press, talkMarkdown, until, useWindows } from './two-windows.ts'

const windows = useWindows({ deck: () => htmlOf(talkMarkdown()) })

/** Moves over the slide on the screen of the presenter, in the slide's own coordinates. */
async function moveTo(presenter: Page, x: number, y: number): Promise<void> {
  const box = await (await presenter.$('.now svg'))?.boundingBox()
  if (!box) throw new Error('no slide')
  await presenter.mouse.move(box.x + (x * box.width) / 1280, box.y + (y * box.height) / 720)
}

async function drawLine(presenter: Page): Promise<void> {
  await moveTo(presenter, 200, 300)
  await presenter.mouse.down()
  await moveTo(presenter, 400, 300)
  await moveTo(presenter, 400, 500)
  await presenter.mouse.up()
}

const readInk = (): string => {
  const [path, ...more] = document.querySelectorAll('svg.current .ink path, .now .ink path')
  const numbers = path?.getAttribute('d')?.match(/\d+/g) ?? []
  // To the nearest ten: the windows differ in size, the slide's coordinates do not.
  const near = numbers.map((number) => Math.round(Number(number) / 10) * 10)
  return `${near.join(' ')}${more.length > 0 ? ` and ${more.length}` : ''}`
}

const readSpot = (): string => {
  const spot = document.querySelector('svg.current .spot')
  const at = ['cx', 'cy'].map((name) => Math.round(Number(spot?.getAttribute(name)) / 10) * 10)
  return spot === null ? '' : at.join(' ')
}

describe('the pointer', () => {
  it('shows a spot on the audience slide while it is over the slide and switched on', async () => {
    const audience = await windows.open(windows.address('deck'))
    const presenter = await windows.present(audience)
    await moveTo(presenter, 640, 360)
    await press(presenter, 'ArrowRight', 'l')
    await meet('2', audience)
    expect(await audience.evaluate(readSpot)).toBe('')
    await moveTo(presenter, 300, 200)
    await until(audience, readSpot, '300 200')
    await moveTo(presenter, 640, 400)
    await until(audience, readSpot, '640 400')
    await presenter.mouse.move(5, 5)
    await until(audience, readSpot, '')
    await moveTo(presenter, 640, 400)
    await until(audience, readSpot, '640 400')
    await press(presenter, 'l')
    await until(audience, readSpot, '')
  })

  it('draws while the button is held; ink stays with its slide until it is cleared', async () => {
    const audience = await windows.open(windows.address('deck'))
    const presenter = await windows.present(audience)
    await drawLine(presenter)
    expect(await presenter.evaluate(readInk)).toBe('')
    await press(presenter, 'ArrowRight', 'l')
    await drawLine(presenter)
    const line = '200 300 400 300 400 500'
    for (const page of [presenter, audience]) await until(page, readInk, line)
    await press(presenter, 'ArrowRight')
    for (const page of [presenter, audience]) await until(page, readInk, '')
    await drawLine(presenter)
    await drawLine(presenter)
    for (const page of [presenter, audience]) await until(page, readInk, `${line} and 1`)
    await press(audience, 'ArrowLeft')
    for (const page of [presenter, audience]) await until(page, readInk, line)
    await audience.reload()
    await until(audience, readInk, line)
    await presenter.reload()
    await until(presenter, readInk, line)
    await press(presenter, 'e')
    for (const page of [presenter, audience]) await until(page, readInk, '')
    await press(presenter, 'ArrowRight')
    for (const page of [presenter, audience]) await until(page, readInk, `${line} and 1`)
  })

  it('leaves a dot where it is only pressed', async () => {
    const audience = await windows.open(windows.address('deck'))
    const presenter = await windows.present(audience)
    await press(presenter, 'l')
    await moveTo(presenter, 100, 100)
    await presenter.mouse.down()
    await presenter.mouse.up()
    await until(audience, readInk, '100 100 0')
  })

  it('keeps the ink of an audience window that came later over its reload', async () => {
    const audience = await windows.open(windows.address('deck'))
    const presenter = await windows.present(audience)
    await press(presenter, 'ArrowRight', 'l')
    await drawLine(presenter)
    const line = '200 300 400 300 400 500'
    await until(audience, readInk, line)
    await audience.close()
    const second = await windows.open(windows.address('deck'))
    await until(second, readInk, line)
    await second.reload()
    await until(second, readInk, line)
  })
})
