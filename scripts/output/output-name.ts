/** Names of output folders that every file system takes, made from a topic's slug. */
import { createHash } from 'node:crypto'

/** Windows keeps these for devices, with or without blanks and an ending (Microsoft, "Naming Files"). */
const RESERVED_RE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu
/** The files of the output folder itself. */
const TAKEN_RE = /^(?:index\.html|manifest\.json)$/iu
const FORBIDDEN_RE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu
const MAX_BYTES = 120

/**
 * NFC; signs that Windows forbids become a hyphen; no leading or trailing dot or blank; reserved names
 * take an underscore; long names are cut at a grapheme and told apart by a hash of the whole.
 */
export function outputName(slug: string): string {
  const joined = slug.replace(/[\u200c\u200d]/g, '').normalize('NFC')
  const plain = joined.replace(FORBIDDEN_RE, '-').replace(/^[\s.-]+|[\s.]+$/gu, '')
  const name = plain === '' || Buffer.byteLength(plain) > MAX_BYTES ? cut(plain, slug) : plain
  const isReserved = RESERVED_RE.test(name) || TAKEN_RE.test(name)
  return isReserved ? `${name.replace(/^[^.]*/, '$&_')}` : name
}

function cut(name: string, slug: string): string {
  const hash = createHash('sha256').update(slug).digest('hex').slice(0, 8)
  let short = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    if (Buffer.byteLength(short + segment) > MAX_BYTES - 9) break
    short += segment
  }
  return short === '' ? `topic-${hash}` : `${short}-${hash}`
}

/** Two names that one folder of a Windows or macOS disk cannot hold side by side share this key. */
export function collisionKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}
