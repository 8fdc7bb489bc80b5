/** Marks → the bytes of a tagged PDF that is PDF/UA-1 and PDF/A-2a, or 3a with a file attached. */
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import { type Attachment, archive } from './archive.ts'
import { type EmbeddedFace, embedFace } from './embed-face.ts'
import { informationDictionary, makeFileInfo, type PdfInfo } from './file-info.ts'
import { lightJpeg } from './light-jpeg.ts'
import type { ImageMark, LinkMark, Mark, TextMark } from './mark.ts'
import { paintShape } from './paint-shape.ts'
import { type FaceSource, paintText, type TaggedPieces } from './paint-text.ts'
import { addLink, finishDocument, openDocument, setPrinting } from './pdf-document.ts'
import {
  addPage,
  openImage,
  type PageBoxes,
  type PdfDocument,
  type PdfImage,
  writeOperators,
} from './pdf-fields.ts'
import { plainPng } from './plain-png.ts'
import { type Stretch, splitParts, splitStretches } from './split-stretches.ts'
import { type PageObject, StructureTree } from './structure-tree.ts'
import { ContentTagger, tagParts } from './tag-content.ts'

export type { Attachment } from './archive.ts'
export type { PdfInfo } from './file-info.ts'

export type PdfPage = PageBoxes & {
  /** In painting order, which is also reading order. */
  readonly marks: readonly Mark[]
}

/** The same bytes for the same pages, on any day and in any time zone. */
export async function writePdf(
  pages: readonly PdfPage[],
  info: PdfInfo,
  attachment?: Attachment,
): Promise<Uint8Array> {
  const fileInfo = makeFileInfo(info)
  const document = openDocument({ lang: info.lang, info: informationDictionary(fileInfo) })
  setPrinting(document, info.turn ?? 'none')
  if (info.date === '') Reflect.deleteProperty(document.info, 'CreationDate')
  const tree = new StructureTree(info.lang)
  const faces = new Map<string, EmbeddedFace>()
  const images = new Map<Uint8Array, PdfImage>()
  for (const page of pages) paintPage(page, { document, tree, faces, images })
  archive(document, { tree, info: fileInfo, attachment })
  return finishDocument(document)
}

/** What the pages of a file share. */
type Shared = {
  readonly document: PdfDocument
  readonly tree: StructureTree
  readonly faces: Map<string, EmbeddedFace>
  /** What pdfkit made of the bytes of a picture: shown twice, it is in the file once. */
  readonly images: Map<Uint8Array, PdfImage>
}

function paintPage(page: PdfPage, shared: Shared): void {
  const { document, tree } = shared
  const { key, contents } = tree.addPage()
  const pageObject = { id: addPage(document, page, key), heightPt: page.heightPt }
  const tagger = new ContentTagger(tree, pageObject, contents)
  const painter = new PagePainter(shared, pageObject, tagger)
  for (const mark of page.marks) painter.paint(mark)
  painter.finish()
}

class PagePainter {
  readonly #shared: Shared
  readonly #page: PageObject
  readonly #tagger: ContentTagger
  readonly #faces: FaceSource
  #operators: string[] = []

  constructor(shared: Shared, page: PageObject, tagger: ContentTagger) {
    this.#shared = shared
    this.#page = page
    this.#tagger = tagger
    this.#faces = facesOnPage(shared)
  }

  paint(mark: Mark): void {
    if (mark.kind === 'text') this.#paintText(mark)
    else if (mark.kind === 'image') this.#paintImage(mark)
    else if (mark.kind === 'link') this.#addLink(mark)
    else this.#write(this.#tagger.enter(mark.tag), paintShape(mark))
  }

  finish(): void {
    this.#write(this.#tagger.leave())
    this.#flush()
  }

  #paintText(mark: TextMark): void {
    const { tag, pieces } = mark
    const tagger = this.#tagger
    if (pieces.length === 0 || tag.kind === 'artifact') {
      this.#write(tagger.enter(tag), this.#setLine(mark, tagParts(splitParts(pieces))))
      return
    }
    // The glyphs of a formula are one sequence, which is copied as a line of text.
    if (tag.type === 'Formula') {
      this.#write(tagger.enter(tag), this.#setLine(mark, [{ begin: '', pieces }]))
      return
    }
    const node = this.#shared.tree.nodeOf(tag)
    // A figure is told by its description, whatever the language of its labels.
    const stretches =
      tag.type === 'Figure'
        ? [{ inline: undefined, lang: '', parts: splitParts(pieces) }]
        : splitStretches(pieces, node.lang)
    if (isPlain(stretches)) {
      this.#write(tagger.enter(tag), this.#setLine(mark, [{ begin: '', pieces }]))
      return
    }
    const leave = tagger.leave()
    const tagged = stretches.flatMap((stretch) => tagger.tagStretch(node, stretch))
    this.#write(leave, this.#setLine(mark, tagged))
  }

  #setLine(mark: TextMark, parts: readonly TaggedPieces[]): string {
    return parts.length === 0 ? '' : paintText(mark, parts, this.#faces)
  }

  #paintImage(mark: ImageMark): void {
    this.#write(this.#tagger.enter(mark.tag))
    this.#flush()
    const { document, images } = this.#shared
    const image = images.get(mark.bytes) ?? openImage(document, lightJpeg(plainPng(mark.bytes)))
    images.set(mark.bytes, image)
    document.image(image, mark.x, mark.y, {
      width: mark.width,
      height: mark.height,
    })
  }

  #addLink(mark: LinkMark): void {
    const { tree, document } = this.#shared
    if (mark.tag.kind === 'artifact') return
    const node = tree.nodeOf(mark.tag)
    const link = mark.inline === undefined ? node : tree.inlineNode(node, mark.inline)
    const { url, description } = mark
    tree.addAnnotation(link, this.#page, (structParent) =>
      addLink(document, mark, { url, description, structParent }),
    )
  }

  #write(...operators: readonly string[]): void {
    this.#operators.push(...operators)
  }

  #flush(): void {
    writeOperators(this.#shared.document, this.#operators.join(''))
    this.#operators = []
  }
}

/** One stretch of the element's own text, which needs no marks inside it. */
function isPlain([only, ...more]: readonly Stretch[]): boolean {
  return (
    more.length === 0 &&
    only?.inline === undefined &&
    only?.lang === '' &&
    only.parts.every(({ actualText }) => actualText === '')
  )
}

/** A face is embedded once, and named by every page that uses it. */
function facesOnPage({ document, faces }: Shared): FaceSource {
  const onPage = new Map<string, EmbeddedFace>()
  return (face: FontFace): EmbeddedFace => {
    const key = faceKey(face)
    const known = onPage.get(key)
    if (known !== undefined) return known
    const embedded = faces.get(key) ?? embedFace(document, face)
    embedded.useOnPage()
    faces.set(key, embedded)
    onPage.set(key, embedded)
    return embedded
  }
}
