import { describe, expect, it } from 'vitest'
import {
  logAsCsv,
  logFileName,
  makeLog,
} from '../../../scripts/deck/player/presenter/rehearsal-log.ts'

describe('the rehearsal log', () => {
  it('is no formula, whatever a title looks like, and quotes commas and quotation marks', () => {
    const log = makeLog({
      title: 'x',
      plan: {
        minutes: 2,
        isPaced: false,
        groups: ['=cmd()', '+1', '-1', '@a', 'a, "b"'].map((title, index) => ({
          title,
          minutes: undefined,
          first: index,
          last: index,
        })),
      },
      slides: [],
      spent: [30_000, 0, 0, 0, 90_000],
      lengthMin: 2,
    })
    expect(logAsCsv(log).split('\r\n')).toEqual([
      '\ufeffkind,number,title,planned_min,actual_min,difference_min',
      "section,1,'=cmd(),,0.5,",
      "section,2,'+1,,0,",
      "section,3,'-1,,0,",
      "section,4,'@a,,0,",
      'section,5,"a, ""b""",,1.5,',
      'total,,,2,2,0',
      '',
    ])
  })

  it.each([
    ['India–Russia: rare earths', 'India–Russia rare earths - rehearsal.csv'],
    ['../../etc/passwd', 'etc passwd - rehearsal.csv'],
    ['भारत–रूस', 'भारत–रूस - rehearsal.csv'],
    ['???', 'talk - rehearsal.csv'],
    ['x'.repeat(300), `${'x'.repeat(80)} - rehearsal.csv`],
  ])('takes its name from the title %s', (title, name) => {
    expect(logFileName(title, 'csv')).toBe(name)
  })
})
