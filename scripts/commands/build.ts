/** `lectern build`: topics become decks and briefs in the output folder; a bad topic never stops the others. */
import { openPrinter } from '../browser/open-printer.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Manifest, writeManifest } from '../output/manifest.ts'
import { shelfPage } from '../output/shelf-page.ts'
import { OutputError, sweepTemporaries, writeWhole } from '../output/write-whole.ts'
import { checkShelf } from '../topic/check-shelf.ts'
import { buildAll } from './build-all.ts'
import { announce, reportBuild } from './build-report.ts'
import { type Outcome, openSession, outputDiagnostic, type Session } from './build-session.ts'
import type { Command, ExitCode, Invocation } from './command.ts'
import { HANDOUT_FLAGS } from './handout-options.ts'
import { selectFiles, slugOf } from './shelf.ts'

export const build: Command = {
  name: 'build',
  what: 'make slides, handouts and briefs from the topics of content/',
  operands: '[topic…]',
  examples: [
    ['lectern build', 'the whole shelf; what has not changed is left alone'],
    ['lectern build india-russia --to brief', 'one topic, its printed page only'],
    ['lectern build --no-notes -o students', 'the shelf as students may have it'],
  ],
  flags: {
    to: {
      type: 'string',
      value: 'FORMATS',
      what: 'html, pdf, handout, png, pptx, brief, md; several with commas (default: all but png)',
    },
    output: { type: 'string', short: 'o', value: 'DIR', what: 'output folder (default: out)' },
    template: { type: 'string', value: 'NAME', what: 'use this template set for every topic' },
    lang: { type: 'string', value: 'LANG', what: 'only the editions in en or hi' },
    size: { type: 'string', value: 'W:H', what: 'slides of 16:9 or 4:3' },
    preset: {
      type: 'string',
      value: 'NAME',
      what: 'legibility of the brief: dense, standard or clear-print',
    },
    bilingual: {
      type: 'string',
      value: 'LAYOUT',
      what: 'also one page of both editions: side-by-side or stacked',
    },
    profile: {
      type: 'string',
      value: 'NAME',
      what: 'how the brief is printed: a4, a4-duplex, a5-2up, print-shop, copier, …',
    },
    ...HANDOUT_FLAGS,
    width: {
      type: 'string',
      value: 'PX',
      what: 'width of the pictures of --to png (default: 1920)',
    },
    shard: { type: 'string', value: 'I/N', what: 'only part I of N of the shelf' },
    jobs: {
      type: 'string',
      value: 'N',
      what: 'threads at once (default: 1)',
    },
    force: { type: 'boolean', short: 'f', what: 'build also what has not changed' },
    browser: {
      type: 'string',
      value: 'PATH',
      what: 'the Chrome, Edge or Chromium that prints (default: CHROME_PATH, else an installed one)',
    },
    strict: { type: 'boolean', what: 'warnings count as errors' },
    notes: {
      type: 'boolean',
      what: 'the speaker notes as notes on the pages of deck.pdf',
    },
    'no-notes': {
      type: 'boolean',
      what: 'leave the speaker notes out: a copy for students; give it a folder of its own',
    },
    'attach-source': {
      type: 'boolean',
      what: 'put the Markdown of the topic into its brief (PDF/A-3a)',
    },
    'trust-html': {
      type: 'boolean',
      what: 'keep HTML tags of the content (only for content you wrote)',
    },
  },
  run: runBuild,
}

async function runBuild(invocation: Invocation): Promise<ExitCode> {
  const printer = openPrinter(invocation.browser, { tell: (text) => tell(text, invocation) })
  try {
    return await buildShelf(invocation, openSession(invocation, printer))
  } finally {
    await printer.close()
  }
}

function tell(text: string, { terminal, isQuiet, isJson }: Invocation): void {
  if (!isQuiet && !isJson) terminal.err(`lectern: ${text}`)
}

async function buildShelf(invocation: Invocation, session: Session): Promise<ExitCode> {
  sweepTemporaries(session.outDir)
  const files = selectFiles(session.shelf, invocation)
  const outcomes: Outcome[] = []
  showProgress(0, files, invocation)
  for await (const outcome of buildAll(files, session)) {
    outcomes.push(outcome)
    announce(outcome, invocation)
    showProgress(outcomes.length, files, invocation)
  }
  const conflicts = checkShelf(outcomes.flatMap(({ ledger }) => ledger ?? []))
  const shelfProblems = [...conflicts, ...writeShelfFiles(outcomes, session)]
  return reportBuild(outcomes, shelfProblems, session)
}

function showProgress(done: number, files: readonly string[], { terminal }: Invocation): void {
  const next = files[done]
  terminal.progress(next === undefined ? '' : `[${done + 1}/${files.length}] ${slugOf(next)}`)
}

/** The shelf page and the manifest: of this run's topics and of those built before that still exist. */
function writeShelfFiles(outcomes: readonly Outcome[], session: Session): readonly Diagnostic[] {
  const slugs = new Set(session.shelf.files.map(slugOf))
  const entries = new Map([...session.previous].filter(([slug]) => slugs.has(slug)))
  for (const { entry } of outcomes) if (entry !== undefined) entries.set(entry.slug, entry)
  const manifest: Manifest = { version: 1, topics: [...entries.values()] }
  const encoder = new TextEncoder()
  try {
    writeWhole(session.outDir, 'manifest.json', encoder.encode(writeManifest(manifest)))
    writeWhole(session.outDir, 'index.html', encoder.encode(shelfPage(manifest)))
    return []
  } catch (error) {
    if (error instanceof OutputError) return [outputDiagnostic(error, session)]
    throw error
  }
}
