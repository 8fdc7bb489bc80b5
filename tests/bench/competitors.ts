/** What the benches compare with; installed beside them on their first run, never with the project. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

export function installCompetitors(): void {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const isMissing = (name: string): boolean => !existsSync(join(here, 'node_modules', name))
  if (!Object.keys(dependencies).some(isMissing)) return
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: here,
    stdio: 'inherit',
  })
}
