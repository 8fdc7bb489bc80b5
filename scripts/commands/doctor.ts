/** `lectern doctor`: what this machine and this project have and lack, each with the way to mend it. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tryBrowser } from '../browser/try-browser.ts'
import { type FontFace, readFontFile } from '../font/faces.ts'
import { listTemplateSets } from '../template/template-set.ts'
import { type Command, EXIT, type ExitCode, type Invocation } from './command.ts'

export const doctor: Command = {
  name: 'doctor',
  what: 'show what this machine and project have and lack',
  operands: '',
  examples: [['lectern doctor', 'say what to paste into a bug report']],
  flags: {
    output: { type: 'string', short: 'o', value: 'DIR', what: 'output folder (default: out)' },
    browser: { type: 'string', value: 'PATH', what: 'the Chrome, Edge or Chromium to be tried' },
  },
  run: runDoctor,
}

type Finding = {
  readonly name: string
  readonly isGood: boolean
  /** False for what only some outputs or commands need. */
  readonly isNeeded: boolean
  readonly what: string
}

async function runDoctor(invocation: Invocation): Promise<ExitCode> {
  const findings = [
    checkNode(invocation),
    checkFonts(),
    checkPlayer(invocation),
    checkTemplates(invocation),
    checkContent(invocation),
    checkOutput(invocation),
    await checkBrowser(invocation),
  ]
  const { terminal, program, isJson } = invocation
  if (isJson)
    terminal.out(JSON.stringify({ version: program.version, platform: program.platform, findings }))
  else terminal.out(textOf(findings, invocation))
  return findings.some(({ isGood, isNeeded }) => !isGood && isNeeded) ? EXIT.machine : EXIT.done
}

function textOf(findings: readonly Finding[], { program }: Invocation): string {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const lines = findings.map(({ name, isGood, isNeeded, what }) => {
    const mark = isGood ? 'ok  ' : isNeeded ? 'FAIL' : 'note'
    return `${mark}  ${name.padEnd(width)}  ${what}`
  })
  return [`lectern ${program.version} on ${program.platform}`, ...lines].join('\n')
}

const LEAST_NODE = [20, 19] as const

function checkNode({ program }: Invocation): Finding {
  const [major = 0, minor = 0] = program.node.split('.').map(Number)
  const isGood = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  return {
    name: 'Node.js',
    isGood,
    isNeeded: true,
    what: isGood
      ? program.node
      : `${program.node} is too old: install Node ${LEAST_NODE.join('.')} or newer`,
  }
}

const FACES: readonly FontFace[] = [
  { family: 'Noto Sans', weight: 400, isItalic: false },
  { family: 'Noto Serif', weight: 400, isItalic: false },
  { family: 'Noto Sans Devanagari', weight: 400, isItalic: false },
]

function checkFonts(): Finding {
  try {
    for (const face of FACES) readFontFile(face)
    return { name: 'Fonts', isGood: true, isNeeded: true, what: 'Noto Sans, Serif and Devanagari' }
  } catch {
    // A font package is missing: the install was cut short.
    return {
      name: 'Fonts',
      isGood: false,
      isNeeded: true,
      what: 'font files are missing: run `npm ci` again',
    }
  }
}

function checkPlayer({ program }: Invocation): Finding {
  const isGood = program.playerScript !== ''
  return {
    name: 'Slide player',
    isGood,
    isNeeded: true,
    what: isGood
      ? `${Math.ceil(program.playerScript.length / 1000)} kB`
      : 'not compiled: run `npm run bundle`',
  }
}

function checkTemplates({ templateFolders }: Invocation): Finding {
  const names = listTemplateSets(templateFolders)
  return {
    name: 'Templates',
    isGood: names.length > 0,
    isNeeded: true,
    what: names.join(', ') || 'none found: the installation is incomplete',
  }
}

function checkContent({ projectDir }: Invocation): Finding {
  const isGood = existsSync(join(projectDir, 'content'))
  return {
    name: 'Content',
    isGood,
    isNeeded: false,
    what: isGood ? 'content/' : 'no content/ here: `lectern new my-topic` begins a project',
  }
}

function checkOutput({ projectDir, flags }: Invocation): Finding {
  const name = typeof flags['output'] === 'string' ? flags['output'] : 'out'
  const folder = firstExisting(resolve(projectDir, name))
  try {
    accessSync(folder, constants.W_OK)
    return { name: 'Output', isGood: true, isNeeded: true, what: `${name}/ can be written` }
  } catch {
    // No right to write, or a read-only disk.
    return {
      name: 'Output',
      isGood: false,
      isNeeded: true,
      what: `${name}/ cannot be written: choose another folder with -o`,
    }
  }
}

/** Slides as PDF and handouts need one; it is started, because a browser that is there may still not run. */
async function checkBrowser({ browser }: Invocation): Promise<Finding> {
  const tried = await tryBrowser(browser)
  const common = { name: 'Browser', isNeeded: false } as const
  if ('problem' in tried)
    return { ...common, isGood: false, what: `${tried.problem.message}: ${tried.problem.hint}` }
  const { path, why, version, sandbox, passedOver } = tried
  const wall = sandbox.isOn ? 'its sandbox is on' : `its sandbox is off: ${sandbox.why}`
  const others = passedOver.map(({ message }) => `; ${message}`)
  return {
    ...common,
    isGood: true,
    what: `${version}, ${path} (${why}); ${wall}${others.join('')}`,
  }
}

function firstExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : firstExisting(dirname(path))
}
