/** Two YAML files of template sets, the second lying over the first. */

type Tree = { readonly [key: string]: unknown }

/** Key by key, at every depth; a list or a single value takes the place of what was there. An empty file changes nothing. */
export function mergeTrees(base: unknown, own: unknown): unknown {
  if (own === null || own === undefined) return base
  if (!isTree(base) || !isTree(own)) return own
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(own)) merged[key] = mergeTrees(base[key], value)
  return merged
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
