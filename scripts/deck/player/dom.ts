/** Elements made by hand: what slides say is text and never parsed as HTML. */
type Attributes = Readonly<Record<string, string>>

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** Clicked, not pressed by a key, it gives the focus away: left there, Space would press it again. */
export function onPress(button: HTMLButtonElement, run: () => void): void {
  button.addEventListener('click', ({ detail }) => {
    if (detail > 0) button.blur()
    run()
  })
}
