import { describe, expect, it } from 'vitest'
import { makeFolder, makeProject, runLectern, STACK_LINE_RE, topicText } from '../run-lectern.ts'

const COMMANDS = ['build', 'check', 'new', 'list', 'doctor', 'schema'] as const

const project = makeProject({
  'content/india-russia.md': topicText('India and Russia'),
  'content/oil.md': topicText('Oil'),
})

function run(...args: readonly string[]) {
  return runLectern(args, { cwd: project })
}

describe('help', () => {
  it.each(COMMANDS)('of %s begins with an example that can be copied', async (command) => {
    const { code, out, err } = await run(command, '--help')
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')[0]).toMatch(new RegExp(`^lectern ${command}(?: |$)`))
    expect(out).toContain(`Usage: lectern ${command}`)
    expect(out).toContain('Exit: 0 done')
  })

  it('of the program begins with an example and names every command', async () => {
    for (const args of [[], ['--help'], ['-h']]) {
      const { code, out, err } = await run(...args)
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^lectern build/)
      for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    }
  })

  it('wins over what stands beside it and needs no project', async () => {
    const { code, out } = await runLectern(['build', 'nothing', '-h'], { cwd: makeFolder() })
    expect([code, out.split(' ')[0]]).toEqual([0, 'lectern'])
  })

  it('lists every option that the command takes', async () => {
    const { out } = await run('build', '--help')
    for (const option of [
      '--to',
      '-o, --output',
      '--template',
      '--lang',
      '--preset',
      '--shard',
      '--strict',
      '--trust-html',
      '-f, --force',
      '--cwd',
      '--json',
      '--report',
      '-q, --quiet',
      '--color',
    ])
      expect(out).toContain(option)
  })
})

it('--version prints the version alone', async () => {
  const { code, out, err } = await run('--version')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

/** Exit 2, one or two lines on stderr that hold the text, nothing on stdout. */
async function expectUsageError(
  args: readonly string[],
  text: string,
  cwd = project,
): Promise<void> {
  const { code, out, err } = await runLectern(args, { cwd })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(text)
  expect(err).toMatch(/^lectern: \S/)
  expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
  expect(err).not.toMatch(STACK_LINE_RE)
}

describe('a mistyped', () => {
  it.each([
    ['command', ['biuld'], 'did you mean `lectern build`?'],
    ['command', ['chekc'], 'did you mean `lectern check`?'],
    ['command with nothing near', ['frobnicate'], 'lectern --help lists the commands'],
    ['option', ['build', '--stritc'], 'did you mean `--strict`?'],
    ['option of no command', ['--verison'], 'did you mean `--version`?'],
    ['option with nothing near', ['build', '--frobnicate'], 'lists its options'],
    ['short option', ['build', '-x'], 'There is no option `-x`'],
    ['topic', ['build', 'india-rusia'], 'did you mean `india-russia`?'],
    ['topic of check', ['check', 'oill'], 'did you mean `oil`?'],
    ['topic with nothing near', ['build', 'monsoon'], '`lectern list` shows the topics'],
    ['template', ['build', '--template', 'lectur'], 'did you mean `lecture`?'],
    [
      'template with nothing near',
      ['build', '--template', '../../etc'],
      'templates here: coaching, lecture',
    ],
    ['format', ['build', '--to', 'htlm'], 'did you mean `html`?'],
    ['format among good ones', ['build', '--to', 'html,breif'], 'did you mean `brief`?'],
    ['format with nothing near', ['build', '--to', 'docx'], 'formats: '],
    ['preset', ['build', '--preset', 'standart'], 'did you mean `standard`?'],
    ['report', ['check', '--report', 'jsn'], 'did you mean `json`?'],
    [
      'report with nothing near',
      ['check', '--report', 'xml'],
      'formats: human, short, json, github',
    ],
    ['language', ['build', '--lang', 'fr'], 'en or hi'],
    ['language of a new topic', ['new', 'x', '--lang', 'fr'], 'en or hi'],
    ['colour', ['build', '--color', 'sometimes'], 'auto, always or never'],
  ] as const)('%s %j is met with a suggestion', async (_, args, text) => {
    await expectUsageError(args, text)
  })
})

describe('wrong usage', () => {
  it.each([
    ['an option without its value', ['build', '--to'], '`--to` needs a value'],
    ['a value for a switch', ['build', '--strict=yes'], '`--strict` takes no value'],
    ['an empty list of formats', ['build', '--to', ''], 'There is no format'],
    ['a list of formats that ends with a comma', ['build', '--to', 'html,'], 'There is no format'],
    ['a shard that is no part', ['build', '--shard', '5/4'], 'for example --shard 1/4'],
    ['shard zero', ['build', '--shard', '0/4'], 'for example --shard 1/4'],
    ['a shard in words', ['build', '--shard', 'one'], 'for example --shard 1/4'],
    ['a new topic without a name', ['new'], 'takes one name'],
    ['a new topic with two names', ['new', 'a', 'b'], 'takes one name'],
    ['a folder that is not there', ['build', '--cwd', 'no/where'], 'There is no folder `no/where`'],
    ['a key of every object as a command', ['constructor'], 'There is no command `constructor`'],
    ['a key of every object as an option', ['build', '--constructor', 'x'], 'There is no option'],
    ['__proto__ as an option', ['build', '--__proto__', 'x'], 'There is no option'],
    ['__proto__ as a topic', ['build', '__proto__'], 'There is no topic'],
    ['__proto__ as a report', ['check', '--report', '__proto__'], 'There is no report format'],
    ['constructor as a format', ['build', '--to', 'constructor'], 'There is no format'],
  ] as const)('%s ends with exit 2 and a line', async (_, args, text) => {
    await expectUsageError(args, text)
  })

  it.each(['build', 'check', 'list'])(
    '%s outside a project says how to begin one',
    async (command) => {
      await expectUsageError([command], 'There is no `content` folder here', makeFolder())
    },
  )

  it('SOURCE_DATE_EPOCH that is no number is refused', async () => {
    for (const value of ['yesterday', '-5', '1.5', '99999999999999']) {
      const { code, out, err } = await runLectern(['build'], {
        cwd: project,
        env: { SOURCE_DATE_EPOCH: value },
      })
      expect([value, code, out]).toEqual([value, 2, ''])
      expect(err).toContain('SOURCE_DATE_EPOCH is not a number of seconds')
    }
  })

  it('never lets a word of the command line steer the terminal', async () => {
    const { code, err } = await run('\u001b]0;owned\u0007\u001b[31mbuild\u202e')
    expect(code).toBe(2)
    expect(err).not.toMatch(/[\u001b\u0007\u202e]/u)
  })
})

it('takes --cwd before and after the command, with = and without', async () => {
  for (const args of [
    ['--cwd', project, 'list'],
    ['list', '--cwd', project],
    [`--cwd=${project}`, 'list'],
  ]) {
    const { code, out } = await runLectern(args, { cwd: makeFolder() })
    expect(code).toBe(0)
    expect(out).toContain('india-russia')
  }
})
