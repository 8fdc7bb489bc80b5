/** Prints the hash of the English sample page: run in another process, time zone and locale. */
import { createHash } from 'node:crypto'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { makeInput, readFixture } from './sample-input.ts'

const result = await renderBrief(makeInput(readFixture('partnership.md')))
if (!result.ok) throw new Error('the sample does not fit')
process.stdout.write(createHash('sha256').update(result.pdf).digest('hex'))
