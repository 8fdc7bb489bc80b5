/** A style sheet without what it would fetch: pictures beside the deck become part of it. */
import { findStyleFetches } from '../deck/style-fetches.ts'

const IMPORT_RE = /@import\b(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*(?:;|$)/gi
/** A face without its file would take the place of one that is there. */
const FACE_RE = /@font-face\s*\{[^{}]*\}/gi
const URL_RE = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi

/**
 * @param dataOf `data:` of an address; undefined: it is not shown
 * @returns undefined when something is left that would be fetched: then nothing of the sheet can be kept
 */
export function sealCss(
  css: string,
  dataOf: (address: string) => string | undefined,
): string | undefined {
  const sealed = css
    .replace(IMPORT_RE, '')
    .replace(FACE_RE, (face) => (/url\(\s*["']?(?!data:)/i.test(face) ? '' : face))
    .replace(URL_RE, (whole, double?: string, single?: string, bare = '') => {
      const address = (double ?? single ?? bare).trim()
      if (/^(?:data:|#)/i.test(address)) return whole
      const data = dataOf(address)
      return data === undefined ? 'url("data:,")' : `url("${data}")`
    })
  return findStyleFetches(sealed).length === 0 ? sealed : undefined
}
