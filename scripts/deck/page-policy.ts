/** What a page of ours may do. */
import { createHash } from 'node:crypto'

/**
 * Only what is in the file, by its hash: no other program, style or style attribute, no request. Source: Content
 * Security Policy Level 3, 6.1 “Fetch directives”; 2.3 for hashes.
 * @param mayStyle for pages whose style attributes stay; nothing that they say can load anything
 */
export function policyFor(style: string, script?: string, mayStyle?: 'style attributes'): string {
  const directives = {
    'default-src': "'none'",
    'script-src': script === undefined ? "'none'" : hashOf(script),
    // A hash beside it would forbid the attributes again.
    'style-src': mayStyle === undefined ? hashOf(style) : "'unsafe-inline'",
    'img-src': 'data:',
    'font-src': 'data:',
    'connect-src': "'none'",
    'frame-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
