/**
 * The same record given in several files, strongest first: an edition over its original over the
 * folder's defaults. A value always keeps the place it came from.
 */
import { type At, child, keysAt } from './source-document.ts'

export type Layer<T> = { readonly value: T; readonly at: At }

export type Layers<T> = readonly Layer<T>[]

type Given<T> = Exclude<T, undefined>

/** The value of a key in the strongest layer that gives it. */
export function pick<T extends object, K extends keyof T & string>(
  layers: Layers<T>,
  key: K,
): Layer<Given<T[K]>> | undefined {
  return all(layers, key)[0]
}

/** The values of a key in every layer that gives it, strongest first. */
export function all<T extends object, K extends keyof T & string>(
  layers: Layers<T>,
  key: K,
): Layers<Given<T[K]>> {
  return layers.flatMap(({ value, at }) => {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined
    // The cast drops `undefined`, which the line before has excluded.
    return inner === undefined ? [] : [{ value: inner as Given<T[K]>, at: child(at, key) }]
  })
}

export function items<T>({ value, at }: Layer<readonly T[]>): Layers<T> {
  return value.map((item, index) => ({ value: item, at: child(at, index) }))
}

/** Keys and values of a map in the order written. */
export function entries<T>({
  value,
  at,
}: Layer<Readonly<Record<string, T>>>): readonly (readonly [string, Layer<T>])[] {
  return keysAt(at).flatMap((key) => {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined
    return inner === undefined ? [] : [[key, { value: inner, at: child(at, key) }] as const]
  })
}

/** Keys of all layers: those of the weakest in its order, then what stronger layers add. */
export function mergedEntries<T>(
  layers: Layers<Readonly<Record<string, T>>>,
): ReadonlyMap<string, Layers<T>> {
  const merged = new Map<string, Layer<T>[]>()
  for (const layer of layers.toReversed())
    for (const [key, inner] of entries(layer)) merged.set(key, [inner, ...(merged.get(key) ?? [])])
  return merged
}
