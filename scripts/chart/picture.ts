/**
 * What an image reference in deck or brief Markdown stands for. Renderers look the path up here and
 * never open a file: `![alt](charts/trade.svg)` is a chart, `images/…` a photograph, `qr.svg` a QR code.
 */
import type { Chart, ImageFile } from '../topic/topic.ts'

export type Picture =
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'image'; readonly file: ImageFile }
  /** A QR code of `url`, drawn as squares. */
  | { readonly kind: 'qr'; readonly url: string }

export type Pictures = ReadonlyMap<string, Picture>
