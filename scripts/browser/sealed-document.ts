/** Every document is loaded under the policy of the page it is put into, which no document can loosen. */

/**
 * Nothing runs and nothing is fetched but what stands in the document itself. Source: Content Security Policy
 * Level 3, 6.1 “Fetch directives”.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/**
 * What a page shows before the first document. A policy stays with the page for all documents that are put into
 * it later: this one is for all of them.
 */
export const EMPTY_DOCUMENT = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">`

/** On paper all is there; on the screen, at which nobody looks, nothing has to be laid out and painted. */
const NO_SCREEN = '<style>@media screen { html { display: none } }</style>'

/**
 * The policy of a document would stay as well, and refuse the style sheet of the next one.
 * @param isShown false for a document that is only printed; one without a policy of its own is laid out all the same
 */
export function sealedDocument(html: string, { isShown }: { readonly isShown: boolean }): string {
  return html.replace(POLICY_RE, isShown ? '' : NO_SCREEN)
}

const POLICY_RE = /<meta\s[^>]*http-equiv=(["']?)content-security-policy\1[^>]*>/i
