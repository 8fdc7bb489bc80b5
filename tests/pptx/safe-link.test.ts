import { describe, expect, it } from 'vitest'
import { safeLink } from '../../scripts/pptx/safe-link.ts'

describe('a link of a presentation', () => {
  it.each([
    ['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
    ['http://example.org', 'http://example.org'],
    ['HTTPS://EXAMPLE.ORG/', 'HTTPS://EXAMPLE.ORG/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    [' https://example.org/ ', 'https://example.org/'],
    ['#3', '#3'],
    ['#03', '#3'],
  ])('may be %s', (address, written) => {
    expect(safeLink(address, 5)).toBe(written)
  })

  it('is written as a URI, which Office asks of it', () => {
    expect(safeLink('https://example.org/भारत और रूस?q="x"', 5)).toBe(
      'https://example.org/%E0%A4%AD%E0%A4%BE%E0%A4%B0%E0%A4%A4%20%E0%A4%94%E0%A4%B0%20%E0%A4%B0%E0%A5%82%E0%A4%B8?q=%22x%22',
    )
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.org',
    'ms-word:ofe|u|https://example.org',
    '\\\\host\\share',
    '//host/share',
    '/etc/passwd',
    'other.md',
    'https:/\\host',
    'https://',
    'https://[',
    'https://example.org/100%',
    'https://example.org/#a#b',
    'mailto:',
    '#6',
    '#0',
    '#trade',
    '#',
    '',
    `https://example.org/${'x'.repeat(3000)}`,
  ])('is none at %j', (address) => {
    expect(safeLink(address, 5)).toBeUndefined()
  })
})
