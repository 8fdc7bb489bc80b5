/** Problems of meaning: every key and value is right for itself, but they do not go together. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'
import { unicodeName } from './source-problems.ts'

export function duplicateId(where: Where, id: string): Diagnostic {
  return makeDiagnostic('duplicate-id', where, {
    message: `Another section already has the id \`${excerpt(id, 30)}\``,
    hint: 'give one of the two an `id:` of its own',
  })
}

export function emptySection(where: Where): Diagnostic {
  return makeDiagnostic('empty-section', where, {
    message: 'The section has no content',
    hint: 'add `points:`, or a table, chart, timeline, comparison, quotation, image, diagram or facts',
  })
}

export function unknownFact(where: Where, id: string, known: readonly string[]): Diagnostic {
  return makeDiagnostic('unknown-fact', where, {
    message: `There is no fact \`${excerpt(id, 40)}\``,
    ...suggestOr(
      nearest(id, known),
      'add it under `facts:`, or write `\\{` if the brace is meant as text',
    ),
  })
}

export function unknownSource(where: Where, id: string, known: readonly string[]): Diagnostic {
  return makeDiagnostic('unknown-source', where, {
    message: `There is no source \`${excerpt(id, 40)}\``,
    ...suggestOr(nearest(id, known), 'add it under `sources:`'),
  })
}

export function unusedFact(where: Where, id: string): Diagnostic {
  return makeDiagnostic('unused-fact', where, {
    message: `The fact \`${excerpt(id, 40)}\` is used nowhere`,
    hint: `print it with \`{${excerpt(id, 40)}}\`, show it in a chart, or delete it`,
  })
}

export function unusedSource(where: Where, id: string): Diagnostic {
  return makeDiagnostic('unused-source', where, {
    message: `The source \`${excerpt(id, 40)}\` is cited nowhere`,
    hint: `cite it with \`[@${excerpt(id, 40)}]\`, name it as the source of a fact, or delete it`,
  })
}

export function staleFact(where: Where, id: string, due: string): Diagnostic {
  return makeDiagnostic('stale-fact', where, {
    message: `The fact \`${excerpt(id, 40)}\` should have been renewed by ${due}`,
    hint: 'look up the newest figure and change `value` and `as_of`',
  })
}

export function topicInFolder(folder: string, names: readonly string[]): Diagnostic {
  const [first = ''] = names
  const what = names.length === 1 ? 'a topic file' : `${names.length} topic files`
  return makeDiagnostic(
    'topic-in-folder',
    { file: folder },
    {
      message: `This folder holds ${what} (\`${excerpt(first, 60)}\`${names.length > 1 ? ', …' : ''}); topics are read from \`content\` itself`,
      hint: 'move them there; a word at the beginning of their names keeps them together',
    },
  )
}

export function minutesSum(
  where: Where,
  { sum, planned }: { sum: number; planned: number },
): Diagnostic {
  const rest = Math.round((planned - sum) * 100) / 100
  const difference = rest > 0 ? `${rest} are left` : `${-rest} too many`
  return makeDiagnostic('minutes-sum', where, {
    message: `The sections take ${sum} minutes of the ${planned} of the talk: ${difference}`,
    hint:
      rest > 0
        ? 'change `minutes` of the talk or of a section; sections without `minutes` share what is left'
        : 'change `minutes` of the talk or of a section',
  })
}

export function factConflict(
  where: Where,
  words: { id: string; here: string; there: string; other: string },
): Diagnostic {
  return makeDiagnostic('fact-conflict', where, {
    message: `The fact \`${excerpt(words.id, 40)}\` is ${words.here} here and ${words.there} in ${words.other}`,
    hint: 'if it is one figure, keep it in `_facts.yaml`; if it is two, give them two ids',
  })
}

export function sourceConflict(
  where: Where,
  { id, title, other }: { readonly id: string; readonly title: string; readonly other: string },
): Diagnostic {
  return makeDiagnostic('source-conflict', where, {
    message: `The source \`${excerpt(id, 40)}\` is “${excerpt(title, 60)}” in ${other}`,
    hint: 'if it is the same source, leave the title out here; if it is another, give it another id',
  })
}

export function tableRowLength(where: Where, cells: number, columns: number): Diagnostic {
  return makeDiagnostic('table-row-length', where, {
    message: `This row has ${count(cells, 'cell')}, the table ${count(columns, 'column')}`,
    hint: 'write one cell for each column; "" is an empty cell; quote a cell that holds a comma',
  })
}

export function unknownAnswer(where: Where, answer: string, options: number): Diagnostic {
  return makeDiagnostic('unknown-answer', where, {
    message: `The answer “${excerpt(answer, 40)}” is none of the options`,
    hint:
      options === 0
        ? 'a written question has no `answer`; write what to expect into `because`'
        : `write a letter from A to ${String.fromCharCode(64 + options)}, or the text of one option`,
  })
}

export function missingAlt(where: Where, what: 'image' | 'diagram'): Diagnostic {
  return makeDiagnostic('missing-alt', where, {
    message: `The ${what} has no description`,
    hint: `add \`alt:\` with what the ${what === 'image' ? 'picture' : 'diagram'} shows, for those who cannot see it`,
  })
}

export function unknownNotesHeading(
  where: Where,
  heading: string,
  known: readonly string[],
): Diagnostic {
  return makeDiagnostic('unknown-notes-heading', where, {
    message: `No section is called “${excerpt(heading, 50)}”, so these notes belong to no slide`,
    ...suggest(nearest(heading, known), known),
  })
}

export function untranslatedSection(where: Where, section: string, base: string): Diagnostic {
  return makeDiagnostic('untranslated-section', where, {
    message: `The section \`${excerpt(section, 40)}\` of ${base} is not translated here`,
    hint: `add a section with \`id: ${excerpt(section, 40)}\``,
  })
}

export function untranslatedBlock(
  where: Where,
  words: { section: string; block: string; base: string },
): Diagnostic {
  return makeDiagnostic('untranslated-section', where, {
    message: `The \`${words.block}\` of section \`${excerpt(words.section, 40)}\` of ${words.base} is not translated here`,
    hint: `add \`${words.block}:\` to the section`,
  })
}

export function oneEditionOnly(where: Where, section: string, original: string): Diagnostic {
  return makeDiagnostic('untranslated-section', where, {
    message: `The section \`${excerpt(section, 40)}\` is in this edition only, so its place in the other language stays empty`,
    hint: `add a section with \`id: ${excerpt(section, 40)}\` to ${original}`,
  })
}

export function baseHasErrors(where: Where, base: string): Diagnostic {
  return makeDiagnostic('base-has-errors', where, {
    message: `This edition inherits from ${base}, which has errors`,
    hint: `mend ${base} first`,
  })
}

export function missingGlyph(
  where: Where,
  codePoint: number,
  fonts: readonly string[],
): Diagnostic {
  return makeDiagnostic('missing-glyph', where, {
    message: `No font here has the character “${String.fromCodePoint(codePoint)}” (${unicodeName(codePoint)})`,
    hint: `use another character or a word; looked for in ${fonts.join(', ')}`,
  })
}

export function tooManyMarks(where: Where, count: number, most: number): Diagnostic {
  return makeDiagnostic('too-many-marks', where, {
    message: `${count} marks are piled on one letter`,
    hint: `keep at most ${most}: higher ones cover the lines above`,
  })
}

export function rightToLeft(where: Where): Diagnostic {
  return makeDiagnostic('right-to-left', where, {
    message: 'Lectern cannot set right-to-left text (Arabic, Urdu, Hebrew) yet',
    hint: 'write the words in Latin or Devanagari letters',
  })
}

function suggestOr(near: string | undefined, otherwise: string): { hint: string } {
  return { hint: near === undefined ? otherwise : `did you mean \`${near}\`?` }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
