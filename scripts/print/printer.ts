/** What the browser is asked for, as plain data, so that a thread can send it to the one that owns the browser. */

/** In CSS pixels of the page. */
export type Clip = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A JavaScript expression, evaluated before the picture is taken. */
  readonly before?: string
}

/** One page load: a document, and what is wanted of it. */
export type PageTask = {
  /** A whole document, which may fetch nothing; its scripts do not run. */
  readonly html: string
  readonly media: 'print' | 'screen'
  /** In CSS pixels; `scale` is the number of picture pixels for each. */
  readonly viewport: {
    readonly widthPx: number
    readonly heightPx: number
    readonly scale: number
  }
  /** A JavaScript expression, evaluated when fonts and images are there; its value must be JSON. */
  readonly inspect?: string
  /** True prints the document: tagged, on the sheets that its `@page` rule names, with its backgrounds. */
  readonly pdf?: boolean
  /** Parts of the page as PNG. */
  readonly pictures?: readonly Clip[]
}

export type PageResult = {
  readonly inspected: unknown
  readonly pdf: Uint8Array | undefined
  readonly pictures: readonly Uint8Array[]
}

export type Printer = {
  /** Throws PrintError. */
  run(task: PageTask): Promise<PageResult>
}

export type PrintCode = 'browser-missing' | 'browser-failed' | 'print-timeout'

/** `build`: no document can be printed, so that once said is enough; `document`: the others may well be. */
export type PrintReach = 'build' | 'document'

export type PrintProblem = {
  readonly code: PrintCode
  readonly reach: PrintReach
  readonly message: string
  readonly hint: string
}

/** What the machine could not do; the author's content is not at fault. */
export class PrintError extends Error {
  override readonly name = 'PrintError'
  readonly problem: PrintProblem

  constructor(problem: PrintProblem) {
    super(problem.message)
    this.problem = problem
  }
}
