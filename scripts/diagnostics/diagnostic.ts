/** What the author has to mend, with its place in the file the author edits. */
export type Severity = 'error' | 'warning'

/** 1-based line and column, counted in characters of the file as the author sees it. */
export type Place = {
  readonly line: number
  readonly column: number
  /** First column after the marked text, on the same line; absent when only a point is known. */
  readonly endColumn?: number
}

/** In px of the slide, from its upper left corner. */
export type SlidePlace = {
  /** From 1. */
  readonly number: number
  readonly title: string
  /** Id of the section; empty for title, questions, terms and sources. */
  readonly section: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Diagnostic = {
  readonly severity: Severity
  /** Kebab-case and permanent; every code is listed in README and has a case in tests/cases. */
  readonly code: string
  /** What is wrong, in the author's words: capital first, no full stop. */
  readonly message: string
  /** Path as the author typed or would type it: relative to the working folder, with `/`; or NO_FILE. */
  readonly file: string
  readonly place?: Place
  /** What to do next. */
  readonly hint?: string
  /** The slide on which it is seen. */
  readonly slide?: SlidePlace
  /** True when `lectern check --fix` repairs it. */
  readonly isFixable?: boolean
  /** The text that belongs at the place instead, when it is certain enough for `--fix`. */
  readonly replacement?: string
}

/** In the place of a file: what concerns the whole run, and is said once in it. */
export const NO_FILE = ''

/** Sorted by file, line, column, then code, so that a report never depends on the order of discovery. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** Code-unit order: the same on every machine, unlike localeCompare. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
