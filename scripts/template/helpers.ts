/** The helpers templates may use. Pure; a wrong call is a TemplateMistake with the place of the call. */
import type { HelperDelegate, HelperOptions } from 'handlebars'
import { escapeHtml, noteComment } from './escape-markdown.ts'
import { partsOf } from './running-order.ts'

/** A mistake in a template that Handlebars itself would pass over in silence. */
export class TemplateMistake extends Error {
  readonly lineNumber: number | undefined
  readonly column: number | undefined

  constructor(message: string, options: HelperOptions) {
    super(message)
    // Handlebars gives the place of every call, but its types do not say so.
    const { loc } = options as HelperOptions & {
      readonly loc?: { readonly start: { readonly line: number; readonly column: number } }
    }
    this.lineNumber = loc?.start.line
    this.column = loc?.start.column
  }
}

type Record_ = { readonly [key: string]: unknown }

export const helpers: Readonly<Record<string, HelperDelegate>> = {
  /** `{{#if x}}`: x is given and not empty. A name that a topic does not have is an error. */
  if(this: unknown, value: unknown, options: HelperOptions): string {
    return isFilled(defined(value, options)) ? options.fn(this) : options.inverse(this)
  },

  unless(this: unknown, value: unknown, options: HelperOptions): string {
    return isFilled(defined(value, options)) ? options.inverse(this) : options.fn(this)
  },

  each(this: unknown, list: unknown, options: HelperOptions): string {
    const items = asList(list, options)
    if (items.length === 0) return options.inverse(this)
    return items
      .map((item, index) =>
        options.fn(item, {
          data: {
            ...options.data,
            index: String(index),
            number: String(index + 1),
            first: index === 0,
            last: index === items.length - 1,
          },
          blockParams: [item, String(index)],
        }),
      )
      .join('')
  },

  with(this: unknown, value: unknown, options: HelperOptions): string {
    return options.fn(defined(value, options))
  },

  /** `{{#is kind "chart"}}…{{else}}…{{/is}}`: equal as text to one of the values. */
  is(this: unknown, value: unknown, ...rest: unknown[]): string {
    const options = optionsOf(rest)
    const isOne = rest
      .slice(0, -1)
      .some((candidate) => String(candidate) === String(defined(value, options)))
    return isOne ? options.fn(this) : options.inverse(this)
  },

  /** `{{#atLeast list 3}}`: the list has that many items. */
  atLeast(this: unknown, list: unknown, count: unknown, options: HelperOptions): string {
    return asList(list, options).length >= Number(count) ? options.fn(this) : options.inverse(this)
  },

  /** `{{join list " · "}}` */
  join(list: unknown, separator: unknown, options: HelperOptions): string {
    return asList(list, options).map(String).join(String(separator))
  },

  /** `{{joinFilled " · " a b c}}`: the given texts that are not empty. */
  joinFilled(separator: unknown, ...rest: unknown[]): string {
    const options = optionsOf(rest)
    const texts = rest.slice(0, -1).map((value) => String(defined(value, options)))
    return texts.filter((text) => text !== '').join(String(separator))
  },

  /** Text as a JSON string, which is also a YAML string: for front matter, directives and block options. */
  json(value: unknown, options: HelperOptions): string {
    return JSON.stringify(String(defined(value, options)))
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnicode)
  },

  /** Text for an HTML attribute or element that the template writes itself. */
  html(value: unknown, options: HelperOptions): string {
    return escapeHtml(String(defined(value, options)))
  },

  /** `{{#speakerNotes}}…{{/speakerNotes}}`: a comment that Marp shows to the speaker and never acts on. */
  speakerNotes(this: unknown, options: HelperOptions): string {
    return noteComment(options.fn(this))
  },

  /**
   * `{{#each (inOrder sections "why-in-news" "background")}}`: the named ids first, in that order; a
   * section of another name stays behind the one it follows in the file.
   */
  inOrder(list: unknown, ...rest: unknown[]): readonly unknown[] {
    const ids = rest.slice(0, -1).map(String)
    let rank = 0
    const ranked = asList(list, optionsOf(rest)).map((item) => {
      const at = ids.indexOf(String(fieldOf(item, 'id')))
      if (at >= 0) rank = at
      return { item, rank }
    })
    return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
  },

  /**
   * `{{#each (inParts sections)}}`: runs of sections, a new one at each `part`: `part`, `sections`, the
   * `minutes` they add up to and how many are `untimed`; both empty instead of 0.
   */
  inParts(list: unknown, options: HelperOptions): readonly unknown[] {
    return partsOf(asList(list, options))
  },

  /** `{{#each (where questions "isChoice")}}`: the items whose field is filled. */
  where(list: unknown, field: unknown, options: HelperOptions): readonly unknown[] {
    return asList(list, options).filter((item) => isFilled(fieldOf(item, String(field))))
  },

  /** `{{#each (without questions "isChoice")}}`: the items whose field is empty. */
  without(list: unknown, field: unknown, options: HelperOptions): readonly unknown[] {
    return asList(list, options).filter((item) => !isFilled(fieldOf(item, String(field))))
  },

  /** `{{#each (take questions 2)}}`: the first items of a list. */
  take(list: unknown, count: unknown, options: HelperOptions): readonly unknown[] {
    return asList(list, options).slice(0, Number(count))
  },

  /** `{{pick sources sourceNumbers "number"}}`: the items whose field is one of the values. */
  pick(list: unknown, values: unknown, field: unknown, options: HelperOptions): readonly unknown[] {
    const wanted = asList(values, options)
    return asList(list, options).filter((item) => wanted.includes(fieldOf(item, String(field))))
  },

  /** `{{fill words.minutes minutes}}`: `{}` in the first text replaced by the second. */
  fill(text: unknown, value: unknown, options: HelperOptions): string {
    return String(defined(text, options)).replace('{}', () => String(defined(value, options)))
  },
}

function optionsOf(rest: readonly unknown[]): HelperOptions {
  // Handlebars passes its options as the last argument of every call.
  return rest.at(-1) as HelperOptions
}

function defined(value: unknown, options: HelperOptions): unknown {
  if (value === undefined)
    throw new TemplateMistake('The template uses a name here that a topic does not have', options)
  return value
}

function asList(value: unknown, options: HelperOptions): readonly unknown[] {
  if (Array.isArray(defined(value, options))) return value as readonly unknown[]
  throw new TemplateMistake('A list is needed here', options)
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, field)
    ? (item as Record_)[field]
    : undefined
}

function escapeUnicode(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
