/** Problems of keys and values. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'

export function unknownKey(where: Where, key: string, known: readonly string[]): Diagnostic {
  const near = nearest(key, known)
  return makeDiagnostic('unknown-key', where, {
    message: `There is no key \`${excerpt(key, 30)}\` here`,
    ...suggest(near, known),
    ...(near === undefined ? {} : { isFixable: true, replacement: near }),
  })
}

export function missingKey(where: Where, key: string, of: string): Diagnostic {
  return makeDiagnostic('missing-key', where, {
    message: `${of} needs \`${key}\``,
    hint: `add \`${key}:\` with its value`,
  })
}

export function wrongType(
  where: Where,
  words: { name: string; wanted: string; found: string; hint?: string | undefined },
): Diagnostic {
  return makeDiagnostic('wrong-type', where, {
    message: `${words.name} wants ${words.wanted}; this is ${words.found}`,
    hint: words.hint ?? 'write it as in the front matter table of the README',
  })
}

export function unknownValue(where: Where, value: string, known: readonly string[]): Diagnostic {
  return makeDiagnostic('unknown-value', where, {
    message: `\`${excerpt(value, 30)}\` is not one of the values allowed here`,
    ...suggest(nearest(value, known), known),
  })
}

export function outOfRange(where: Where, name: string, wanted: string): Diagnostic {
  return makeDiagnostic('out-of-range', where, {
    message: `${name} wants ${wanted}`,
    hint: 'change the value or the number of items',
  })
}

export function badId(where: Where, id: string): Diagnostic {
  return makeDiagnostic('bad-id', where, {
    message: `\`${excerpt(id, 30)}\` cannot be an id`,
    hint: 'use letters, digits and hyphens, such as `oil-imports`',
  })
}

export function badFigure(where: Where, written: string): Diagnostic {
  return makeDiagnostic('bad-figure', where, {
    message: `\`${excerpt(written, 30)}\` is not a figure in plain digits`,
    hint: 'write digits with a point, such as 39.1; the unit goes into `unit`',
  })
}

export function badRange(where: Where): Diagnostic {
  return makeDiagnostic('bad-figure', where, {
    message: 'The range begins with its larger figure',
    hint: 'write the smaller figure first, such as [85, 95]',
  })
}

export function dateImpossible(where: Where, date: string): Diagnostic {
  return makeDiagnostic('date-impossible', where, {
    message: `The calendar has no ${excerpt(date, 20)}`,
    hint: 'check day and month; dates are written year-month-day',
  })
}

export function unsafeLink(where: Where, url: string): Diagnostic {
  return makeDiagnostic('unsafe-link', where, {
    message: `The link \`${excerpt(url, 40)}\` is of a kind that is not allowed`,
    hint: 'links begin with https://, http://, mailto: or #',
  })
}

export function unknownTemplate(where: Where, name: string, known: readonly string[]): Diagnostic {
  return makeDiagnostic('unknown-template', where, {
    message: `There is no template \`${excerpt(name, 30)}\``,
    ...suggest(nearest(name, known), known),
  })
}
