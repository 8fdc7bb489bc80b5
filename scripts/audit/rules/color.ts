/** Output intents and the colours painted with (ISO 19005-2, 6.2.3, 6.2.4 and 6.2.10). */
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, numberIn, placeOf, streamIn, valueIn } from '../reader/entries.ts'
import { isKind, latin1, type PdfDict, type PdfStream, type PdfValue } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const color: Rule = (audit, report) => {
  const intent = checkOutputIntents(audit, report)
  checkIccSpaces(audit, report)
  checkDeviceN(audit, report)
  const uses = new DeviceUses(audit, report, intent)
  for (const { spaces, resources, where } of audit.content.painted)
    for (const space of spaces) uses.check(space, resources, where)
  for (const image of audit.content.images) {
    const space = valueIn(audit.file, image.dict, 'ColorSpace')
    uses.check(space, undefined, `image ${placeOf(audit.file, image, 'object')}`)
  }
  for (const shading of audit.content.shadings) {
    const dict = isKind(shading, 'stream') ? shading.dict : shading
    if (isKind(dict, 'dict'))
      uses.check(valueIn(audit.file, dict, 'ColorSpace'), undefined, 'shading')
  }
}

/** Colour space of the PDF/A output intent, `RGB ` as the profile writes it; empty when there is none. */
function checkOutputIntents({ file }: Audit, report: Report): string {
  const intents = arrayIn(file, file.catalog, 'OutputIntents').filter((item) =>
    isKind(item, 'dict'),
  )
  const profiles = new Set<PdfValue>()
  let space = ''
  for (const intent of intents) {
    const where = `output intent ${placeOf(file, intent, 'in the catalog')}`
    const fault = (message: string): void => report('ISO 19005-2, 6.2.3', message, where)
    if (intent.entries.has('DestOutputProfileRef')) fault('it has /DestOutputProfileRef')
    const profile = streamIn(file, intent, 'DestOutputProfile')
    if (profile === undefined) continue
    profiles.add(profile)
    const header = readProfile(file.decode(profile))
    const isGood =
      header !== undefined &&
      ['prtr', 'mntr'].includes(header.deviceClass) &&
      ['RGB ', 'CMYK', 'GRAY'].includes(header.space) &&
      header.components === numberIn(file, profile.dict, 'N')
    if (!isGood) fault('its ICC profile is damaged, or not one of a printer or monitor')
    else if (nameIn(file, intent, 'S') === 'GTS_PDFA1') space = header.space
  }
  if (profiles.size > 1)
    report('ISO 19005-2, 6.2.3', 'output intents have different profiles', 'catalog')
  return space
}

type ProfileHeader = {
  readonly deviceClass: string
  readonly space: string
  readonly components: number
}

const COMPONENTS: Readonly<Record<string, number>> = {
  GRAY: 1,
  'RGB ': 3,
  'Lab ': 3,
  'LAB ': 3,
  CMYK: 4,
}

/** ICC.1, 7.2: the header; undefined when the data is no profile of a version below 5. */
function readProfile(data: Uint8Array | undefined): ProfileHeader | undefined {
  if (data === undefined || data.length < 132) return undefined
  const word = (at: number): string => latin1(data.subarray(at, at + 4))
  const size = new DataView(data.buffer, data.byteOffset).getUint32(0)
  if (word(36) !== 'acsp' || (data[8] ?? 5) >= 5 || size > data.length) return undefined
  return { deviceClass: word(12), space: word(16), components: COMPONENTS[word(16)] ?? 0 }
}

function checkIccSpaces({ file, everything, content }: Audit, report: Report): void {
  const cmyk = new Set<PdfValue>()
  for (const { value, where } of everything.arrays) {
    const [kind, reference] = value.items
    if (!isKind(kind, 'name') || kind.name !== 'ICCBased') continue
    const profile = file.resolve(reference)
    const header = isKind(profile, 'stream') ? readProfile(file.decode(profile)) : undefined
    const isGood =
      header !== undefined &&
      isKind(profile, 'stream') &&
      ['prtr', 'mntr', 'scnr', 'spac'].includes(header.deviceClass) &&
      header.components === numberIn(file, profile.dict, 'N')
    if (!isGood)
      report('ISO 19005-2, 6.2.4.2', 'an ICC-based colour space has no valid profile', where)
    if (header?.space === 'CMYK') cmyk.add(value)
  }
  for (const { spaces, state, where } of content.painted) {
    if (state === undefined || !spaces.some((space) => cmyk.has(space))) continue
    const overprints = valueIn(file, state, 'OP') === true || valueIn(file, state, 'op') === true
    if (overprints && numberIn(file, state, 'OPM') === 1)
      report('ISO 19005-2, 6.2.4.2', 'ICC-based CMYK is overprinted in mode 1', where)
  }
}

const PROCESS_COLORANTS = ['None', 'Cyan', 'Magenta', 'Yellow', 'Black']

function checkDeviceN({ file, everything }: Audit, report: Report): void {
  for (const { value, where } of everything.arrays) {
    const [kind, listed, , , attributes] = value.items
    if (!isKind(kind, 'name') || kind.name !== 'DeviceN') continue
    const names = file.resolve(listed)
    if (!isKind(names, 'array')) continue
    if (names.items.length > 32)
      report('ISO 19005-2, 6.1.13', 'a DeviceN space has more than 32 colourants', where)
    const dict = file.resolve(attributes)
    const described = isKind(dict, 'dict') ? dictIn(file, dict, 'Colorants') : undefined
    for (const name of names.items)
      if (
        isKind(name, 'name') &&
        !PROCESS_COLORANTS.includes(name.name) &&
        described?.entries.has(name.name) !== true
      )
        report('ISO 19005-2, 6.2.4.4', `the colourant ${name.name} is not described`, where)
  }
}

/** ISO 19005-2, 6.2.4.3: which device colours the output intent, or a default space, lets pass. */
class DeviceUses {
  readonly #audit: Audit
  readonly #report: Report
  readonly #intent: string

  constructor(audit: Audit, report: Report, intent: string) {
    this.#audit = audit
    this.#report = report
    this.#intent = intent
  }

  check(space: PdfValue, resources: PdfDict | undefined, where: string, depth = 0): void {
    const { file } = this.#audit
    const value = file.resolve(space)
    if (depth > 8) return
    if (isKind(value, 'name')) this.#checkDevice(value.name, resources, where)
    if (!isKind(value, 'array')) return
    const kind = file.resolve(value.items[0])
    const base = BASES[isKind(kind, 'name') ? kind.name : '']
    if (base !== undefined) this.check(value.items[base] ?? null, resources, where, depth + 1)
    else if (isKind(kind, 'name') && value.items.length === 1)
      this.#checkDevice(kind.name, resources, where)
  }

  #checkDevice(name: string, resources: PdfDict | undefined, where: string): void {
    const wanted = INTENTS[name]
    if (wanted === undefined) return
    const defaults =
      resources === undefined ? undefined : dictIn(this.#audit.file, resources, 'ColorSpace')
    if (defaults?.entries.has(`Default${name.slice(6)}`) === true) return
    const isGood = wanted === '' ? this.#intent !== '' : this.#intent === wanted
    // Not the operator: a page that paints a thousand times in one colour has one fault.
    if (!isGood)
      this.#report(
        'ISO 19005-2, 6.2.4.3',
        `${name} is used without an output intent for it`,
        where.split(', operator')[0] ?? where,
      )
  }
}

/** Which item of the array is the space beneath (ISO 32000-1, 8.6.6). */
const BASES: Readonly<Record<string, number>> = {
  Indexed: 1,
  I: 1,
  Separation: 2,
  DeviceN: 2,
  Pattern: 1,
}

/** Grey is part of every intent. */
const INTENTS: Readonly<Record<string, string>> = {
  DeviceGray: '',
  DeviceRGB: 'RGB ',
  DeviceCMYK: 'CMYK',
}

/** Transparency needs a blending colour space: of the page, or of the output intent (ISO 19005-2, 6.2.10). */
export const transparency: Rule = (audit, report) => {
  const { file, pages, content } = audit
  const hasIntent = arrayIn(file, file.catalog, 'OutputIntents').some(
    (intent) => isKind(intent, 'dict') && nameIn(file, intent, 'S') === 'GTS_PDFA1',
  )
  if (hasIntent) return
  const isTransparent =
    content.graphicsStates.some((state) => isBlending(audit, state)) ||
    content.images.some((image) => hasSoftMask(audit, image)) ||
    content.forms.some(({ form }) => form.dict.entries.has('Group'))
  if (!isTransparent) return
  for (const { dict, where } of pages) {
    const group = dictIn(file, dict, 'Group')
    if (group === undefined || valueIn(file, group, 'CS') === null)
      report('ISO 19005-2, 6.2.10', 'a transparent page has no blending colour space', where)
  }
}

function isBlending({ file }: Audit, state: PdfDict): boolean {
  const mask = valueIn(file, state, 'SMask')
  const isFaint = ['ca', 'CA'].some((key) => (numberIn(file, state, key) ?? 1) < 1)
  return isFaint || isKind(mask, 'dict')
}

function hasSoftMask({ file }: Audit, image: PdfStream): boolean {
  return streamIn(file, image.dict, 'SMask') !== undefined
}
