/** The audience window's side of the link: follows the presenter, and opens it. */
import { make } from '../dom.ts'
import type { Stage } from '../stage.ts'
import { windowName } from './link.ts'
import { showMarks } from './marks.ts'
import { openTalk, type Talk } from './talk.ts'

export type AudienceLinkWords = {
  readonly blocked: string
  readonly openPresenter: string
  readonly close: string
}

export type AudienceLink = { openPresenter(): void }

/** Call it when the stage stands where the address says. */
export function joinAudience(stage: Stage, words: AudienceLinkWords): AudienceLink {
  const talk = openTalk(stage, 'audience')
  showMarks(talk, (slide) => stage.slides[slide]?.svg)
  // Whoever presents answers with where the talk stands: this window may have been reloaded or opened anew.
  talk.call()
  return {
    openPresenter: () => {
      const known = talk.link.partner()
      if (known !== undefined) return known.focus()
      const opened = window.open(
        presenterAddress(),
        nameOfPresenter(talk),
        'popup,width=1366,height=768',
      )
      if (opened === null) return tellBlocked(talk, words)
      talk.link.add(opened)
    },
  }
}

function presenterAddress(): string {
  const url = new URL(location.href)
  url.search = '?presenter'
  return url.href
}

function nameOfPresenter(talk: Talk): string {
  return windowName('presenter', talk.link.key)
}

/** A link that a person clicks is never blocked, and what it opens knows this window. */
function tellBlocked(talk: Talk, words: AudienceLinkWords): void {
  document.querySelector('#blocked')?.remove()
  const link = make(
    'a',
    { href: presenterAddress(), target: nameOfPresenter(talk) },
    words.openPresenter,
  )
  const close = make('button', { type: 'button' }, words.close)
  const box = make(
    'div',
    { id: 'blocked', role: 'alert' },
    make('p', {}, words.blocked),
    link,
    close,
  )
  box.addEventListener('click', (event) => {
    // A click on the page goes to the next slide; here it does not.
    event.stopPropagation()
    if (event.target === link || event.target === close) box.remove()
  })
  document.body.append(box)
  link.focus()
}
