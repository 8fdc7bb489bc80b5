/**
 * Rules behind all others of the page, in a sheet that goes with the document: one that is adopted would stay for
 * the next document of the same page.
 */
export function addRules(rules: readonly string[]): void {
  if (rules.length === 0) return
  const sheet = [...document.styleSheets].at(-1) ?? newSheet()
  // In a block, where a rule that the browser cannot read is left out and the others hold.
  sheet?.insertRule(`@media all {\n${rules.join('\n')}\n}`, sheet.cssRules.length)
}

function newSheet(): CSSStyleSheet | null {
  return document.head.appendChild(document.createElement('style')).sheet
}
