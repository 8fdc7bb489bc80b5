/** Every letter of Hindi copies from the PDFs of the slides as it was written, in readers that know nothing of ActualText. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { makeProject, runLectern, topicText } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'

/** Letters, signs behind a consonant, letters with a dot, conjuncts. */
const ROWS = [
  'अ आ इ ई उ ऊ ऋ ए ऐ ऑ ओ औ',
  'क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण',
  'त थ द ध न प फ ब भ म य र ल ळ व श ष स ह',
  'का कि की कु कू कृ के कै कॉ को कौ कं कः कँ',
  'क़ ख़ ग़ ज़ ड़ ढ़ फ़',
  'क्ष त्र ज्ञ श्र क्त क्र र्क र्कि द्य द्व द्ध ट्ठ ह्म ह्न रु रू हृ स्त्री',
  'ईरान कई आईएमएफ लिंग हिंदी मुद्राएँ',
].map((row) => row.normalize('NFC'))

const KEYS = `lang: hi\nsections:\n${ROWS.map(
  (row, index) => `  - { title: ख${index}, points: ["${row}"] }\n`,
).join('')}`
const project = makeProject({ 'content/hindi.md': topicText('ईरान', KEYS) })

describe('letters of Hindi', () => {
  beforeAll(async () => {
    const run = await runLectern(['build', '--to', 'pdf,handout'], { cwd: project })
    expect(run.code).toBe(0)
  }, 60_000)

  it.each(['deck.pdf', 'handout.pdf'])(
    'copy as written from %s, each with a text',
    async (file) => {
      const bytes = new Uint8Array(readFileSync(join(project, 'out/hindi', file)))
      const { text } = await readPdf(bytes)
      const read = text.normalize('NFC').replace(/[\s\u200d]/g, '')
      for (const row of ROWS) expect(read).toContain(row.replace(/\s/g, ''))
      expect(auditPdf(bytes).filter(({ clause }) => clause.startsWith('Matterhorn'))).toEqual([])
    },
  )
})
