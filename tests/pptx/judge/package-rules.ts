/** The container: zip, types of parts (ECMA-376 Part 2 §6 and annex B). */
import { type Package, type Report, relationshipsPath, TYPES_PATH, typeOf } from './package.ts'

/** Any moment but this one is a clock. */
const FIXED_TIME = '1980-01-01 00:00:00'

export function checkZip({ entries }: Package, report: Report): void {
  const seen = new Set<string>()
  for (const { path, time, method, flags, extraLength, hasRightChecksum } of entries) {
    // Names of parts are the same without regard to case (§6.2.2.3).
    const name = path.toLowerCase()
    if (seen.has(name)) report('duplicate-name', path, 'stands twice in the zip')
    seen.add(name)
    if (time !== FIXED_TIME) report('zip-time', path, `made at ${time}, not at ${FIXED_TIME}`)
    if (method !== 0 && method !== 8) report('zip-method', path, `packed by method ${method}`)
    // Bit 11: names in UTF-8.
    if ((flags & ~0x0800) !== 0) report('zip-flags', path, `flags ${flags.toString(2)}`)
    if (extraLength > 0) report('zip-extra', path, `${extraLength} bytes of extra fields`)
    if (!hasRightChecksum) report('zip-checksum', path, 'the bytes are not those of the checksum')
  }
  if (entries[0]?.path !== TYPES_PATH)
    report('first-entry', entries[0]?.path ?? '', `programs know the file by ${TYPES_PATH} first`)
}

/** §6.2.2.2: segments of letters that an address may have, none empty, none ending in a dot. */
const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-F]{2})*[A-Za-z0-9\-_~!$&'()*+,;=:@]$/

export function checkNames({ entries, parts }: Package, report: Report): void {
  for (const { path } of entries) {
    if (path === TYPES_PATH) continue
    if (path.split('/').some((segment) => !SEGMENT.test(segment)))
      report('part-name', path, 'no name that a part may have')
    const source = /^(.*\/)?_rels\/([^/]*)\.rels$/.exec(path)
    if (source === null) continue
    const owner = `${source[1] ?? ''}${source[2]}`
    if (owner !== '' && relationshipsPath(owner) === path && !parts.has(owner))
      report('relationships-of-nothing', path, `there is no ${owner}`)
  }
}

export function checkContentTypes({ entries, parts, types }: Package, report: Report): void {
  for (const [path] of parts)
    if (typeOf(path, types) === '') report('no-content-type', path, 'no type is given')
  for (const [path] of types.overrides)
    if (!parts.has(path)) report('type-of-nothing', TYPES_PATH, `a type for ${path}, not there`)
  for (const [extension] of types.defaults)
    if (!entries.some(({ path }) => path.toLowerCase().endsWith(`.${extension}`)))
      report('type-of-nothing', TYPES_PATH, `a type for .${extension}, of which there is none`)
  for (const [path, { contentType }] of parts)
    if (path.endsWith('.xml') && contentType === 'application/xml')
      report('no-content-type', path, 'only the type of any XML')
}

const MAGIC: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/gif': [0x47, 0x49, 0x46],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [0x50, 0x4b, 3, 4],
}

export function checkMedia({ parts }: Package, report: Report): void {
  for (const [path, { contentType, bytes, xml }] of parts) {
    const magic = MAGIC[contentType]
    if (magic?.some((byte, index) => bytes[index] !== byte) === true)
      report('media-type', path, `is not ${contentType}`)
    if (contentType === 'image/jpg') report('media-type', path, 'the type is called image/jpeg')
    if (contentType === 'image/svg+xml' && xml?.name !== '{http://www.w3.org/2000/svg}svg')
      report('media-type', path, 'is not an SVG picture')
  }
}
