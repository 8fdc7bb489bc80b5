/** What is told of a plain Marp deck that is converted: it comes out all the same, without the part that is named. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { excerpt } from './printable.ts'

const MAX_SHOWN = 60

export function marpFrontMatter(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('marp-front-matter', where, {
    message: `The front matter is not valid YAML, and Marp passes over it: ${excerpt(reason, MAX_SHOWN)}`,
    hint: 'write `key: value` lines between two lines of `---`; put values with signs in quotes',
  })
}

export function marpTheme(where: Where, theme: string): Diagnostic {
  return makeDiagnostic('marp-theme', where, {
    message: `There is no theme \`${excerpt(theme, MAX_SHOWN)}\`; the default theme of Marp is used`,
    hint: `put the style sheet that begins with \`/* @theme ${excerpt(theme, MAX_SHOWN)} */\` beside the deck`,
  })
}

export function marpThemeFault(where: Where): Diagnostic {
  return makeDiagnostic('marp-theme', where, {
    message: 'The style sheet cannot be read, or would fetch something; the default theme is used',
    hint: 'it must be CSS with nothing of a network in it',
  })
}

export function marpRemote(where: Where, address: string): Diagnostic {
  return makeDiagnostic('marp-remote', where, {
    message: `\`${excerpt(address, MAX_SHOWN)}\` is on the network and left out`,
    hint: 'copy the file beside the deck and write its path there',
  })
}

export function marpPicture(where: Where, address: string, reason: string): Diagnostic {
  return makeDiagnostic('marp-picture', where, {
    message: `The picture \`${excerpt(address, MAX_SHOWN)}\` is not shown: ${reason}`,
    hint: 'PNG and JPEG inside the folder of the deck are shown in every format',
  })
}

export function marpVector(where: Where, address: string): Diagnostic {
  return makeDiagnostic('marp-picture', where, {
    message: `The SVG \`${excerpt(address, MAX_SHOWN)}\` is in the PowerPoint for programs that draw SVG; others show a grey box`,
    hint: 'PowerPoint draws it since 2016; export a PNG for other programs',
  })
}

export function marpTag(where: Where, tag: string): Diagnostic {
  return makeDiagnostic('marp-tag', where, {
    message: `\`<${excerpt(tag, 20)}>\` is left out: a deck holds no programs, players or pages`,
    hint: 'a deck opens without a network anywhere; show a picture of it instead',
  })
}

export function marpTagText(where: Where, tag: string): Diagnostic {
  return makeDiagnostic('marp-tag', where, {
    message: `\`<${excerpt(tag, 20)}>\` and its like are shown as text, as Marp does`,
    hint: 'with `--trust-html` tags of a deck that you wrote are read',
  })
}

export function marpLink(where: Where, address: string): Diagnostic {
  return makeDiagnostic('marp-link', where, {
    message: `The link to \`${excerpt(address, MAX_SHOWN)}\` is taken away; its text stays`,
    hint: 'links go to http:, https: and mailto: addresses, and to slides such as #3',
  })
}

export function marpFormula(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('marp-formula', where, {
    message: `The formula cannot be set and is shown as it is written: ${excerpt(reason, 80)}`,
    hint: 'formulas are read by KaTeX: katex.org/docs/supported.html',
  })
}

export function marpOverflow(where: Where): Diagnostic {
  return makeDiagnostic('marp-overflow', where, {
    message: 'The slide has more than fits it in the PowerPoint, also at 9 pt',
    hint: 'divide the slide with a line of `---`',
  })
}
