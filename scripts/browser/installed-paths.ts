/** Where Chrome, Edge and Chromium are when somebody installed them. Reads nothing of the machine it runs on. */
import { posix, win32 } from 'node:path'
import { type BrowserPlaces, variable } from './browser-places.ts'

type Installation = Pick<BrowserPlaces, 'platform' | 'searchPath' | 'environment' | 'homeDir'>

/** In the order in which they are tried; most are not there. */
export function installedPaths(machine: Installation): readonly string[] {
  switch (machine.platform) {
    case 'win32':
      return onWindows(machine)
    case 'darwin':
      return onMac(machine)
    default:
      return onLinux(machine)
  }
}

/** A headless shell starts in a tenth of a second, a whole browser in half of one. */
const COMMANDS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'microsoft-edge-stable',
  'microsoft-edge',
  // Of Ubuntu: a script that asks for a snap.
  'chromium-browser',
]

/** `PATH` is short under cron and in services. */
const LINUX_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/usr/lib64/chromium-browser',
]

/** Where snaps have their commands: they come last, because a snap sees little of the disk. */
const SNAP_FOLDERS = ['/snap/bin', '/var/lib/snapd/snap/bin']

function onLinux({ searchPath }: Installation): readonly string[] {
  const folders = [...foldersOf(searchPath, ':'), ...LINUX_FOLDERS]
  const solid = folders.filter((folder) => !SNAP_FOLDERS.includes(folder))
  const commands = [...COMMANDS, 'msedge']
  return unique([
    ...commands.flatMap((name) => solid.map((folder) => posix.join(folder, name))),
    ...SNAP_FOLDERS.map((folder) => posix.join(folder, 'chromium')),
  ])
}

const MAC_PROGRAMS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Google Chrome for Testing']

function onMac({ searchPath, homeDir }: Installation): readonly string[] {
  const folders = ['/Applications', posix.join(homeDir, 'Applications')]
  const programs = MAC_PROGRAMS.flatMap((name) =>
    folders.map((folder) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  )
  const commands = COMMANDS.flatMap((name) =>
    foldersOf(searchPath, ':').map((folder) => posix.join(folder, name)),
  )
  return unique([...programs, ...commands])
}

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'LOCALAPPDATA']

function onWindows(machine: Installation): readonly string[] {
  const folders = WINDOWS_FOLDERS.flatMap((name) => variable(name, machine) ?? [])
  const programs = WINDOWS_PROGRAMS.flatMap((name) =>
    folders.map((folder) => win32.join(folder, name)),
  )
  const commands = ['chrome-headless-shell.exe', 'chrome.exe', 'msedge.exe'].flatMap((name) =>
    foldersOf(machine.searchPath, ';').map((folder) => win32.join(folder, name)),
  )
  return unique([...programs, ...commands])
}

/** A relative folder in `PATH` would be taken from the project, whose files are not trusted. */
function foldersOf(searchPath: string, delimiter: ':' | ';'): readonly string[] {
  const isAbsolute = delimiter === ';' ? win32.isAbsolute : posix.isAbsolute
  return searchPath.split(delimiter).filter((folder) => isAbsolute(folder))
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)]
}
