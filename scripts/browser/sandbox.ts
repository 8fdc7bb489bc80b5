/** Whether the browser's own sandbox is on. Content cannot reach a network or a file without it; it is the wall behind those walls. */
import type { BrowserPlaces } from './browser-places.ts'

export type Sandbox = { readonly isOn: boolean; readonly why: string }

export function sandboxOf({
  platform,
  userId,
  isSandboxRefused,
}: Pick<BrowserPlaces, 'platform' | 'userId' | 'isSandboxRefused'>): Sandbox {
  if (isSandboxRefused) return { isOn: false, why: 'CHROME_NO_SANDBOX is set' }
  // Chromium, content/browser/zygote_host/zygote_host_impl_linux.cc: "Running as root without --no-sandbox is not supported".
  if (platform === 'linux' && userId === 0)
    return { isOn: false, why: 'Chromium has none for root: run as another user to have it' }
  return { isOn: true, why: '' }
}
