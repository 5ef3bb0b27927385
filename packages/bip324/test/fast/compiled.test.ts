/** What is kept of the compiled code is what its sources say, and it is all that is needed. */

import { expect, it, vi } from 'vitest'
import { compiledCore, keptCore } from '../../../../scripts/lib/compiled-core.mjs'
import { startCompiled } from '../../src/fast/web-assembly.js'

it('is what compiling the sources again gives', async () => {
  expect(await compiledCore()).toBe(keptCore())
}, 120_000)

it.each([
  ['WebAssembly is missing', undefined],
  [
    'a policy forbids it',
    {
      Module: class {
        constructor() {
          throw new EvalError('Refused to compile or instantiate WebAssembly module')
        }
      },
    },
  ],
])('is not there, and nothing breaks, where %s', (_, replaced) => {
  vi.stubGlobal('WebAssembly', replaced)
  try {
    expect(startCompiled()).toBeUndefined()
  } finally {
    vi.unstubAllGlobals()
  }
  expect(startCompiled()).toBeDefined()
})
