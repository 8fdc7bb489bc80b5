import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  htmlOf,
  meet,
  place,
  popupOf,
  press,
  setClock,
  talkMarkdown,
  textOf,
  until,
  useWindows,
} from './two-windows.ts'

const windows = useWindows({ deck: () => htmlOf(talkMarkdown()) })
let audience: Page
let presenter: Page

beforeEach(async () => {
  audience = await windows.open(windows.address('deck'))
  await setClock(0, audience)
  presenter = await windows.present(audience)
  await setClock(0, presenter)
})

describe('the two windows', () => {
  it('go through a whole talk together, from either side', async () => {
    const forward = ['2', '3', '4', '4.1', '4.2', '4.3', '5']
    for (const next of forward) {
      await press(presenter, 'PageDown')
      await meet(next, presenter, audience)
    }
    for (const before of [...forward].reverse().slice(1)) {
      await press(audience, 'PageUp')
      await meet(before, audience, presenter)
    }
    await press(presenter, '4', 'Enter')
    await meet('4', presenter, audience)
    await press(audience, 'b')
    await meet('4 black', audience, presenter)
    expect(await textOf(presenter, '.blank')).toBe('The class sees a black screen')
    await press(presenter, 'w')
    await meet('4 white', presenter, audience)
    await press(presenter, 'w')
    await meet('4', presenter, audience)
    await presenter.click('.list li:nth-child(2) button')
    await meet('3', presenter, audience)
  })

  it('show the slide, the next one and its notes as the author formatted them', async () => {
    expect(await textOf(presenter, '.notes-pane .text strong')).toBe('all')
    await press(presenter, 'ArrowRight')
    expect(await presenter.$$eval('.notes-pane .text ol li', (items) => items.length)).toBe(2)
    expect(await textOf(presenter, '.next h2 span')).toBe('Next')
    expect(await textOf(presenter, '.next section h2')).toBe('Second things')
    await press(presenter, 'ArrowRight')
    expect(await textOf(presenter, '.notes-pane .text')).toBe('No notes for this slide.')
    const hrefs = await presenter.$$eval('.now a', (links) => links.map((link) => link.outerHTML))
    expect(hrefs.join()).toContain('href="https://example.org/list#3"')
    await press(presenter, 'ArrowRight')
    expect(await textOf(presenter, '.next h2 span')).toBe('Next step')
    expect(
      await presenter.$$eval('.next .pending, .now .pending', (all) =>
        all.map((one) => one.textContent),
      ),
    ).toEqual(['first step', 'second step', 'third step', 'second step', 'third step'])
    expect(
      await presenter.$eval('.notes-pane a', ({ target, rel, href }) => [target, rel, href]),
    ).toEqual(['_blank', 'noopener noreferrer', 'https://example.org/paper'])
    const ids = await presenter.$$eval('[id]', (all) => all.map(({ id }) => id))
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(['presenter', 'audience'] as const)(
    'survive a reload of the %s window',
    async (which) => {
      await press(presenter, '4', 'Enter', 'ArrowRight', 'b')
      await meet('4.1 black', presenter, audience)
      await setClock(3, presenter, audience)
      await until(presenter, readElapsed, '3:00')
      await (which === 'presenter' ? presenter : audience).reload()
      await meet('4.1 black', presenter, audience)
      await press(presenter, 'b', 'ArrowRight')
      await meet('4.2', presenter, audience)
      await press(audience, 'ArrowRight')
      await meet('4.3', presenter, audience)
      await setClock(5, presenter, audience)
      await until(presenter, readElapsed, '5:00')
    },
  )

  it('say that the audience window was closed, and open it again', async () => {
    await press(presenter, '3', 'Enter')
    await meet('3', audience)
    await audience.close()
    await until(presenter, readNotice, 'The audience window is closed.Open the audience window')
    audience = windows.watch(await popupOf(presenter, () => presenter.click('.notice a')))
    await meet('3', audience)
    await until(presenter, readNotice, '')
    await press(audience, 'ArrowRight')
    await meet('4', presenter, audience)
  })

  it('take up the talk when the presenter is closed and opened again', async () => {
    await press(presenter, '4', 'Enter')
    await setClock(2, presenter, audience)
    await press(presenter, 'ArrowRight')
    await meet('4.1', audience)
    await presenter.close()
    await press(audience, 'ArrowRight')
    presenter = await windows.present(audience)
    await setClock(2, presenter)
    await meet('4.2', presenter)
    await until(presenter, readElapsed, '2:00')
  })

  it('are followed by a presenter opened by hand, and by a second one', async () => {
    const byHand = await windows.open(`${windows.address('deck')}?presenter`)
    await press(presenter, '4', 'Enter')
    await meet('4', byHand, audience)
    await press(byHand, 'ArrowRight')
    await meet('4.1', presenter, audience)
    await presenter.close()
    await press(byHand, 'ArrowRight')
    await meet('4.2', audience)
    await press(audience, 'ArrowLeft')
    await meet('4.1', byHand)
  })

  it('do not let another tab with the same deck lead the talk', async () => {
    const tab = await windows.open(windows.address('deck'))
    await press(tab, 'End')
    await meet('5', tab)
    await press(presenter, 'ArrowRight')
    await meet('2', presenter, audience)
    await press(audience, 'ArrowRight')
    await meet('3', presenter, audience)
    expect(await place(presenter)).toBe('3')
  })
})

describe('the timer', () => {
  it('starts when the talk leaves its title, counts by section and says how far behind it is', async () => {
    const read = (): Promise<readonly string[]> =>
      Promise.all(
        ['elapsed', 'left', 'section', 'pace'].map((name) => textOf(presenter, `.${name} .value`)),
      )
    expect(await read()).toEqual(['0:00', '10:00', '–', '–'])
    expect(await textOf(presenter, '.elapsed .note')).toBe('Not started')
    await setClock(1, presenter, audience)
    await press(presenter, 'ArrowRight')
    await setClock(2.5, presenter, audience)
    await until(presenter, readElapsed, '1:30')
    expect(await read()).toEqual(['1:30', '8:30', '2:30', 'On time'])
    await setClock(7, presenter, audience)
    await until(presenter, readElapsed, '6:00')
    expect(await read()).toEqual(['6:00', '4:00', '+2:00', '4 min behind'])
    expect(await textOf(presenter, '.section .label')).toBe('Section over time')
    expect(await presenter.$eval('.pace', (meter) => (meter as HTMLElement).dataset['tone'])).toBe(
      'late',
    )
    await press(presenter, '4', 'Enter')
    expect(await read()).toEqual(['6:00', '4:00', '6:00', 'On time'])
    await press(presenter, 't')
    await setClock(9, presenter, audience)
    expect(await read()).toEqual(['6:00', '4:00', '6:00', 'On time'])
    expect(await textOf(presenter, '.elapsed .note')).toBe('Paused')
    await press(presenter, 't')
    await setClock(15, presenter, audience)
    await until(presenter, readElapsed, '12:00')
    expect(await read()).toEqual(['12:00', '+2:00', '0:00', '2 min behind'])
    await press(presenter, 'z')
    expect(await read()).toEqual(['0:00', '10:00', '6:00', '–'])
  })

  it('counts down from the minutes that the lecturer types in', async () => {
    await presenter.click('.length input', { count: 3 })
    await presenter.keyboard.type('25')
    await presenter.keyboard.press('Enter')
    expect(await textOf(presenter, '.left .value')).toBe('25:00')
    await presenter.reload()
    await until(presenter, () => document.querySelector('.left .value')?.textContent ?? '', '25:00')
  })

  it('writes what each section and slide took into a file named after the talk', async () => {
    const session = await windows.browser().target().createCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: windows.folder,
      eventsEnabled: true,
    })
    // 1 min on the first slide of alpha, 2 on its second, 7.5 on beta, 0.25 on the question.
    await press(presenter, 'ArrowRight')
    await setClock(1, presenter, audience)
    await press(presenter, 'ArrowRight')
    await setClock(3, presenter, audience)
    await press(audience, 'ArrowRight', 'ArrowRight')
    await meet('4.1', presenter)
    await setClock(10.5, presenter, audience)
    await press(presenter, 'End')
    await setClock(10.75, presenter, audience)
    await until(presenter, readElapsed, '10:45')
    expect(await textOf(presenter, '.next h2 span')).toBe('The last slide')
    const save = async (label: string): Promise<string> => {
      const done = new Promise<void>((resolve) => {
        session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve())
      })
      await presenter.click(`.next .save button::-p-text(${label})`)
      await done
      return readFileSync(join(windows.folder, `Sample - rehearsal.${label.toLowerCase()}`), 'utf8')
    }
    expect((await save('CSV')).split('\r\n')).toEqual([
      '\ufeffkind,number,title,planned_min,actual_min,difference_min',
      'section,1,Rare earths,,0,',
      'section,2,Part alpha,4,3,-1',
      'section,3,Part beta,6,7.5,1.5',
      'section,4,Question,,0.25,',
      'slide,1,Rare earths,,0,',
      'slide,2,First things,,1,',
      'slide,3,Second things,,2,',
      'slide,4,In steps,,7.5,',
      'slide,5,Question,,0.25,',
      'total,,,10,10.75,0.75',
      '',
    ])
    expect(JSON.parse(await save('JSON'))).toMatchObject({
      title: 'Sample',
      plannedMin: 10,
      actualMin: 10.75,
      sections: [
        { title: 'Rare earths', actualMin: 0 },
        { title: 'Part alpha', plannedMin: 4, actualMin: 3, differenceMin: -1 },
        { title: 'Part beta', plannedMin: 6, actualMin: 7.5, differenceMin: 1.5 },
        { title: 'Question', actualMin: 0.25 },
      ],
    })
    await press(presenter, 'r')
    expect(await textOf(presenter, '#log tbody tr:nth-child(2)')).toBe('Part beta6:007:30+1:30')
    expect(await textOf(presenter, '#log tfoot tr')).toBe('Total10:0010:45+0:45')
  })
})

function readElapsed(): string {
  return document.querySelector('.elapsed .value')?.textContent ?? ''
}

function readNotice(): string {
  const notice = document.querySelector<HTMLElement>('.notice')
  return notice === null || notice.hidden ? '' : (notice.textContent ?? '')
}
