/** `lectern convert`: a plain Marp Markdown file that somebody has becomes a PowerPoint, a page and a PDF. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { openPrinter } from '../browser/open-printer.ts'
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { printedSize } from '../output/shelf-page.ts'
import { CONVERTERS, type ConvertFormat } from '../render/convert-marp.ts'
import { MACHINE_CODES } from './build-report.ts'
import { type Command, EXIT, type ExitCode, type Invocation, UsageError } from './command.ts'
import { type Converted, convertDeck } from './convert-deck.ts'
import { countText, renderReport } from './print-report.ts'
import { readChoice } from './read-choice.ts'

export const convert: Command = {
  name: 'convert',
  what: 'make a PowerPoint, a page and a PDF of a Marp deck that you have',
  operands: '<deck.md…>',
  examples: [
    ['lectern convert talk.md', 'out/talk/talk.pptx, talk.html and talk.pdf'],
    ['lectern convert talk.md --to pptx -o .', 'talk.pptx beside the deck'],
    ['lectern convert talk.md --trust-html', 'a deck that you wrote for `marp --html`'],
  ],
  flags: {
    to: {
      type: 'string',
      value: 'FORMATS',
      what: 'pptx, html, pdf; several with commas (default: all)',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'DIR',
      what: 'folder of the files (default: out/<name of the deck>)',
    },
    'trust-html': {
      type: 'boolean',
      what: 'read tags that Marp shows as text (only of a deck you wrote)',
    },
    browser: {
      type: 'string',
      value: 'PATH',
      what: 'the Chrome, Edge or Chromium that prints (default: CHROME_PATH, else an installed one)',
    },
    strict: { type: 'boolean', what: 'warnings count as errors' },
  },
  run: runConvert,
}

async function runConvert(invocation: Invocation): Promise<ExitCode> {
  const { args, flags, terminal, isQuiet, isJson } = invocation
  if (args.length === 0)
    throw new UsageError('`convert` takes a Marp deck', 'for example: lectern convert talk.md')
  for (const file of args) refuseMissing(file, invocation)
  const formats = readFormats(flags['to'])
  const printer = openPrinter(invocation.browser, {
    tell: (text) => {
      if (!isQuiet && !isJson) terminal.err(`lectern: ${text}`)
    },
  })
  if (formats.includes('pdf')) printer.start()
  try {
    const decks: Converted[] = []
    for (const file of args) {
      const deck = await convertDeck({ file, formats, printer, invocation })
      decks.push(deck)
      announce(deck, invocation)
    }
    return report(decks, invocation)
  } finally {
    await printer.close()
  }
}

function refuseMissing(file: string, { projectDir }: Invocation): void {
  const stats = statSync(resolve(projectDir, file), { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(`There is no file \`${file}\``, 'check the path')
}

function readFormats(value: string | boolean | undefined): readonly ConvertFormat[] {
  // The keys of the table, in its order.
  const known = Object.keys(CONVERTERS) as ConvertFormat[]
  if (typeof value !== 'string') return known
  const asked = value.split(',').map((word) => readChoice(word.trim(), known, 'format of a deck'))
  return known.filter((format) => asked.includes(format))
}

function announce(
  { outputs, slideCount }: Converted,
  { terminal, isJson, isQuiet }: Invocation,
): void {
  if (isJson || isQuiet) return
  const slides = `${slideCount} ${slideCount === 1 ? 'slide' : 'slides'}`
  for (const { path, bytes } of outputs) terminal.out(`${path} (${slides}, ${printedSize(bytes)})`)
}

function report(decks: readonly Converted[], invocation: Invocation): ExitCode {
  const { terminal, isJson, isQuiet, flags } = invocation
  const diagnostics = sortDiagnostics(decks.flatMap((deck) => deck.diagnostics))
  if (isJson) {
    const told = decks.map(({ file, slideCount, outputs }) => ({
      file,
      slides: slideCount,
      outputs,
    }))
    terminal.out(JSON.stringify({ ok: !hasErrors(diagnostics), decks: told, diagnostics }))
  } else {
    if (diagnostics.length > 0) terminal.err(renderReport(diagnostics, invocation))
    if (!isQuiet) terminal.err(summaryOf(decks, diagnostics))
  }
  if (diagnostics.some(({ code }) => MACHINE_CODES.has(code))) return EXIT.machine
  const isBad = flags['strict'] === true ? diagnostics.length > 0 : hasErrors(diagnostics)
  return isBad ? EXIT.content : EXIT.done
}

function summaryOf(decks: readonly Converted[], diagnostics: readonly Diagnostic[]): string {
  const made = decks.filter(({ outputs }) => outputs.length > 0).length
  return `${made} ${made === 1 ? 'deck' : 'decks'} converted, ${countText(diagnostics)}`
}
