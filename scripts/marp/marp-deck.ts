/** A plain Marp deck as every format of it is made: its slides by Marp itself, what stands on them as a tree. */
import type { MarkupNode } from './markup-tree.ts'

export type MarpDeck = {
  readonly title: string
  readonly author: string
  readonly description: string
  readonly keywords: readonly string[]
  /** As the front matter says; empty when it does not. */
  readonly lang: string
  readonly theme: string
  readonly widthPx: number
  readonly heightPx: number
  readonly slides: readonly MarpSlide[]
}

export type MarpSlide = {
  /** Of the file, from 1. */
  readonly line: number
  readonly classes: readonly string[]
  readonly header: readonly MarkupNode[]
  readonly footer: readonly MarkupNode[]
  /** The number that Marp prints; undefined: none. */
  readonly pageNumber: number | undefined
  /** As CSS; empty when nothing is said. */
  readonly color: string
  readonly backgroundColor: string
  readonly backgrounds: readonly Background[]
  readonly split: Split | undefined
  readonly isVertical: boolean
  readonly content: readonly MarkupNode[]
  /** Comments that are no directives. */
  readonly notes: readonly string[]
}

export type Background = {
  readonly src: string
  readonly alt: string
  /** `cover`, `contain`, `auto`, a share of the room `60%`, or two lengths. */
  readonly size: string
  /** 0 to 1. */
  readonly opacity: number
  readonly line: number
}

export type Split = { readonly side: 'left' | 'right'; readonly share: number }
