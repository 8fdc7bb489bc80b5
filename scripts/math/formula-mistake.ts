/** What KaTeX says of a formula it cannot read, in an author's words. */
export type FormulaMistake = {
  readonly message: string
  readonly hint: string
  /** Of the place in the TeX. */
  readonly start: number
  readonly end: number
}

export type Explained = {
  readonly message: string
  readonly hint: string
  /** A command that may only be misspelt. */
  readonly command?: string
}

type Explain = (match: readonly string[]) => Explained

const COMMANDS_HINT = 'KaTeX lists its commands at katex.org/docs/support_table.html'

/** Source of the messages: KaTeX 0.18, `Parser`, `MacroExpander`, `environments`, `functions`. */
const EXPLANATIONS: readonly (readonly [RegExp, Explain])[] = [
  [
    /^Undefined control sequence: (\\\S*)/,
    ([command = '']) => ({
      message: `There is no TeX command \`${command}\``,
      hint: COMMANDS_HINT,
      command,
    }),
  ],
  [
    /^Expected '}', got 'EOF'|^Unexpected end of input in a macro argument/,
    () => ({
      message: 'A `{` of the formula is never closed',
      hint: 'add the `}` that is missing',
    }),
  ],
  [
    /^Expected 'EOF', got '}'|^Extra \}/,
    () => ({
      message: 'A `}` stands in the formula where no `{` is open',
      hint: 'take it away, or write `\\}` for the bracket itself',
    }),
  ],
  [
    /^Expected 'EOF', got '&'|^Misplaced alignment/,
    () => ({
      message: '`&` stands outside a matrix or an `aligned`',
      hint: 'write `\\&` for the sign itself',
    }),
  ],
  [
    /^Expected 'EOF', got '(\\right|\\end|\\middle)'/,
    ([command = '']) => ({
      message: `\`${command}\` has nothing before it that it closes`,
      hint: '`\\left` goes with `\\right`, `\\begin{…}` with `\\end{…}`',
    }),
  ],
  [
    /^Expected '\\right', got/,
    () => ({
      message: 'A `\\left` has no `\\right`',
      hint: 'write `\\right.` where nothing shall be seen',
    }),
  ],
  [
    /^Mismatch: \\begin\{(.*?)\} matched by \\end\{(.*?)\}/,
    ([begin = '', end = '']) => ({
      message: `\`\\begin{${begin}}\` is closed by \`\\end{${end}}\``,
      hint: 'the two names have to be the same',
    }),
  ],
  [
    /^No such environment: (.*)/,
    ([name = '']) => ({ message: `There is no environment \`${name}\``, hint: COMMANDS_HINT }),
  ],
  [
    /^Double (superscript|subscript)/,
    ([which = '']) => ({
      message: `Two ${which}s stand at one sign`,
      hint: 'set braces: `{x^a}^b` or `x^{ab}`',
    }),
  ],
  [
    /^Expected group (?:after|as argument to) '(.*?)'/,
    ([command = '']) => ({
      message: `\`${command}\` wants something behind it`,
      hint: `write it in braces: \`${command}{…}\``,
    }),
  ],
  [
    /^Can't use function '(.*?)' in (math|text) mode/,
    ([command = '', mode = '']) => ({
      message: `\`${command}\` cannot stand in ${mode === 'math' ? 'mathematics' : 'text'}`,
      hint: mode === 'math' ? `write \`\\text{…}\` around it` : `close the \`\\text{…}\` before it`,
    }),
  ],
  [
    /^Too many expansions/,
    () => ({
      message: 'The formula has more commands than can be read at once',
      hint: 'divide it into several formulas',
    }),
  ],
]

export function explainKatex(raw: string): Explained {
  for (const [pattern, explain] of EXPLANATIONS) {
    const match = pattern.exec(raw)
    if (match !== null) return explain(match.slice(1))
  }
  const words = raw.replace(/^LaTeX-incompatible input and strict mode is set to 'error': /, '')
  return { message: `The formula cannot be read: ${words}`, hint: COMMANDS_HINT }
}
