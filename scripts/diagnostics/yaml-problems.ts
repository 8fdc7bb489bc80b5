/** Problems of YAML, told to people who have never heard of YAML. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { excerpt } from './printable.ts'

const QUOTE_FIX = 'put the value in double quotes; `lectern check --fix` does it'

/** @param key the key whose value it is; undefined for an item of a list */
export function unquotedColon(where: Where, key: string | undefined): Diagnostic {
  const subject = key === undefined ? 'The list item' : `The value of \`${excerpt(key, 30)}\``
  return makeDiagnostic('unquoted-colon', where, {
    message: `${subject} holds a colon followed by a space, so YAML reads a new key`,
    hint: QUOTE_FIX,
    isFixable: true,
  })
}

export function reservedStart(where: Where, sign: string): Diagnostic {
  return makeDiagnostic('reserved-start', where, {
    message: `The value begins with \`${sign}\`, which means something else in YAML`,
    hint: QUOTE_FIX,
    isFixable: true,
  })
}

export function unquotedColor(where: Where, written: string): Diagnostic {
  return makeDiagnostic('reserved-start', where, {
    message: `The colour \`${written}\` is not read: \`#\` begins a comment in YAML`,
    hint: `put the colour in quotes: "${written}"; \`lectern check --fix\` does it`,
    isFixable: true,
  })
}

export function smartQuotes(where: Where): Diagnostic {
  return makeDiagnostic('smart-quotes', where, {
    message: 'The value stands in typographic quotes, which YAML takes for letters',
    hint: 'use straight quotes (") around it; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function textAfterQuote(where: Where): Diagnostic {
  return makeDiagnostic('text-after-quote', where, {
    message: 'Text follows the closing quote',
    hint: 'quotes must enclose the whole value; write \\" for a quote inside double quotes',
  })
}

export function unclosedQuote(where: Where): Diagnostic {
  return makeDiagnostic('unclosed-quote', where, {
    message: 'The quote that begins here is never closed',
    hint: 'add the same quote at the end of the value',
  })
}

export function unclosedBracket(where: Where, bracket: string): Diagnostic {
  return makeDiagnostic('unclosed-bracket', where, {
    message: `A \`${bracket}\` is missing: a list or map in brackets is not closed`,
    hint: 'close it, or put the value in double quotes if the bracket is meant as text',
  })
}

export function tabIndent(where: Where): Diagnostic {
  return makeDiagnostic('tab-indent', where, {
    message: 'The line is indented with a tab',
    hint: 'use spaces; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function badIndent(where: Where): Diagnostic {
  return makeDiagnostic('bad-indent', where, {
    message: 'The line does not line up with the lines it belongs to',
    hint: 'indent keys of one map, and dashes of one list, by the same number of spaces',
  })
}

export function duplicateKey(where: Where, key: string): Diagnostic {
  return makeDiagnostic('duplicate-key', where, {
    message: `The key \`${excerpt(key, 30)}\` is written twice`,
    hint: 'keep one of the two',
  })
}

export function yamlAlias(where: Where, sign: '&' | '*'): Diagnostic {
  return makeDiagnostic('yaml-alias', where, {
    message: `YAML ${sign === '&' ? 'anchors' : 'aliases'} are not allowed, and the value begins with \`${sign}\``,
    hint: 'if it is meant as text, put the value in double quotes; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function yamlTag(where: Where, tag: string): Diagnostic {
  return makeDiagnostic('yaml-tag', where, {
    message: `YAML tags are not allowed, and the value begins with \`${excerpt(tag, 30)}\``,
    hint: 'if it is meant as text, put the value in double quotes; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function tooDeep(where: Where, limit: number): Diagnostic {
  return makeDiagnostic('too-deep', where, {
    message: `Lists and maps are nested more than ${limit} levels deep`,
    hint: 'points may be nested three levels deep',
  })
}

export function tooManyValues(where: Where, limit: number): Diagnostic {
  return makeDiagnostic('too-many-values', where, {
    message: `The front matter holds more than ${limit} values`,
    hint: 'split the topic',
  })
}

export function forbiddenKey(where: Where, key: string): Diagnostic {
  return makeDiagnostic('forbidden-key', where, {
    message: `The name \`${excerpt(key, 30)}\` is reserved and cannot be a key`,
    hint: 'choose another name',
  })
}

export function keyNotText(where: Where): Diagnostic {
  return makeDiagnostic('key-not-text', where, {
    message: 'A key must be plain text, and this one is a list, a map or nothing',
    hint: 'if a value begins with `?` or `{`, put it in double quotes',
  })
}

export function notAMap(where: Where): Diagnostic {
  return makeDiagnostic('not-a-map', where, {
    message: 'The front matter must hold keys with values, such as `title: My topic`',
    hint: 'write a key, a colon, a space and the value on each line',
  })
}

export function yamlSyntax(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('yaml-syntax', where, {
    message: `YAML cannot be read here: ${excerpt(reason, 120)}`,
    hint: 'check quotes, brackets and indentation around this line',
  })
}
