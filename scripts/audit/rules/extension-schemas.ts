/** Which properties metadata may hold, and how own schemas are described (ISO 19005-2, 6.6.2.3). */
import type { Report } from '../finding.ts'
import { findProperty, type Xmp, type XmpProperty, type XmpValue } from '../reader/xmp.ts'

const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/'
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#'
const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#'
const WHERE = 'XMP metadata'

/** Properties of the predefined schemas that writers use (XMP Specification 2005, ISO 19005-2 6.6.4), with their kinds. */
const PREDEFINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'http://purl.org/dc/elements/1.1/': {
    ...kinds('Bag', 'contributor language publisher relation subject type'),
    ...kinds('Seq', 'creator date'),
    ...kinds('Alt', 'title description rights'),
    ...kinds('text', 'coverage format identifier source'),
  },
  'http://ns.adobe.com/xap/1.0/': {
    ...kinds(
      'text',
      'BaseURL CreateDate CreatorTool Label MetadataDate ModifyDate Nickname Rating',
    ),
    ...kinds('Bag', 'Advisory Identifier'),
    Thumbnails: 'Alt',
  },
  'http://ns.adobe.com/pdf/1.3/': kinds('text', 'Keywords PDFVersion Producer'),
  'http://www.aiim.org/pdfa/ns/id/': kinds('text', 'part amd corr conformance'),
  'http://ns.adobe.com/xap/1.0/mm/': {
    ...kinds(
      'text',
      'DocumentID InstanceID OriginalDocumentID RenditionClass VersionID SaveID LastURL',
    ),
    ...kinds('text', 'Manager ManageTo ManageUI ManagerVariant RenditionParams'),
    ...kinds('fields', 'DerivedFrom ManagedFrom RenditionOf'),
    ...kinds('Seq', 'History Versions'),
  },
  'http://ns.adobe.com/xap/1.0/rights/': {
    ...kinds('text', 'Certificate Marked WebStatement'),
    Owner: 'Bag',
    UsageTerms: 'Alt',
  },
  'http://ns.adobe.com/xap/1.0/t/pg/': {
    ...kinds('fields', 'MaxPageSize'),
    NPages: 'text',
    Fonts: 'Bag',
    ...kinds('Seq', 'PlateNames Colorants'),
  },
  [EXTENSION]: { schemas: 'Bag' },
}

function kinds(kind: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]))
}

export function checkSchemas({ properties }: Xmp, report: Report): void {
  const described = readDescriptions(properties, report)
  const seen = new Set<string>()
  for (const property of properties) {
    const { namespace, name, prefix } = property
    const fault = (message: string): void =>
      report('ISO 19005-2, 6.6.2.3.1', `${prefix}:${name} ${message}`, WHERE)
    const key = `${namespace}${name}`
    if (seen.has(key)) fault('is written twice')
    seen.add(key)
    const kind = PREDEFINED[namespace]?.[name]
    if (kind === undefined && !described.has(key))
      fault('is in no predefined schema and in no extension schema')
    if (kind !== undefined && kindOf(property.value) !== kind) fault(`is not of the type ${kind}`)
  }
}

function kindOf(value: XmpValue): string {
  return value.kind === 'array' ? value.type : value.kind
}

/** Namespace and name, joined, of every property that an extension schema describes. */
function readDescriptions(properties: readonly XmpProperty[], report: Report): ReadonlySet<string> {
  const described = new Set<string>()
  const schemas = findProperty(properties, EXTENSION, 'schemas')
  if (schemas === undefined) return described
  const fault = (message: string): void => report('ISO 19005-2, 6.6.2.3.3', message, WHERE)
  if (schemas.prefix !== 'pdfaExtension') fault('the prefix of the schemas is not pdfaExtension')
  for (const schema of itemsOf(schemas.value, 'Bag', fault)) {
    const namespace = textOf(schema, SCHEMA, 'namespaceURI')
    checkFields(
      schema,
      { namespace: SCHEMA, prefix: 'pdfaSchema', texts: ['schema', 'namespaceURI', 'prefix'] },
      fault,
    )
    if (findProperty(schema, SCHEMA, 'valueType') !== undefined)
      report('Lectern, not judged', 'own value types of a schema are not looked into', WHERE)
    const listed = findProperty(schema, SCHEMA, 'property')
    if (listed === undefined) continue
    for (const property of itemsOf(listed.value, 'Seq', fault)) {
      checkFields(
        property,
        {
          namespace: PROPERTY,
          prefix: 'pdfaProperty',
          texts: ['name', 'valueType', 'category', 'description'],
        },
        fault,
      )
      if (!['internal', 'external'].includes(textOf(property, PROPERTY, 'category')))
        fault('the category of a property is neither internal nor external')
      described.add(`${namespace}${textOf(property, PROPERTY, 'name')}`)
    }
  }
  return described
}

function itemsOf(
  value: XmpValue,
  type: string,
  fault: (message: string) => void,
): readonly (readonly XmpProperty[])[] {
  if (value.kind !== 'array' || value.type !== type) {
    fault(`a list of descriptions is not a ${type}`)
    return []
  }
  return value.items.flatMap((item) => (item.kind === 'fields' ? [item.fields] : []))
}

function textOf(fields: readonly XmpProperty[], namespace: string, name: string): string {
  const value = findProperty(fields, namespace, name)?.value
  return value?.kind === 'text' ? value.text.trim() : ''
}

function checkFields(
  fields: readonly XmpProperty[],
  wanted: {
    readonly namespace: string
    readonly prefix: string
    readonly texts: readonly string[]
  },
  fault: (message: string) => void,
): void {
  for (const name of wanted.texts)
    if (textOf(fields, wanted.namespace, name) === '')
      fault(`${wanted.prefix}:${name} is missing in a description`)
  for (const field of fields)
    if (field.namespace === wanted.namespace && field.prefix !== wanted.prefix)
      fault(`the prefix of ${field.name} is not ${wanted.prefix}`)
}
