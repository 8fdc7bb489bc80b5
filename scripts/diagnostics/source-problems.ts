/** Problems of a file as a whole, found before any parser sees it. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { excerpt } from './printable.ts'

export function notAFile(where: Where, kind: string): Diagnostic {
  return makeDiagnostic('not-a-file', where, {
    message: `This is ${kind}, not a file`,
    hint: 'rename it, or move it out of the content folder',
  })
}

export function linkLeavesFolder(where: Where): Diagnostic {
  return makeDiagnostic('link-leaves-folder', where, {
    message: 'This is a symbolic link that leads out of the content folder',
    hint: 'copy the file itself into the content folder',
  })
}

export function cannotRead(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('cannot-read', where, {
    message: `The system refuses to open the file (${reason})`,
    hint: 'check that the file still exists and that you may read it',
  })
}

export function tooLarge(where: Where, megabytes: number): Diagnostic {
  return makeDiagnostic('too-large', where, {
    message: `The file is larger than ${megabytes} MB`,
    hint: 'split the topic; pictures belong in files of their own',
  })
}

export function emptyFile(where: Where): Diagnostic {
  return makeDiagnostic('empty-file', where, {
    message: 'The file is empty',
    hint: 'a topic needs front matter with a title and one section; `lectern new` writes a skeleton',
  })
}

export function notUtf8(where: Where, byteOffset: number): Diagnostic {
  return makeDiagnostic('not-utf8', where, {
    message: `The file is not UTF-8 text: byte ${byteOffset} belongs to no character`,
    hint: 'open it in your editor and save it with the encoding UTF-8',
  })
}

export function utf16(where: Where): Diagnostic {
  return makeDiagnostic('utf16', where, {
    message: 'The file was saved as UTF-16',
    hint: 'open it in your editor and save it with the encoding UTF-8',
  })
}

export function bom(where: Where): Diagnostic {
  return makeDiagnostic('bom', where, {
    message: 'An invisible byte order mark stands before the first line',
    hint: 'save the file as UTF-8 without BOM; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function doubleBom(where: Where): Diagnostic {
  return makeDiagnostic('double-bom', where, {
    message: 'Two invisible byte order marks stand before the first line',
    hint: 'save the file as UTF-8 without BOM; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function crLineEnds(where: Where): Diagnostic {
  return makeDiagnostic('cr-line-ends', where, {
    message: 'The lines end with a lone carriage return, so the file reads as one line',
    hint: 'save the file with line ends LF; `lectern check --fix` does it',
    isFixable: true,
  })
}

export function controlCharacter(where: Where, codePoint: number): Diagnostic {
  return makeDiagnostic('control-character', where, {
    message: `An invisible control character stands here (${unicodeName(codePoint)})`,
    hint: 'delete it; it often comes along when text is copied from a PDF',
  })
}

export function bidiControl(where: Where, codePoint: number): Diagnostic {
  return makeDiagnostic('bidi-control', where, {
    message: `An invisible character that reverses text stands here (${unicodeName(codePoint)})`,
    hint: 'delete it: a title must read the way it is stored',
  })
}

export function noFrontMatter(where: Where): Diagnostic {
  return makeDiagnostic('no-front-matter', where, {
    message: 'The file does not begin with front matter',
    hint: 'the first line must be `---`, then keys such as `title:`, then a line `---`',
  })
}

export function unclosedFrontMatter(where: Where): Diagnostic {
  return makeDiagnostic('unclosed-front-matter', where, {
    message: 'The front matter begins here and is never closed',
    hint: 'put a line with `---` and nothing else after the last key',
  })
}

export function misspeltClose(where: Where): Diagnostic {
  return makeDiagnostic('unclosed-front-matter', where, {
    message: 'This line begins like the end of the front matter but holds more than `---`',
    hint: 'write `---` alone on the line',
  })
}

export function frontMatterLanguage(where: Where, language: string): Diagnostic {
  return makeDiagnostic('front-matter-language', where, {
    message: `The front matter is marked as \`${excerpt(language, 20)}\`; only YAML is read, and nothing is run`,
    hint: 'write `---` alone on the first line',
  })
}

export function frontMatterTooLarge(where: Where, kilobytes: number): Diagnostic {
  return makeDiagnostic('front-matter-too-large', where, {
    message: `The front matter is larger than ${kilobytes} KB`,
    hint: 'split the topic, or move speaker notes below the front matter',
  })
}

export function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
