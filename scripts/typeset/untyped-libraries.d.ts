/** Types of the libraries that ship none: only the parts this room uses. */

declare module 'fontkit' {
  export type FontkitGlyph = {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
  }
  export type FontkitPosition = {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }
  export type FontkitFont = {
    readonly unitsPerEm: number
    layout(
      text: string,
      features?: Readonly<Record<string, boolean>>,
    ): {
      readonly glyphs: readonly FontkitGlyph[]
      readonly positions: readonly FontkitPosition[]
    }
  }
  export function create(bytes: Uint8Array): FontkitFont
}

declare module 'hyphen/en-gb/index.js' {
  const library: {
    hyphenateSync(text: string, options?: { readonly hyphenChar?: string }): string
  }
  // biome-ignore lint/style/noDefaultExport: the library is a CommonJS module.
  export default library
}
