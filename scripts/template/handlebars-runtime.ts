/** Handlebars without its compiler. The package ships no types for it: it is the same object, less `compile`. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'

export const HandlebarsRuntime = runtime as unknown as Omit<
  typeof Handlebars,
  'compile' | 'precompile'
>
