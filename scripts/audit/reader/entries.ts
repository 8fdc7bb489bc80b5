/** Typed looks into dictionaries, references followed; undefined for what is missing or of another kind. */
import type { PdfFile } from './open-pdf.ts'
import { isKind, type PdfDict, type PdfStream, type PdfValue, textOf } from './pdf-value.ts'

export function valueIn(file: PdfFile, dict: PdfDict, key: string): PdfValue {
  return file.resolve(dict.entries.get(key))
}

export function dictIn(file: PdfFile, dict: PdfDict, key: string): PdfDict | undefined {
  const value = valueIn(file, dict, key)
  return isKind(value, 'dict') ? value : undefined
}

export function streamIn(file: PdfFile, dict: PdfDict, key: string): PdfStream | undefined {
  const value = valueIn(file, dict, key)
  return isKind(value, 'stream') ? value : undefined
}

/** The items, each resolved; an empty list when there is no array. */
export function arrayIn(file: PdfFile, dict: PdfDict, key: string): readonly PdfValue[] {
  const value = valueIn(file, dict, key)
  return isKind(value, 'array') ? value.items.map((item) => file.resolve(item)) : []
}

export function nameIn(file: PdfFile, dict: PdfDict, key: string): string | undefined {
  const value = valueIn(file, dict, key)
  return isKind(value, 'name') ? value.name : undefined
}

export function textIn(file: PdfFile, dict: PdfDict, key: string): string | undefined {
  const value = valueIn(file, dict, key)
  return isKind(value, 'string') ? textOf(value) : undefined
}

export function numberIn(file: PdfFile, dict: PdfDict, key: string): number | undefined {
  const value = valueIn(file, dict, key)
  return typeof value === 'number' ? value : undefined
}

/** The dictionary of a dictionary or of a stream. */
export function dictOf(value: PdfValue): PdfDict | undefined {
  if (isKind(value, 'dict')) return value
  return isKind(value, 'stream') ? value.dict : undefined
}

/** `object 12`, or the words given when the value stands inside another object. */
export function placeOf(file: PdfFile, value: PdfValue, otherwise: string): string {
  const number = file.numberOf(value)
  return number === undefined ? otherwise : `object ${number}`
}
