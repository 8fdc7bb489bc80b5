/** Every topic in every template set and size is a package in which the judge and Microsoft's validator find nothing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { SETS } from '../deck/odd-topics.ts'
import { makeFolder } from '../run-lectern.ts'
import { editFile, replaceIn } from './judge/edit-file.ts'
import { judgePptx, sayFindings } from './judge/judge-pptx.ts'
import { type MadeFile, makeFiles } from './made-files.ts'
import { hasValidator, validate } from './open-xml-sdk.ts'

const looks = SETS.flatMap((template) => SIZES.map((size) => ({ template, size })))
const isValidated = hasValidator()
const made = new Map<string, Promise<readonly MadeFile[]>>()

function filesOf(look: (typeof looks)[number]): Promise<readonly MadeFile[]> {
  const key = `${look.template} ${look.size}`
  const files = made.get(key) ?? makeFiles({ ...look, isBare: true })
  made.set(key, files)
  return files
}

describe.each(looks)('the topics in $template at $size', (look) => {
  it('are right in the eyes of the judge', async () => {
    const files = await filesOf(look)
    expect(files.length).toBeGreaterThanOrEqual(3)
    for (const { bytes } of files) expect(sayFindings(judgePptx(bytes))).toEqual([])
  })

  it.skipIf(!isValidated)('are valid by the schemas of Office', async () => {
    const files = await filesOf(look)
    expect(await validate(files.map(({ path }) => path))).toEqual([])
  })
})

it.skipIf(!isValidated)(
  'the validator of Office convicts an element out of its order',
  async () => {
    const [file] = await makeFiles()
    const path = join(makeFolder(), 'broken.pptx')
    const bytes = editFile(file?.bytes ?? new Uint8Array(), (parts) =>
      replaceIn(
        parts,
        'ppt/slides/slide1.xml',
        /(<p:cSld>.*<\/p:cSld>)(<p:clrMapOvr>.*<\/p:clrMapOvr>)/s,
        '$2$1',
      ),
    )
    writeFileSync(path, bytes)
    expect((await validate([path])).join()).toContain('unexpected child element')
  },
)
