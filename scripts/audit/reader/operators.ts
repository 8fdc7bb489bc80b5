/** Every operator of ISO 32000-1, Table A.1, and what it means to an audit. */
import type { ColorSpace } from './content.ts'
import type { PdfValue } from './pdf-value.ts'
import type { StreamRun } from './stream-run.ts'

export type Run = (run: StreamRun, operands: readonly PdfValue[]) => void

const DEVICE_GRAY: ColorSpace = { kind: 'name', name: 'DeviceGray' }
const DEVICE_RGB: ColorSpace = { kind: 'name', name: 'DeviceRGB' }
const DEVICE_CMYK: ColorSpace = { kind: 'name', name: 'DeviceCMYK' }

const nothing: Run = () => {}

function painting(fill: boolean, stroke: boolean): Run {
  return (run) => run.paintPath({ fill, stroke })
}

/** Without a prototype: `constructor` is no operator. */
export const OPERATORS: Readonly<Record<string, Run>> = Object.assign(Object.create(null), {
  ...Object.fromEntries(
    'w J j M d i cm m l c v y h re n W W* Tc Tw Tz TL Ts Td TD Tm T* d0 d1 MP DP BX EX sc SC'
      .split(' ')
      .map((word) => [word, nothing]),
  ),
  q: (run) => run.save(),
  Q: (run) => run.restore(),
  gs: (run, [name]) => run.setExtended(name),
  ri: (run, [name]) => run.setIntent(name),
  S: painting(false, true),
  s: painting(false, true),
  f: painting(true, false),
  F: painting(true, false),
  'f*': painting(true, false),
  B: painting(true, true),
  'B*': painting(true, true),
  b: painting(true, true),
  'b*': painting(true, true),
  sh: (run, [name]) => run.shade(name),
  Do: (run, [name]) => run.draw(name),
  BT: (run) => run.beginText(),
  ET: (run) => run.endText(),
  Tf: (run, [name]) => run.setFont(name),
  Tr: (run, [mode]) => run.set({ renderMode: typeof mode === 'number' ? mode : 0 }),
  Tj: (run, [text]) => run.show(text),
  TJ: (run, [text]) => run.show(text),
  "'": (run, [text]) => run.show(text),
  '"': (run, [, , text]) => run.show(text),
  CS: (run, [name]) => run.setSpace('stroke', name),
  cs: (run, [name]) => run.setSpace('fill', name),
  SCN: (run, operands) => run.setColor(operands),
  scn: (run, operands) => run.setColor(operands),
  G: (run) => run.set({ stroke: DEVICE_GRAY }),
  g: (run) => run.set({ fill: DEVICE_GRAY }),
  RG: (run) => run.set({ stroke: DEVICE_RGB }),
  rg: (run) => run.set({ fill: DEVICE_RGB }),
  K: (run) => run.set({ stroke: DEVICE_CMYK }),
  k: (run) => run.set({ fill: DEVICE_CMYK }),
  BMC: (run, [tag]) => run.open(tag, undefined),
  BDC: (run, [tag, properties]) => run.open(tag, properties),
  EMC: (run) => run.close(),
} satisfies Record<string, Run>)
