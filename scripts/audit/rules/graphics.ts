/** Graphics states, images and forms (ISO 19005-2, 6.2.5–6.2.10; Matterhorn 30-001). */
import type { Report } from '../finding.ts'
import { nameIn, numberIn, valueIn } from '../reader/entries.ts'
import { isKind, type PdfDict } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const graphics: Rule = (audit, report) => {
  for (const state of audit.content.graphicsStates) checkState(audit, state, report)
  checkHalftones(audit, report)
  checkIntents(audit, report)
  checkObjects(audit, report)
  for (const { dict, where } of audit.content.inlineImages)
    if (dict.entries.get('Interpolate') === true)
      report('ISO 19005-2, 6.2.8', 'an inline image asks for interpolation', where)
}

/** ISO 32000-1, Tables 136 and 137. */
const BLEND_MODES = (
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight ' +
  'Difference Exclusion Hue Saturation Color Luminosity'
).split(' ')

function checkState({ file }: Audit, state: PdfDict, report: Report): void {
  const number = file.numberOf(state)
  const where = number === undefined ? 'graphics state' : `graphics state, object ${number}`
  for (const key of ['TR', 'HTP'])
    if (state.entries.has(key)) report('ISO 19005-2, 6.2.5', `a graphics state has /${key}`, where)
  const transfer = state.entries.get('TR2')
  if (transfer !== undefined && (nameIn(file, state, 'TR2') ?? '') !== 'Default')
    report('ISO 19005-2, 6.2.5', '/TR2 of a graphics state is not Default', where)
  const mode = valueIn(file, state, 'BM')
  const modes = isKind(mode, 'array') ? mode.items : mode === null ? [] : [mode]
  for (const item of modes)
    if (!isKind(item, 'name') || !BLEND_MODES.includes(item.name))
      report('ISO 19005-2, 6.2.10', 'a blend mode is not one of ISO 32000-1', where)
}

function checkHalftones({ file, everything }: Audit, report: Report): void {
  for (const { value, key, where } of everything.dicts) {
    const type = numberIn(file, value, 'HalftoneType')
    if (type === undefined && key !== 'HT') continue
    if (type !== 1 && type !== 5)
      report('ISO 19005-2, 6.2.5', 'the type of a halftone is neither 1 nor 5', where)
    if (value.entries.has('HalftoneName'))
      report('ISO 19005-2, 6.2.5', 'a halftone has /HalftoneName', where)
  }
}

const RENDERING_INTENTS = [
  'RelativeColorimetric',
  'AbsoluteColorimetric',
  'Perceptual',
  'Saturation',
]

function checkIntents({ file, content }: Audit, report: Report): void {
  const named = [
    ...content.intents,
    ...content.graphicsStates.map((state) => ({
      name: nameIn(file, state, 'RI'),
      where: 'graphics state',
    })),
    ...content.images.map((image) => ({
      name: nameIn(file, image.dict, 'Intent'),
      where: 'image',
    })),
  ]
  for (const { name, where } of named)
    if (name !== undefined && !RENDERING_INTENTS.includes(name))
      report('ISO 19005-2, 6.2.6', `\`${name}\` is no rendering intent`, where)
}

/** All XObjects, whether drawn or not. */
function checkObjects({ file }: Audit, report: Report): void {
  for (const [number, value] of file.objects) {
    if (!isKind(value, 'stream')) continue
    const { dict } = value
    const where = `object ${number}`
    const subtype = nameIn(file, dict, 'Subtype')
    if (subtype === 'Image') checkImage({ file }, dict, where, report)
    if (subtype === 'PS') report('ISO 19005-2, 6.2.9', 'a PostScript XObject is present', where)
    if (subtype !== 'Form') continue
    for (const key of ['OPI', 'PS'])
      if (dict.entries.has(key)) report('ISO 19005-2, 6.2.9', `a form has /${key}`, where)
    if (nameIn(file, dict, 'Subtype2') === 'PS')
      report('ISO 19005-2, 6.2.9', 'a form has /Subtype2 /PS', where)
    if (!dict.entries.has('Ref')) continue
    report('ISO 19005-2, 6.2.9', 'a form has /Ref', where)
    report('Matterhorn 30-001', 'a form has /Ref', where)
  }
}

function checkImage(
  { file }: Pick<Audit, 'file'>,
  dict: PdfDict,
  where: string,
  report: Report,
): void {
  for (const key of ['Alternates', 'OPI'])
    if (dict.entries.has(key)) report('ISO 19005-2, 6.2.8', `an image has /${key}`, where)
  if (valueIn(file, dict, 'Interpolate') === true)
    report('ISO 19005-2, 6.2.8', 'an image asks for interpolation', where)
  const filter = valueIn(file, dict, 'Filter')
  const filters = isKind(filter, 'array') ? filter.items : [filter]
  for (const item of filters)
    if (isKind(item, 'name') && ['JPXDecode', 'JBIG2Decode'].includes(item.name))
      report('Lectern, not judged', `an image is packed with ${item.name}`, where)
}
