/** What stops one format of a topic: the author's or the template author's to mend. */
import { type Diagnostic, NO_FILE } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import { STACKS } from '../font/faces.ts'
import type { PptxTemplateError } from '../pptx/base/read-base/template-error.ts'
import type { PrintError } from '../print/printer.ts'
import type { TemplateSet } from '../template/template-set.ts'
import type { Topic } from '../topic/topic.ts'

export class ContentProblem extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

/**
 * Renderers throw what only a template can have caused, by the name of the error: their classes are not
 * imported here, because that would load every renderer. Anything else is our bug and goes on.
 */
export function asDiagnostic(
  error: unknown,
  topic: Topic,
  { deck, brief, layers }: TemplateSet,
): Diagnostic {
  if (error instanceof ContentProblem) return error.diagnostic
  if (!(error instanceof Error)) throw error
  const ofTemplate = templateDiagnostic(error, topic)
  if (ofTemplate !== undefined) return ofTemplate
  switch (error.name) {
    case 'PrintError':
      return printDiagnostic(error as PrintError, topic)
    case 'DeckMarkdownError':
      return makeDiagnostic('deck-markdown', { file: deck.file }, templateWords(error, topic))
    case 'DeckStyleError':
      return makeDiagnostic(
        'deck-markdown',
        { file: fetchingStyle(layers) },
        templateWords(error, topic),
      )
    case 'BriefMarkdownError':
      return makeDiagnostic('brief-markdown', { file: brief.file }, templateWords(error, topic))
    // What authors write is checked before; a set's own words and watermarks are not.
    case 'MissingGlyphError':
      return makeDiagnostic(
        'missing-glyph',
        { file: brief.file },
        {
          ...templateWords(error, topic),
          hint: `use another character in the template and its words.yaml; looked for in ${FONTS}`,
        },
      )
    default:
      throw error
  }
}

/** The machine's fault: told with the topic that it stopped, or without one when it stops them all. */
function printDiagnostic({ problem }: PrintError, { file }: Topic): Diagnostic {
  const { code, reach, message, hint } = problem
  return makeDiagnostic(code, { file: reach === 'build' ? NO_FILE : file }, { message, hint })
}

/** What is wrong in the institute's PowerPoint file, told where it is named; undefined for other errors. */
export function templateDiagnostic(error: unknown, topic: Topic): Diagnostic | undefined {
  if (!(error instanceof Error) || error.name !== 'PptxTemplateError') return undefined
  // Told by its name, like the errors of all renderers.
  const { code, message, hint } = (error as PptxTemplateError).problem
  return makeDiagnostic(code, topic.pptxTemplate?.where ?? { file: topic.file }, { message, hint })
}

/** Of the style sheets that add up, the last in which an address can stand. */
function fetchingStyle(layers: TemplateSet['layers']): string {
  const sheets = layers.map(({ themeCss }) => themeCss)
  const own = sheets.findLast(({ source }) => /url|import|image|src|\\/i.test(source))
  return (own ?? sheets.at(-1))?.file ?? ''
}

/** The faces of every page, by name. */
export const FONTS = STACKS.serif.join(', ')

function templateWords(error: Error, topic: Topic): { message: string; hint: string } {
  return {
    message: `What this template makes of \`${topic.slug}\` cannot be drawn: ${error.message}`,
    hint: 'ARCHITECTURE.md, "The Markdown contracts", says what renderers read',
  }
}
