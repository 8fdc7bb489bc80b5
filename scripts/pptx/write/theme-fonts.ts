/** The fonts that the theme has for headings (`mj`) and for text (`mn`), each by its script (ECMA-376 Part 1 §20.1.4.1.19). */
export function themeFontsXml(font: 'mj' | 'mn'): string {
  return `<a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/>`
}
