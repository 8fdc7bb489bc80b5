/** What the user of this machine should know of the browser that prints, a line each. */
import type { BrowserPlaces } from './browser-places.ts'
import type { Launch } from './open-launcher.ts'
import { sandboxOf } from './sandbox.ts'

export function tellOf({ browser, passedOver, isFirst }: Launch, places: BrowserPlaces): string[] {
  if (!isFirst) return []
  const { isOn, why } = sandboxOf(places)
  const failed = passedOver.map(
    ({ message }) => `${message}; \`${browser.found.path}\` prints instead`,
  )
  return isOn ? failed : [...failed, `the browser prints without its sandbox: ${why}`]
}
