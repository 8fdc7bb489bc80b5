/**
 * A master without text styles: LibreOffice writes how text looks only into the words that stand in its placeholders,
 * which no slide inherits. Here they become the styles that they were meant to be (ECMA-376 Part 1 §19.3.1.52, `txStyles`).
 */
import { child, childrenOf, type XmlNode } from './xml-tree.ts'

/** @returns undefined for a sheet that has its styles */
export function mendSheet(text: string, root: XmlNode): string | undefined {
  return root.name === 'p:sldLayout' ? mendLayout(text, root) : mendMaster(text, root)
}

/**
 * A layout may set its title in another colour than the master; the same way, into words of its own. PowerPoint gives
 * every text a list of styles, be it empty, so that it is known by its absence. Marks and indents of content are the
 * master's.
 */
function mendLayout(text: string, root: XmlNode): string | undefined {
  let at = 0
  let mended = ''
  for (const shape of childrenOf(child(root, 'p:cSld', 'p:spTree'), 'p:sp')) {
    const body = child(shape, 'p:txBody')
    const after = child(body, 'a:bodyPr')
    const [paragraph] = childrenOf(body, 'a:p')
    const mark = child(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')
    const run = child(paragraph, 'a:r', 'a:rPr') ?? child(paragraph, 'a:endParaRPr')
    if (mark === undefined || after === undefined || run?.attributes['sz'] === undefined) continue
    if (child(body, 'a:lstStyle') !== undefined) continue
    const properties = child(paragraph, 'a:pPr')
    const isContent = ['', 'obj', 'body'].includes(mark.attributes['type'] ?? '')
    const inside = (properties?.children ?? []).map(({ start, end }) => text.slice(start, end))
    const letters = run.children.map(({ start, end }) => text.slice(start, end)).join('')
    mended += text.slice(at, after.end)
    mended += `<a:lstStyle xmlns:a="${DRAWING}"><a:lvl1pPr${attributesXml(properties, isContent ? ['algn'] : PARAGRAPH)}>${isContent ? '' : inside.join('')}<a:defRPr${attributesXml(run, RUN)}>${letters}</a:defRPr></a:lvl1pPr></a:lstStyle>`
    at = after.end
  }
  return mended === '' ? undefined : mended + text.slice(at)
}

function mendMaster(text: string, root: XmlNode): string | undefined {
  if (root.name !== 'p:sldMaster' || child(root, 'p:txStyles') !== undefined) return undefined
  const shapes = childrenOf(child(root, 'p:cSld', 'p:spTree'), 'p:sp')
  const levelsOf = (type: string): string => {
    const shape = shapes.find(
      (one) => child(one, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes['type'] === type,
    )
    return levelStyles(text, childrenOf(child(shape, 'p:txBody'), 'a:p'))
  }
  const prefix = /^<([\w.-]+:)?/.exec(text.slice(root.start))?.[1] ?? ''
  const style = (name: string, levels: string): string =>
    `<${prefix}${name}>${levels}</${prefix}${name}>`
  const styles = style(
    'txStyles',
    style('titleStyle', levelsOf('title')) +
      style('bodyStyle', levelsOf('body')) +
      style('otherStyle', ''),
  )
  const at = child(root, 'p:extLst')?.start ?? text.lastIndexOf('</', root.end)
  return text.slice(0, at) + styles + text.slice(at)
}

function levelStyles(text: string, paragraphs: readonly XmlNode[]): string {
  const known = new Map<number, string>()
  for (const paragraph of paragraphs) {
    const properties = child(paragraph, 'a:pPr')
    const level = Number(properties?.attributes['lvl'] ?? 0) + 1
    const run = child(paragraph, 'a:r', 'a:rPr') ?? child(paragraph, 'a:endParaRPr')
    if (run === undefined || !(level >= 1 && level <= 9) || known.has(level)) continue
    const inside = (properties?.children ?? []).map(({ start, end }) => text.slice(start, end))
    const letters = run.children.map(({ start, end }) => text.slice(start, end))
    known.set(
      level,
      `<a:lvl${level}pPr xmlns:a="${DRAWING}"${attributesXml(properties, PARAGRAPH)}>${inside.join('')}<a:defRPr${attributesXml(run, RUN)}>${letters.join('')}</a:defRPr></a:lvl${level}pPr>`,
    )
  }
  return [...known]
    .sort(([a], [b]) => a - b)
    .map(([, xml]) => xml)
    .join('')
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PARAGRAPH = ['marL', 'marR', 'indent', 'algn', 'defTabSz', 'rtl']
const RUN = ['sz', 'b', 'i', 'u', 'strike', 'kern', 'cap', 'spc', 'baseline']

function attributesXml(node: XmlNode | undefined, names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = node?.attributes[name]
      return value !== undefined && /^[\w.-]+$/.test(value) ? [` ${name}="${value}"`] : []
    })
    .join('')
}
