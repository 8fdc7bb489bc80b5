/** Notes as parts for one page each: cut at places in their text, what is open closed and opened again. */

/** Tags, references and text of markup that we write ourselves: in attributes `>` is a reference. */
const TOKEN_RE = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|&#?\w+;|[^<&]+|[<&]/gi
const VOID = new Set(['br', 'hr', 'img', 'wbr'])

type Open = {
  readonly name: string
  readonly attributes: string
  /** Where its tag begins in the part that is being written. */
  at: number
  /** Something was said in it before the cut. */
  hasText: boolean
  /** Items begun so far, of a list. */
  items: number
  /** Of a table: its head, to stand over each part. */
  head: string
}

type Cutter = { readonly parts: string[]; readonly stack: Open[]; part: string; offset: number }

/**
 * One part more than there are cuts. What goes on in the next part has the class `rest` there; the numbers of
 * a list go on, and the head of a table stands over each part of it.
 * @param cuts offsets in the text as the DOM counts it, each at the first character of the next part
 */
export function cutNotes(html: string, cuts: readonly number[]): readonly string[] {
  const cutter: Cutter = { parts: [], stack: [], part: '', offset: 0 }
  for (const [token, closing, name, attributes = ''] of html.matchAll(TOKEN_RE)) {
    if (name === undefined) writeText(cutter, token, cuts)
    else if (closing === '/') closeTag(cutter, token, name)
    else openTag(cutter, token, { name, attributes })
  }
  return [...cutter.parts, cutter.part]
}

/** The length of the text as the DOM counts it. */
export function textLength(html: string): number {
  let length = 0
  for (const [token, , name] of html.matchAll(TOKEN_RE))
    if (name === undefined) length += lengthOf(token)
  return length
}

function lengthOf(token: string): number {
  return /^&#?\w+;$/.test(token) ? 1 : token.length
}

function openTag(
  cutter: Cutter,
  token: string,
  { name, attributes }: Pick<Open, 'name' | 'attributes'>,
): void {
  const parent = cutter.stack.at(-1)
  if (name === 'li' && parent !== undefined) parent.items += 1
  const at = cutter.part.length
  cutter.part += token
  if (!VOID.has(name) && !attributes.endsWith('/'))
    cutter.stack.push({ name, attributes, at, hasText: false, items: 0, head: '' })
}

function closeTag(cutter: Cutter, token: string, name: string): void {
  const closed = cutter.stack.pop()
  cutter.part += token
  const table = cutter.stack.at(-1)
  if (name === 'thead' && closed !== undefined && table !== undefined)
    table.head = cutter.part.slice(closed.at)
}

function writeText(cutter: Cutter, token: string, cuts: readonly number[]): void {
  const length = lengthOf(token)
  let from = 0
  for (
    let cut = cuts[cutter.parts.length];
    cut !== undefined && cut < cutter.offset + length;
    cut = cuts[cutter.parts.length]
  ) {
    const until = Math.max(from, cut - cutter.offset)
    say(cutter, token.slice(from, until))
    startPart(cutter)
    from = until
  }
  say(cutter, length === token.length ? token.slice(from) : token)
  cutter.offset += length
}

function say(cutter: Cutter, text: string): void {
  cutter.part += text
  if (text.trim() !== '') for (const open of cutter.stack) open.hasText = true
}

/** What was opened and says nothing yet belongs to the next part whole. */
function startPart(cutter: Cutter): void {
  const { stack, part } = cutter
  const begun = stack.filter(({ hasText }) => hasText)
  const fresh = stack.find(({ hasText }) => !hasText)
  const end = fresh?.at ?? part.length
  const closing = begun.map(({ name }) => `</${name}>`).reverse()
  cutter.parts.push(part.slice(0, end).trimEnd() + closing.join(''))
  cutter.part = ''
  for (const open of begun) {
    open.at = cutter.part.length
    cutter.part += reopened(open)
  }
  const shift = cutter.part.length - end
  for (const open of stack) if (!open.hasText) open.at += shift
  cutter.part += part.slice(end)
}

function reopened({ name, attributes, items, head }: Open): string {
  const others = attributes.replace(/\s(?:start|id)="[^"]*"/g, '')
  const start = name === 'ol' ? ` start="${numberOf(attributes) + items - 1}"` : ''
  const classed = /\sclass="/.test(others)
    ? others.replace(/\sclass="/, ' class="rest ')
    : ` class="rest"${others}`
  return `<${name}${classed}${start}>${head}`
}

function numberOf(attributes: string): number {
  return Number(/\sstart="(\d+)"/.exec(attributes)?.[1] ?? 1)
}
