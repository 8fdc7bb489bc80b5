/** The sheet behind a chart: what stands in its cells, and that a spreadsheet program opens it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type DataSheet, makeDataSheet } from '../../../scripts/pptx/chart/data-sheet.ts'
import { planChart } from '../../../scripts/pptx/chart/plan-chart.ts'
import { writeWorkbook } from '../../../scripts/pptx/chart/workbook.ts'
import { bar, chartOf, DECK_STYLE, seriesChart } from '../../chart/made-chart.ts'
import { makeFolder } from '../../run-lectern.ts'
import { openWorkbook, type Workbook } from '../judge/workbook.ts'

const NAUGHTY = ['_x0041_', '  two spaces  ', '<&>"\'', 'a\u0000\u000bb', '=1+1', '😀', 'हिन्दी']

function sheetOf(chart: Parameters<typeof planChart>[0], lang: 'en' | 'hi' = 'en'): DataSheet {
  return makeDataSheet(planChart(chart, DECK_STYLE).plan, lang)
}

function openSheet(sheet: DataSheet): Workbook {
  const faults: string[] = []
  const part = {
    path: 'x.xlsx',
    bytes: writeWorkbook(sheet),
    contentType: '',
    xml: undefined,
    relationships: [],
  }
  const workbook = openWorkbook(part, (rule, path, message) =>
    faults.push(`${rule} ${path} ${message}`),
  )
  expect(faults).toEqual([])
  if (workbook === undefined) throw new Error('not opened')
  return workbook
}

describe('the sheet of a chart', () => {
  it('has a column of numbers for each series, then the same as printed', () => {
    const sheet = sheetOf(
      seriesChart(
        'grouped-bar',
        ['A', 'B'],
        [
          { label: 'x', values: [1.5, undefined] },
          { label: 'y', values: [-2, 3] },
        ],
      ),
    )
    const book = openSheet(sheet)
    expect(book.cellsAt('Sheet1!$A$1:$E$3')).toEqual([
      ...[undefined, 'x', 'y', 'x, as printed', 'y, as printed'],
      ...['A', '1.5', '-2', '1.5', '−2'],
      ...['B', undefined, '3', '–', '3'],
    ])
    expect(sheet.series.map(({ values }) => values)).toEqual([
      'Sheet1!$B$2:$B$3',
      'Sheet1!$C$2:$C$3',
    ])
  })

  it('has a row for each part of a whole', () => {
    const sheet = sheetOf(chartOf([bar('Oil', 90, '85–95'), bar('Gas', 10)], 'share'), 'hi')
    const book = openSheet(sheet)
    expect(book.cellsAt('Sheet1!$A$2:$C$3')).toEqual(['Oil', '90', '85–95', 'Gas', '10', '10'])
    expect(book.cellsAt(sheet.series[1]?.values ?? '')).toEqual(['10'])
  })

  it('keeps any text of an author as text', () => {
    const book = openSheet(sheetOf(chartOf(NAUGHTY.map((name) => bar(name, 1)))))
    const names = NAUGHTY.map((name) => name.replace(/[\0\v]/g, '').trim())
    expect(book.cellsAt(`Sheet1!$A$2:$A$${NAUGHTY.length + 1}`)).toEqual(names)
  })

  it('is the same bytes for the same chart', () => {
    const make = (): Uint8Array => writeWorkbook(sheetOf(chartOf([bar('a', 1), bar('b', 2)])))
    expect(make()).toEqual(make())
  })
})

/** LibreOffice without its spreadsheets opens no workbook: Debian has them in a package of their own. */
function hasCalc(): boolean {
  try {
    const office = execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()
    if (existsSync(join(dirname(realpathSync(office)), 'libsclo.so'))) return true
  } catch {
    // No LibreOffice at all.
  }
  if (process.env['LECTERN_REQUIRE_TOOLS'] !== undefined) return true
  process.stderr.write('skipped: libreoffice-calc is not installed\n')
  return false
}

it.skipIf(!hasCalc())(
  'LibreOffice Calc opens the workbook and finds the figures',
  () => {
    const folder = makeFolder()
    const file = join(folder, 'sheet.xlsx')
    const chart = chartOf([bar('Import dependence', 90, '85–95'), bar('भारत', 12345.5, '12,345.5')])
    writeFileSync(file, writeWorkbook(sheetOf(chart)))
    const profile = pathToFileURL(join(folder, 'profile')).href
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    expect(readFileSync(join(folder, 'sheet.csv'), 'utf8').trim().split('\n')).toEqual([
      ',Figure,"Figure, as printed"',
      'Import dependence,90,85–95',
      'भारत,"12,345.5","12,345.5"',
    ])
  },
  150_000,
)
