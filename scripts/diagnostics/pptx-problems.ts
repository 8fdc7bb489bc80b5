import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'

const COPY_HINT =
  'copy the file into the content folder and write its path from there, such as brand.pptx'

const PATH_WORDS = {
  remote: 'The PowerPoint template is on the network',
  absolute: 'The path of the PowerPoint template does not start from the content folder',
  'leaves-folder': 'The path of the PowerPoint template leads out of the content folder',
} as const

export function templatePath(where: Where, fault: keyof typeof PATH_WORDS): Diagnostic {
  return makeDiagnostic('pptx-template-path', where, {
    message: PATH_WORDS[fault],
    hint: COPY_HINT,
  })
}

export function templateMissing(
  where: Where,
  path: string,
  siblings: readonly string[],
): Diagnostic {
  const near = nearest(path, siblings)
  return makeDiagnostic('pptx-template-missing', where, {
    message: `There is no PowerPoint template \`${excerpt(path, 50)}\``,
    hint: near === undefined ? 'check the name, capital letters too' : `did you mean \`${near}\`?`,
  })
}

export function templateIsNoFile(where: Where, kind: string): Diagnostic {
  return makeDiagnostic('pptx-template-missing', where, {
    message: `The path of the PowerPoint template names ${kind}`,
    hint: 'name a .pptx or .potx file',
  })
}

export function templateTooLarge(where: Where, megabytes: number): Diagnostic {
  return makeDiagnostic('pptx-template-large', where, {
    message: `The PowerPoint template is larger than ${megabytes} MB`,
    hint: 'delete its slides and save it; only masters and layouts are used',
  })
}

export function templateUnreadable(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('cannot-read', where, {
    message: `The system refuses to open the PowerPoint template (${reason})`,
    hint: 'check that you may read the file',
  })
}

export function templateMacros(where: Where): Diagnostic {
  return makeDiagnostic('pptx-macros', where, {
    message: 'The PowerPoint template holds macros; deck.pptx is made without them',
    hint: 'save it as .pptx or .potx, which hold none',
  })
}

/** @param known names of the layouts that are there */
export function layoutMissing(where: Where, name: string, known: readonly string[]): Diagnostic {
  const listed = known.slice(0, MOST_LISTED).map((one) => `\`${excerpt(one, 40)}\``)
  const more = known.length > MOST_LISTED ? ', …' : ''
  return makeDiagnostic('pptx-layout', where, {
    message: `The PowerPoint template has no layout \`${name}\`; a plain one was added to its master`,
    hint: `give a layout this name in View, Slide Master; it has ${listed.join(', ')}${more}`,
  })
}

const MOST_LISTED = 12

/** @param slides numbers of the slides, from 1 */
export function smallText(where: Where, sizePt: number, slides: readonly number[]): Diagnostic {
  const listed = slides.slice(0, MOST_LISTED).join(', ')
  const more = slides.length > MOST_LISTED ? ', …' : ''
  return makeDiagnostic('pptx-small', where, {
    message: `The layouts of the PowerPoint template leave so little room that text is set in ${sizePt} pt, on ${slides.length === 1 ? 'slide' : 'slides'} ${listed}${more}`,
    hint: 'make the text placeholder of its layouts larger, or say less on these slides',
  })
}
