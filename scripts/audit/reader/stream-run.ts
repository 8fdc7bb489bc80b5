/** What one content stream does, operator by operator (ISO 32000-1, 8 and 9, as far as an audit needs). */
import { Buffer } from 'node:buffer'
import type { ClauseId } from '../clauses.ts'
import type { ColorSpace, MarkedContent, Painted } from './content.ts'
import type { ContentHost, Source } from './content-host.ts'
import { dictIn, dictOf, placeOf, valueIn } from './entries.ts'
import type { PdfFile } from './open-pdf.ts'
import { isKind, type PdfDict, type PdfValue } from './pdf-value.ts'

export type GraphicsState = {
  readonly fill: ColorSpace
  readonly stroke: ColorSpace
  readonly font: PdfDict | undefined
  readonly renderMode: number
  readonly extended: PdfDict | undefined
}

const INITIAL_SPACE: ColorSpace = { kind: 'name', name: 'DeviceGray' }

const INITIAL: GraphicsState = {
  fill: INITIAL_SPACE,
  stroke: INITIAL_SPACE,
  font: undefined,
  renderMode: 0,
  extended: undefined,
}

/** ISO 19005-2, 6.1.13: `q` and `Q` nest 28 deep at most. */
const MAX_NESTING = 28

/** One pass over one stream: its graphics state and its open marks. */
export class StreamRun {
  readonly #host: ContentHost
  readonly #file: PdfFile
  readonly #source: Source
  readonly #stack: GraphicsState[] = []
  #state = INITIAL
  #marks: MarkedContent | undefined
  #markDepth = 0
  /** Depth of the marks at `BT`; undefined outside a text object. */
  #textDepth: number | undefined
  #index = 0

  constructor(host: ContentHost, file: PdfFile, source: Source) {
    this.#host = host
    this.#file = file
    this.#source = source
    this.#marks = source.outer
  }

  /** Counts the operators, for the places of findings. */
  step(): void {
    this.#index++
  }

  unknown(word: string): void {
    const shown = word.replace(/[^\x20-\x7e]/gu, '?').slice(0, 20)
    this.#note('ISO 19005-2, 6.2.2', `\`${shown}\` is no operator of ISO 32000-1`)
  }

  end(): void {
    if (this.#markDepth !== 0) this.#note(MARKS, 'a marked-content sequence is not closed')
  }

  save(): void {
    this.#stack.push(this.#state)
    if (this.#stack.length > MAX_NESTING)
      this.#note('ISO 19005-2, 6.1.13', `\`q\` is nested deeper than ${MAX_NESTING}`)
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state
  }

  set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change }
  }

  setSpace(which: 'fill' | 'stroke', operand: PdfValue | undefined): void {
    if (!isKind(operand, 'name')) return
    const isDevice = /^(?:Device(?:Gray|RGB|CMYK)|Pattern)$/u.test(operand.name)
    this.set({ [which]: isDevice ? operand : this.#resource('ColorSpace', operand.name) })
  }

  /** `scn` names a pattern with its last operand. */
  setColor(operands: readonly PdfValue[]): void {
    const name = operands.at(-1)
    if (!isKind(name, 'name')) return
    const pattern = this.#resource('Pattern', name.name)
    const place = { where: this.#where(`pattern ${name.name}`), outer: this.#marks }
    if (isKind(pattern, 'stream')) this.#host.readPattern(pattern, place)
    const shading = isKind(pattern, 'dict') ? valueIn(this.#file, pattern, 'Shading') : null
    if (shading !== null) this.#host.found.shadings.push(shading)
  }

  setFont(operand: PdfValue | undefined): void {
    if (!isKind(operand, 'name')) return
    const font = this.#resource('Font', operand.name)
    this.set({ font: isKind(font, 'dict') ? font : undefined })
  }

  setExtended(operand: PdfValue | undefined): void {
    const state = isKind(operand, 'name') ? this.#resource('ExtGState', operand.name) : null
    if (!isKind(state, 'dict')) return
    this.#host.found.graphicsStates.push(state)
    const font = valueIn(this.#file, state, 'Font')
    const face = isKind(font, 'array') ? this.#file.resolve(font.items[0]) : null
    this.set({ extended: state, ...(isKind(face, 'dict') ? { font: face } : {}) })
  }

  setIntent(operand: PdfValue | undefined): void {
    if (isKind(operand, 'name'))
      this.#host.found.intents.push({ name: operand.name, where: this.#where('ri') })
  }

  show(operand: PdfValue | undefined): void {
    const items = isKind(operand, 'array') ? operand.items : [operand]
    const strings = items.filter((item) => isKind(item, 'string')).map(({ bytes }) => bytes)
    if (strings.every((bytes) => bytes.length === 0)) return
    const { font, renderMode } = this.#state
    const where = this.#where('text')
    if (this.#textDepth === undefined)
      this.#note('ISO 32000-1, 9.4', 'text is shown outside a text object')
    if (font === undefined) this.#note('ISO 32000-1, 9.3', 'text is shown without a font')
    else
      this.#host.found.texts.push({
        font,
        bytes:
          strings.length === 1 && strings[0] !== undefined ? strings[0] : Buffer.concat(strings),
        isInvisible: renderMode === 3,
        marks: this.#marks,
        where,
      })
    const { fill, stroke } = this.#state
    const used = [renderMode % 4 === 1 ? [] : [fill], renderMode % 4 === 0 ? [] : [stroke]]
    this.#paint('text', renderMode === 3 ? [] : used.flat(), where)
  }

  paintPath(what: { readonly fill: boolean; readonly stroke: boolean }): void {
    const { fill, stroke } = this.#state
    this.#paint('path', [...(what.fill ? [fill] : []), ...(what.stroke ? [stroke] : [])])
  }

  shade(operand: PdfValue | undefined): void {
    const shading = isKind(operand, 'name') ? this.#resource('Shading', operand.name) : null
    if (shading !== null) this.#host.found.shadings.push(shading)
    this.#paint('shading', [])
  }

  #paint(what: Painted['what'], spaces: readonly ColorSpace[], where = this.#where(what)): void {
    this.#host.found.painted.push({
      what,
      marks: this.#marks,
      spaces,
      state: this.#state.extended,
      resources: this.#source.resources,
      where,
    })
  }

  inlineImage(dict: PdfDict): void {
    const where = this.#where('inline image')
    this.#host.found.inlineImages.push({ dict, where })
    const space = dict.entries.get('ColorSpace')
    const isNamed =
      isKind(space, 'name') && !/^Device(?:Gray|RGB|CMYK)$|^Indexed$/u.test(space.name)
    const used = isNamed ? this.#resource('ColorSpace', space.name) : space
    this.#paint('image', used === undefined ? [] : [used])
  }

  draw(operand: PdfValue | undefined): void {
    const object = isKind(operand, 'name') ? this.#resource('XObject', operand.name) : null
    if (!isKind(object, 'stream')) return
    const subtype = valueIn(this.#file, object.dict, 'Subtype')
    const place = placeOf(this.#file, object, 'a form')
    if (isKind(subtype, 'name') && subtype.name === 'Form') {
      this.#host.found.forms.push({ form: object, where: this.#where('Do') })
      const where = `${this.#source.where}, form ${place}`
      this.#host.readStream(object, { where, outer: this.#marks }, this.#source.resources)
      return
    }
    this.#host.found.images.push(object)
    const isMask = valueIn(this.#file, object.dict, 'ImageMask') === true
    this.#paint('image', isMask ? [this.#state.fill] : [], this.#where(`image ${place}`))
  }

  open(tag: PdfValue | undefined, operand: PdfValue | undefined): void {
    this.#markDepth++
    const named = isKind(operand, 'name') ? this.#resource('Properties', operand.name) : operand
    const properties = named === undefined ? undefined : dictOf(named)
    const mcid = properties?.entries.get('MCID')
    this.#marks = {
      tag: isKind(tag, 'name') ? tag.name : '',
      properties,
      mcid: typeof mcid === 'number' ? mcid : undefined,
      owner: this.#source.owner,
      parent: this.#marks,
      where: this.#where(isKind(tag, 'name') ? tag.name : 'BDC'),
    }
    this.#host.found.marks.push(this.#marks)
  }

  close(): void {
    if (this.#markDepth === 0) {
      this.#note(MARKS, '`EMC` closes nothing')
      return
    }
    this.#markDepth--
    this.#marks = this.#marks?.parent
  }

  beginText(): void {
    if (this.#textDepth !== undefined) this.#note('ISO 32000-1, 9.4', 'text objects are nested')
    this.#textDepth = this.#markDepth
  }

  endText(): void {
    if (this.#textDepth === undefined) this.#note('ISO 32000-1, 9.4', '`ET` closes nothing')
    else if (this.#textDepth !== this.#markDepth)
      this.#note(MARKS, 'a marked-content sequence and a text object overlap')
    this.#textDepth = undefined
  }

  #resource(kind: string, name: string): PdfValue {
    if (this.#source.isBorrowing)
      this.#note('ISO 19005-2, 6.2.2', 'a stream uses resources and has none of its own')
    const category = dictIn(this.#file, this.#source.resources, kind)
    const value = category === undefined ? null : valueIn(this.#file, category, name)
    if (value === null)
      this.#note('ISO 19005-2, 6.2.2', `the resources of the stream have no ${kind} \`${name}\``)
    return value
  }

  #where(what: string): string {
    return `${this.#source.where}, operator ${this.#index} (${what})`
  }

  #note(clause: ClauseId, message: string): void {
    const where = this.#where('content')
    this.#host.found.notes.push({ clause, message, where })
  }
}

const MARKS = 'ISO 32000-1, 14.6'
