/** Every dictionary and array of a file, wherever it stands. */

import type { PdfFile } from '../reader/open-pdf.ts'
import { isKind, type PdfArray, type PdfDict, type PdfValue } from '../reader/pdf-value.ts'

export type Met<T> = {
  readonly value: T
  /** Key under which it stands; empty for an object of its own. */
  readonly key: string
  readonly where: string
}

export type Everything = {
  readonly dicts: readonly Met<PdfDict>[]
  readonly arrays: readonly Met<PdfArray>[]
}

/** References are not followed: what they lead to is met as an object of its own. */
export function meetEverything(file: PdfFile): Everything {
  const dicts: Met<PdfDict>[] = []
  const arrays: Met<PdfArray>[] = []
  const meet = (value: PdfValue, key: string, where: string): void => {
    if (isKind(value, 'stream')) meet(value.dict, key, where)
    if (isKind(value, 'dict')) {
      dicts.push({ value, key, where })
      for (const [name, inner] of value.entries) meet(inner, name, where)
    }
    if (isKind(value, 'array')) {
      arrays.push({ value, key, where })
      for (const inner of value.items) meet(inner, key, where)
    }
  }
  for (const [number, value] of file.objects) meet(value, '', `object ${number}`)
  meet(file.trailer, '', 'trailer')
  return { dicts, arrays }
}
