/** `lectern check`: every problem of every topic, with its place; `--fix` repairs what is mechanical. */
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { writeWhole } from '../output/write-whole.ts'
import { checkTemplate } from '../render/institute-template.ts'
import { type SetTheme, themeOfSet } from '../render/set-theme.ts'
import { brandContrast } from '../render/tell-contrast.ts'
import { brandLogo } from '../render/tell-logo.ts'
import { readTemplateSet } from '../template/template-set.ts'
import { checkShelf, ledgerOf } from '../topic/check-shelf.ts'
import { fixSource } from '../topic/fix-source.ts'
import { MACHINE_CODES } from './build-report.ts'
import {
  type CheckedTopic,
  checkRendered,
  NOTHING_RENDERED,
  type RenderCheck,
} from './check-render.ts'
import { type Command, EXIT, type ExitCode, type Invocation } from './command.ts'
import { countText, renderReport } from './print-report.ts'
import { openShelf, type Shelf, selectFiles, withShared } from './shelf.ts'
import { tellBrief } from './tell-brief.ts'

export const check: Command = {
  name: 'check',
  what: 'list every problem of the topics, without building',
  operands: '[topic…]',
  examples: [
    ['lectern check', 'every topic of content/'],
    ['lectern check --render', 'also measure every slide and audit every brief'],
    ['lectern check --fix', 'also repair what is mechanical: quotes, tabs, misspelt keys'],
  ],
  flags: {
    fix: {
      type: 'boolean',
      what: 'repair unquoted colons, tabs, byte order marks, line ends, quotes, misspelt keys',
    },
    render: {
      type: 'boolean',
      what: 'also lay out slides and brief: what does not fit, is too small, too faint or cut off, and where PDF/UA or PDF/A is broken',
    },
    strict: { type: 'boolean', what: 'warnings count as errors' },
    template: { type: 'string', value: 'NAME', what: 'check against this template set' },
    size: { type: 'string', value: 'W:H', what: 'with --render: slides of 16:9 or 4:3' },
    preset: { type: 'string', value: 'NAME', what: 'with --render: legibility of the brief' },
    bilingual: {
      type: 'string',
      value: 'LAYOUT',
      what: 'also check the page of both editions: side-by-side or stacked',
    },
    profile: { type: 'string', value: 'NAME', what: 'with --render: how the brief is printed' },
    'trust-html': {
      type: 'boolean',
      what: 'read raw HTML of the topics as `build --trust-html` does',
    },
    browser: {
      type: 'string',
      value: 'PATH',
      what: 'with --render: the Chrome, Edge or Chromium that measures the slides',
    },
    lang: { type: 'string', value: 'LANG', what: 'only the editions in en or hi' },
  },
  run: runCheck,
}

async function runCheck(invocation: Invocation): Promise<ExitCode> {
  const { terminal, flags, isJson, isQuiet } = invocation
  const files = selectFiles(openShelf(invocation), invocation)
  if (flags['fix'] === true) fixFiles(files, invocation)
  // Opened after the repairs, so that the shared files are read as they are now.
  const shelf = openShelf(invocation)
  const { topics, diagnostics: found } = readAll(files, shelf)
  const isRendered = flags['render'] === true
  const rendered = isRendered ? await checkRendered(topics, invocation) : NOTHING_RENDERED
  const diagnostics = withShared(shelf, [
    ...found,
    ...checkShelf(topics.map(({ topic }) => ledgerOf(topic))),
    ...(await checkThemes(topics, invocation)),
    ...rendered.diagnostics,
  ])
  if (isJson) {
    const fits = isRendered ? { briefs: rendered.briefs } : {}
    terminal.out(JSON.stringify({ ok: !hasErrors(diagnostics), ...fits, diagnostics }))
  } else {
    if (!isQuiet && invocation.report !== 'json')
      for (const brief of rendered.briefs) terminal.out(tellBrief(brief))
    if (diagnostics.length > 0 || invocation.report === 'json') printReport(diagnostics, invocation)
    if (!isQuiet)
      terminal.err(
        `${plural(files.length)} checked, ${countText(diagnostics)}${renderNote(rendered)}${fixHint(diagnostics)}`,
      )
  }
  if (rendered.diagnostics.some(({ code }) => MACHINE_CODES.has(code))) return EXIT.machine
  const isBad = flags['strict'] === true ? diagnostics.length > 0 : hasErrors(diagnostics)
  return isBad ? EXIT.content : EXIT.done
}

/** For people on stderr; a JSON report is what the command was asked for, so it is the result. */
function printReport(diagnostics: readonly Diagnostic[], invocation: Invocation): void {
  const text = renderReport(diagnostics, invocation)
  if (invocation.report === 'json') invocation.terminal.out(text)
  else invocation.terminal.err(text)
}

function readAll(
  files: readonly string[],
  shelf: Shelf,
): { readonly topics: readonly CheckedTopic[]; readonly diagnostics: readonly Diagnostic[] } {
  const results = files.map((file) => shelf.read(file))
  return {
    topics: results.flatMap(({ topic, sibling, texts }) =>
      topic === undefined ? [] : [{ topic, sibling, texts: textsOf(topic.file, texts) }],
    ),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** The topic's own file first, then what it inherits from: the order in which words of a slide are looked for. */
function textsOf(file: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = texts.get(file)
  return new Map([...(own === undefined ? [] : [[file, own] as const]), ...texts])
}

/** What is wrong in the template sets of the topics, and in the colours that the topics bring. */
async function checkThemes(
  topics: readonly CheckedTopic[],
  { templateFolders }: Invocation,
): Promise<readonly Diagnostic[]> {
  const themes = new Map<string, SetTheme>()
  const found: Diagnostic[] = []
  for (const { topic } of topics) {
    const known = themes.get(topic.template)
    const set = known ? undefined : readTemplateSet(topic.template, templateFolders)
    const made = known ?? (set && themeOfSet(set))
    if (made === undefined) continue
    themes.set(topic.template, made)
    found.push(
      ...made.problems,
      ...brandContrast(topic, made.theme),
      ...brandLogo(topic, made.theme),
    )
    found.push(...(await checkTemplate(topic, made.theme)))
  }
  return found
}

function fixFiles(files: readonly string[], { terminal, projectDir, isQuiet }: Invocation): void {
  for (const file of files) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue
    const { bytes, fixes } = fixSource(readFileSync(file))
    if (fixes.length === 0) continue
    writeWhole(dirname(file), basename(file), bytes)
    if (isQuiet) continue
    const name = file.slice(projectDir.length + 1)
    for (const { line, what } of fixes) terminal.out(`${name}:${line}: ${what}`)
  }
}

function renderNote({ briefCount, slideCount }: RenderCheck): string {
  const briefs = `${briefCount} ${briefCount === 1 ? 'brief' : 'briefs'} audited by PDF/UA-1 and PDF/A-2a`
  const slides = `${slideCount} ${slideCount === 1 ? 'slide' : 'slides'} measured`
  return `${briefCount === 0 ? '' : `; ${briefs}`}${slideCount === 0 ? '' : `; ${slides}`}`
}

function fixHint(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(({ isFixable }) => isFixable === true).length
  return count === 0 ? '' : `; \`lectern check --fix\` repairs ${count} of them`
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'topic' : 'topics'}`
}
