import * as z from 'zod/mini'
import { topicSchema } from './schema.ts'

/**
 * JSON Schema (draft 2020-12) of the front matter, for editors. It states what a topic needs that
 * stands alone; an edition may leave out what it inherits, so the reader's own schema does not.
 */
export function topicJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(topicSchema, {
    override: ({ jsonSchema, path }) => {
      const required = REQUIRED.get(path.join('.'))
      if (required !== undefined) jsonSchema.required = required
      if (path.length > 0 && jsonSchema.additionalProperties === false)
        jsonSchema.patternProperties = { '^x-': {} }
    },
  })
  return {
    ...schema,
    title: 'Lectern topic',
    required: ['title', 'sections'],
    patternProperties: { '^x-': {} },
  }
}

const REQUIRED: ReadonlyMap<string, string[]> = new Map([
  ['properties.sections.items', ['title']],
  ['properties.facts.additionalProperties', ['label', 'value']],
  ['properties.sources.additionalProperties', ['title']],
  ['properties.sections.items.properties.image', ['src', 'alt']],
  ['properties.sections.items.properties.diagram', ['mermaid', 'alt']],
])
