/**
 * Template source → runnable template. The sets that come with the program are compiled by bundle.ts, so
 * that a cold start neither loads the compiler nor waits for it (45 ms); any other source, such as
 * a user's own set, is compiled here. Both ways make the same code.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type Handlebars from 'handlebars'
import type { View } from './view.ts'

export const COMPILE_OPTIONS = { strict: true, noEscape: true, preventIndent: true }

export type Environment = ReturnType<typeof Handlebars.create>
export type Template = Handlebars.TemplateDelegate<View>

/** What the compiler makes, by the hash of its source. */
export type Precompiled = Readonly<Record<string, TemplateSpecification>>

const PRECOMPILED_URL = new URL('precompiled.js', import.meta.url)

let precompiled: Promise<Precompiled> | undefined

/** Throws the compiler's error when the source is not a template. */
export async function compileSource(source: string, environment: Environment): Promise<Template> {
  precompiled ??= loadPrecompiled()
  const known = (await precompiled)[hashOfSource(source)]
  return environment.template<View>(known ?? (await compileNow(source)))
}

export function hashOfSource(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

/** Empty when the program runs uncompiled. */
async function loadPrecompiled(): Promise<Precompiled> {
  if (!existsSync(fileURLToPath(PRECOMPILED_URL))) return {}
  // The file is bundle.ts's own.
  const { specifications } = (await import(PRECOMPILED_URL.href)) as { specifications: Precompiled }
  return specifications
}

/** Template sets are trusted programs (SECURITY.md); Handlebars' own `compile` runs its output the same way. */
async function compileNow(source: string): Promise<TemplateSpecification> {
  const { default: compiler } = await import('handlebars')
  return new Function(`return ${String(compiler.precompile(source, COMPILE_OPTIONS))}`)()
}
