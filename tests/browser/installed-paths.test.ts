import { describe, expect, it } from 'vitest'
import { installedPaths } from '../../scripts/browser/installed-paths.ts'
import { whatHelps } from '../../scripts/browser/what-helps.ts'

const NOTHING = { searchPath: '', environment: {}, homeDir: '/home/me' }

describe('an installed browser is looked for', () => {
  it('on Linux where commands are, a headless shell first, a snap last', () => {
    const paths = installedPaths({
      ...NOTHING,
      platform: 'linux',
      searchPath: '/snap/bin:/home/me/bin:/usr/bin',
    })
    expect(paths[0]).toBe('/home/me/bin/chrome-headless-shell')
    expect(paths).toContain('/usr/bin/google-chrome-stable')
    expect(paths).toContain('/opt/google/chrome/chrome')
    expect(paths).toContain('/opt/microsoft/msedge/msedge')
    expect(paths.indexOf('/snap/bin/chromium')).toBeGreaterThan(
      paths.indexOf('/usr/bin/chromium-browser'),
    )
    expect(paths.filter((path) => path.startsWith('/snap/'))).toEqual(['/snap/bin/chromium'])
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('on Linux also where `PATH` is empty, as under cron', () => {
    expect(installedPaths({ ...NOTHING, platform: 'linux' })).toContain('/usr/bin/google-chrome')
  })

  it('on macOS among the programs of the machine and of the user', () => {
    const paths = installedPaths({ ...NOTHING, platform: 'darwin', homeDir: '/Users/me' })
    expect(paths.slice(0, 4)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ])
    expect(paths).toContain('/Applications/Chromium.app/Contents/MacOS/Chromium')
  })

  it('on Windows in the folders that the environment names, however it writes them', () => {
    const paths = installedPaths({
      ...NOTHING,
      platform: 'win32',
      searchPath: 'C:\\Tools;.',
      environment: {
        ProgramFiles: 'C:\\Program Files',
        'ProgramFiles(x86)': 'C:\\Program Files (x86)',
        LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
      },
    })
    expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
    expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(paths).toContain(
      'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    )
    expect(paths).toContain('C:\\Tools\\chrome.exe')
  })

  it.each(['linux', 'darwin', 'win32'])('on %s nowhere in the project', (platform) => {
    const searchPath = platform === 'win32' ? '.;bin' : '.:bin:'
    const plain = installedPaths({ ...NOTHING, platform })
    expect(installedPaths({ ...NOTHING, platform, searchPath })).toEqual(plain)
  })
})

describe('a machine without a browser is told one command', () => {
  it.each([
    ['linux', 'x64', '`npm install @sparticuz/chromium@143` brings one into this project'],
    ['linux', 'arm64', '`sudo apt install chromium` brings one'],
    ['darwin', 'arm64', '`brew install --cask google-chrome` brings one'],
    ['win32', 'x64', '`winget install Google.Chrome` brings one'],
  ])('on %s %s', (platform, arch, command) => {
    expect(whatHelps({ platform, arch })).toBe(command)
  })
})
