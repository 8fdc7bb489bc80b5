/** What a person can do, as data: the keys, the control bar and the help panel of both windows read it. */
import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

export type Action = {
  readonly name: string
  /** `KeyboardEvent.key`, letters small, with `Shift+` before it where that matters. */
  readonly keys: readonly string[]
  /** What it does, in the language of the deck. */
  readonly label: string
  /** On a blank screen too; any other key then only brings the slide back, as in PowerPoint. */
  readonly isForBlank?: boolean
  run(): void
}

/** Clickers send PageDown, PageUp and `.` or `b` (Logitech, Kensington). */
export function stageActions(stage: Stage, words: Words): readonly Action[] {
  const toggle = (blank: 'black' | 'white') => (): void =>
    stage.setBlank(stage.state().blank === blank ? 'none' : blank)
  return [
    {
      name: 'next',
      keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'],
      label: words.next,
      run: stage.next,
    },
    {
      name: 'previous',
      keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+ ', 'Backspace'],
      label: words.previous,
      run: stage.previous,
    },
    { name: 'first', keys: ['Home'], label: words.first, run: () => stage.show(0) },
    {
      name: 'last',
      keys: ['End'],
      label: words.last,
      run: () => stage.show(stage.slides.length - 1),
    },
    {
      name: 'black',
      keys: ['b', '.'],
      label: words.black,
      isForBlank: true,
      run: toggle('black'),
    },
    {
      name: 'white',
      keys: ['w', ','],
      label: words.white,
      isForBlank: true,
      run: toggle('white'),
    },
  ]
}
