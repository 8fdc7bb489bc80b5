/** The one command that brings a browser to this machine. */
import type { BrowserPlaces } from './browser-places.ts'

export function whatHelps({ platform, arch }: Pick<BrowserPlaces, 'platform' | 'arch'>): string {
  switch (platform) {
    case 'darwin':
      return '`brew install --cask google-chrome` brings one'
    case 'win32':
      return '`winget install Google.Chrome` brings one'
    default:
      // The package is for x64 alone.
      return arch === 'x64'
        ? '`npm install @sparticuz/chromium@143` brings one into this project'
        : '`sudo apt install chromium` brings one'
  }
}
