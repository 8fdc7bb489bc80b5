/** The metadata packet of a PDF (XMP: ISO 16684-1; PDF/A: ISO 19005-2, 6.6; PDF/UA: ISO 14289-1, 5). */
import type { FileInfo } from './file-info.ts'

export type Standards = {
  /** 2 for PDF/A-2, 3 where a file is attached (ISO 19005-3). */
  readonly archivePart: 2 | 3 | undefined
  readonly isAccessible: boolean
}

/** @param standards what the file claims to conform to */
export function writeXmp(
  info: FileInfo & { readonly keywords?: string },
  { archivePart, isAccessible }: Standards,
): string {
  const archive = archivePart === undefined ? '' : String(archivePart)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${writeIf(archive, (part) => `<pdfaid:part>${part}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>`)}\
${isAccessible ? '<pdfuaid:part>1</pdfuaid:part>\n' : ''}\
<dc:format>application/pdf</dc:format>
<dc:title>${writeAlternatives(info.title, info.lang)}</dc:title>
${writeIf(info.author, (author) => `<dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator>`)}\
${writeIf(info.subject, () => `<dc:description>${writeAlternatives(info.subject, info.lang)}</dc:description>`)}\
<dc:language><rdf:Bag><rdf:li>${escapeXml(info.lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escapeXml(info.creator)}</xmp:CreatorTool>
${writeIf(info.date, (date) => `<xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate>`)}\
${writeIf(info.keywords ?? '', (keywords) => `<pdf:Keywords>${keywords}</pdf:Keywords>`)}\
<pdf:Producer>${escapeXml(info.producer)}</pdf:Producer>
</rdf:Description>
${archive === '' ? '' : `${UA_SCHEMA}\n`}\
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** PDF/A knows no PDF/UA: the property has to be described (ISO 19005-2, 6.6.2.3). */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

function writeAlternatives(text: string, lang: string): string {
  const escaped = escapeXml(text)
  const entry = (name: string): string => `<rdf:li xml:lang="${name}">${escaped}</rdf:li>`
  return `<rdf:Alt>${entry('x-default')}${entry(escapeXml(lang))}</rdf:Alt>`
}

function writeIf(text: string, write: (escaped: string) => string): string {
  return text === '' ? '' : `${write(escapeXml(text))}\n`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
}
