/** The command line and the environment of the browser, but for its walls. */

export const QUIET: readonly string[] = [
  // In Chrome from 132 on this is the new headless mode; a headless shell has but one.
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  // Two processes fewer to start: a quarter of the processor's time of one printed deck.
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  // Nothing of a profile is written: forty files fewer to make and to remove.
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-client-side-phishing-detection',
  '--disable-domain-reliability',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  // Shared memory in a container may be 64 MB.
  '--disable-dev-shm-usage',
  // Neither asks for a password.
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  '--hide-scrollbars',
  // Glyphs stand where their own widths put them, on every machine.
  '--font-render-hinting=none',
]

export const NO_SANDBOX: readonly string[] = ['--no-sandbox', '--no-zygote']

/** A socket in a longer folder would have a name that no system takes. */
const LONGEST_TEMPORARY = 60

/**
 * What the browser sets itself while its other threads read the environment. glibc moves the list when a variable is
 * added, and a thread that reads the old one ends the browser by SIGSEGV in `getenv`, now and then, before it answers;
 * one that is there is replaced in its place. Found by watching `setenv` in Chromium 143 (fontconfig, SwiftShader).
 */
export const SETTLED_VARIABLES: Readonly<Record<string, string>> = {
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  FC_FONTATIONS: '1',
  VK_ICD_FILENAMES: '/dev/null',
}

/** What the browser writes goes into its profile, and it starts no services of the desktop. */
export function browserVariables(profile: string): Readonly<Record<string, string>> {
  return {
    ...SETTLED_VARIABLES,
    XDG_CONFIG_HOME: profile,
    GSETTINGS_BACKEND: 'memory',
    ...(profile.length > LONGEST_TEMPORARY ? {} : { TMPDIR: profile }),
  }
}
