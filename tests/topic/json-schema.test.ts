import { expect, it } from 'vitest'
import { topicJsonSchema } from '../../scripts/topic/json-schema.ts'

it('describes the front matter for editors', () => {
  const text = JSON.stringify(topicJsonSchema())
  expect(JSON.parse(text)).toMatchObject({
    required: ['title', 'sections'],
    additionalProperties: false,
    properties: {
      sections: { items: { required: ['title'], properties: { chart: { type: 'object' } } } },
      facts: { additionalProperties: { required: ['label', 'value'] } },
    },
  })
})
