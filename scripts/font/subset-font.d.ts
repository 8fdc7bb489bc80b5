declare module 'subset-font' {
  function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'woff' | 'woff2' | 'sfnt' },
  ): Promise<Buffer>
  export = subsetFont
}
