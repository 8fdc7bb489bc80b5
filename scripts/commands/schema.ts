/** `lectern schema`: the JSON Schema of a topic's front matter, for editors. */
import { topicJsonSchema } from '../topic/json-schema.ts'
import { type Command, EXIT } from './command.ts'

export const schema: Command = {
  name: 'schema',
  what: 'print the JSON Schema of the front matter',
  operands: '',
  examples: [['lectern schema > topic.schema.json', 'for the completion of an editor']],
  flags: {},
  async run({ terminal }) {
    terminal.out(JSON.stringify(topicJsonSchema(), null, 2))
    return EXIT.done
  },
}
