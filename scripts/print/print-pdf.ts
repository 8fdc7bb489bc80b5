import type { PageTask, Printer } from './printer.ts'

/** Throws PrintError. */
export async function printPdf(task: Omit<PageTask, 'pdf'>, printer: Printer): Promise<Uint8Array> {
  const { pdf } = await printer.run({ ...task, pdf: true })
  if (pdf === undefined) throw new Error('the printer gave no PDF for a task that asked for one')
  return pdf
}
