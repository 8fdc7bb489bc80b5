/** Front matter written line by line; every text in JSON's double quotes, which YAML 1.2 reads alike. */

/** @param text without controls and lone surrogates */
export function quote(text: string): string {
  return JSON.stringify(text)
}

/** Ids are quoted unless nobody could read them as a number, a date or a yes. */
export function yamlKey(id: string): string {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$|^[a-z]{6,}$/u.test(id) ? id : quote(id)
}

/** `key: value` lines for the values that are given. */
export function yamlLines(
  indent: string,
  values: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${indent}${key}: ${value}`],
  )
}
