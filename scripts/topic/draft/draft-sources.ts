import { createIdMaker } from './make-id.ts'
import { escapeInline } from './note-text.ts'

export type DraftSource = {
  readonly id: string
  /** Inline markup. */
  readonly title: string
  readonly publisher: string
  readonly url: string
}

const MAX_SOURCES = 60

/** One source for each address, in the order of the notes. */
export function draftSources(urls: readonly string[]): readonly DraftSource[] {
  const makeId = createIdMaker('source', { maxWords: 3 })
  const unique = [...new Set(urls)].filter((url) => url.length <= MAX_URL).slice(0, MAX_SOURCES)
  return unique.map((url) => {
    const host = hostOf(url)
    const id = makeId(host.replace(/\.[a-z.]+$/u, ''))
    return {
      id,
      title: escapeInline(titleOf(url) ?? host),
      publisher: escapeInline(host),
      url,
    }
  })
}

const MAX_URL = 500

function hostOf(url: string): string {
  const host = /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase() ?? ''
  return /^[ -~]+$/u.test(host) ? host : 'web page'
}

/** `/india-russia-discuss-minerals-10175015/` reads as a title; the author will replace it. */
function titleOf(url: string): string | undefined {
  const path = url.replace(/^https?:\/\/[^/]*/iu, '').replace(/[?#].*$/u, '')
  const words = path
    .split('/')
    .map((part) => part.replace(/\.[a-z]{2,5}$/u, '').split(/[-_]/u))
    .map((part) => part.filter((word) => /^[a-z0-9]+$/iu.test(word) && !/^\d{5,}$/u.test(word)))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), [])
  const title = words.join(' ')
  return words.length < 3 ? undefined : title.charAt(0).toUpperCase() + title.slice(1)
}
