import { describe, expect, it } from 'vitest'
import { explainFailure } from '../../scripts/browser/explain-failure.ts'

const ENDED = { code: null, signal: 'SIGKILL', profile: '/nowhere' } as const
const NOISE =
  '[1122/161200.1:ERROR:sandbox_linux.cc(374)] InitializeSandbox() called with multiple threads in process gpu-process.\n'

describe('a browser that was ended', () => {
  it('is not explained by what it says at every start without its sandbox', () => {
    expect(explainFailure({ ...ENDED, said: NOISE }).why).toBe('it ended by SIGKILL')
    expect(explainFailure({ ...ENDED, said: `out of luck\n${NOISE}` }).why).toBe(
      'it ended by SIGKILL: out of luck',
    )
  })
})
