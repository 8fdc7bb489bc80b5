/** What zod keeps in a schema's definition, as far as it is needed to list the keys at a path. */
import type * as z from 'zod/mini'
import type { Path } from './source-document.ts'

type Definition = {
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly items?: readonly z.core.$ZodType[]
  readonly options?: readonly z.core.$ZodType[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
}

/** Keys that a map at this path may have, for "did you mean". */
export function keysOfSchema(schema: z.core.$ZodType, path: Path): readonly string[] {
  let options = unfold(schema)
  for (const key of path) options = options.flatMap((option) => step(option, key)).flatMap(unfold)
  return [...new Set(options.flatMap((option) => Object.keys(definitionOf(option).shape ?? {})))]
}

/** Optional wrappers and unions taken away. */
function unfold(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { innerType, options } = definitionOf(schema)
  if (innerType !== undefined) return unfold(innerType)
  if (options !== undefined) return options.flatMap(unfold)
  return [schema]
}

function step(schema: z.core.$ZodType, key: string | number): readonly z.core.$ZodType[] {
  const { element, valueType, items, shape } = definitionOf(schema)
  const next = typeof key === 'number' ? (element ?? items?.[key]) : (shape?.[key] ?? valueType)
  return next === undefined ? [] : [next]
}

/** The definition's type depends on the kind of schema; only fields that exist are read. */
function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as Definition
}
