/** Says that the class sees nothing, and opens its window again. */
import type { Action } from '../actions.ts'
import { make } from '../dom.ts'
import { windowName } from '../link/link.ts'
import { watchPresence } from './presence.ts'
import type { PresenterContext } from './view.ts'

export type AudienceNotice = { readonly element: HTMLElement; readonly action: Action }

export function makeAudienceNotice({ talk, words }: PresenterContext): AudienceNotice {
  const text = make('span')
  // A link, because no browser blocks the window that a link opens.
  const link = make('a', { target: windowName('audience', talk.link.key) }, words.openAudience)
  const box = make('div', { class: 'notice' }, text, link)
  const element = make('div', { role: 'status' }, box)
  box.hidden = true
  const aim = (): void => {
    const url = new URL(location.href)
    url.search = ''
    link.href = url.href
  }
  link.addEventListener('click', aim)
  aim()
  watchPresence(talk, (presence) => {
    text.textContent = presence === 'gone' ? words.audienceClosed : words.noAudience
    box.hidden = presence === 'here'
  })
  const action: Action = {
    name: 'audience',
    keys: ['p'],
    label: words.audience,
    isForBlank: true,
    run: () => {
      const known = talk.link.partner()
      if (known === undefined) link.click()
      else known.focus()
    },
  }
  return { element, action }
}
