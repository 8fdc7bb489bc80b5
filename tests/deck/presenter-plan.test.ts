/** What the presenter and its log say of sections without minutes, and of a part on several slides. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { topicText } from '../run-lectern.ts'
import { buildTopic } from './built-topics.ts'
import { useWindows } from './two-windows.ts'

const FARM = Array.from(
  { length: 32 },
  (_, index) => `  - { id: f${index}, title: Field ${index}, minutes: 0.25, points: [a] }\n`,
).join('')

const TOPIC = topicText(
  'A talk',
  `minutes: 20
sections:
  - { id: hello, title: Hello, points: [a] }
${FARM.replace('{ id: f0,', '{ id: f0, part: The farm,')}  - { id: end, title: The end, points: [a] }
`,
)

const windows = useWindows({ deck: async () => (await buildTopic(TOPIC)).html })

type Row = { readonly title: string; readonly plannedMin?: number }

it('sections without minutes share what is left; a part on five slides is one row without a plan', async () => {
  const presenter = await windows.present(await windows.open(windows.address('deck')))
  const planned = await presenter.$$eval('.list .planned', (marks) =>
    marks.map(({ textContent }) => textContent),
  )
  expect(planned).toEqual(['6 min', ...Array<string>(32).fill('0.25 min'), '6 min'])
  const session = await windows.browser().target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: windows.folder,
    eventsEnabled: true,
  })
  const done = new Promise<void>((resolve) => {
    session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve())
  })
  await presenter.$eval('.save button:last-child', (button) => (button as HTMLElement).click())
  await done
  const log: { sections: Row[]; slides: Row[]; plannedMin: number } = JSON.parse(
    readFileSync(join(windows.folder, 'A talk - rehearsal.json'), 'utf8'),
  )
  expect(log.slides.map(({ title }) => title)).toContain('The farm (5/5)')
  const farm = log.sections.filter(({ title }) => title.startsWith('The farm'))
  expect(farm.map(({ title, plannedMin }) => [title, plannedMin])).toEqual([
    ['The farm', undefined],
  ])
  const sum = log.sections.reduce((total, { plannedMin = 0 }) => total + plannedMin, 0)
  expect([sum, log.plannedMin]).toEqual([20, 20])
}, 30_000)
