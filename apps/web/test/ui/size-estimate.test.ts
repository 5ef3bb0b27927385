// @vitest-environment node
import { readFileSync } from 'node:fs'
import { RECORDING_LEVELS } from '@v2scope/recording'
import { decodeRecording, encodeRecording, keepLevel } from '@v2scope/recording/file'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../../scripts/lib/paths.mjs'
import { estimatedSize } from '../../src/ui/recording/size-estimate.js'

describe.each(['plain', 'rekeys', 'failure'])('the size of %s', (name) => {
  const recording = decodeRecording(
    readFileSync(inRoot(`apps/web/public/recordings/${name}.v2scope.json`)),
  )

  it.each(RECORDING_LEVELS)('is told within a fifth, with level %s', (level) => {
    const size = encodeRecording(keepLevel(recording, level)).length
    const told = estimatedSize(recording.standing, level) ?? 0
    expect(Math.abs(told - size) / size).toBeLessThan(0.2)
  })
})
