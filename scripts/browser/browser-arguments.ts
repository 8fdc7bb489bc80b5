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

/** What the browser writes goes into its profile, and it starts no services of the desktop. */
export function browserVariables(profile: string): Readonly<Record<string, string>> {
  return {
    XDG_CONFIG_HOME: profile,
    GSETTINGS_BACKEND: 'memory',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    ...(profile.length > LONGEST_TEMPORARY ? {} : { TMPDIR: profile }),
  }
}
