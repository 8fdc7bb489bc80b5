/** What is wrong with an institute's PowerPoint file, for whoever put it into the content folder. */

export type TemplateCode =
  | 'pptx-template-format'
  | 'pptx-template-locked'
  | 'pptx-template-damaged'
  | 'pptx-template-large'

export type TemplateProblem = {
  readonly code: TemplateCode
  readonly message: string
  readonly hint: string
}

/** The deck cannot be made on this file. */
export class PptxTemplateError extends Error {
  override readonly name = 'PptxTemplateError'
  readonly problem: TemplateProblem

  constructor(problem: TemplateProblem) {
    super(problem.message)
    this.problem = problem
  }
}

const SAVE_HINT = 'open it in PowerPoint or LibreOffice Impress and save it as .pptx'

export function format(message: string, hint = SAVE_HINT): PptxTemplateError {
  return new PptxTemplateError({ code: 'pptx-template-format', message, hint })
}

export function damaged(message: string, hint = SAVE_HINT): PptxTemplateError {
  return new PptxTemplateError({ code: 'pptx-template-damaged', message, hint })
}

export function locked(): PptxTemplateError {
  return new PptxTemplateError({
    code: 'pptx-template-locked',
    message: 'The PowerPoint template is protected by a password',
    hint: 'open it in PowerPoint, remove the password (File, Info, Protect Presentation) and save it',
  })
}

export function tooLarge(message: string): PptxTemplateError {
  return new PptxTemplateError({
    code: 'pptx-template-large',
    message,
    hint: 'delete its slides and save it; only masters and layouts are used',
  })
}

/** A name out of the file, safe to print. */
export function shownName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._,&()[\]/-]/gu, '?').slice(0, 60)
}
