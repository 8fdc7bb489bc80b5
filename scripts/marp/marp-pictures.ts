/** Pictures of a deck that could be read, by the address that the deck gives them. */
export type MarpPicture = {
  readonly mime: string
  readonly bytes: Uint8Array
  /** As it stands, a turned photograph upright; 0: not known. */
  readonly widthPx: number
  readonly heightPx: number
}

export type MarpPictures = ReadonlyMap<string, MarpPicture>
