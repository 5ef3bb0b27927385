// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeRecording, keepLevel } from '@v2scope/recording/file'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../../scripts/lib/paths.mjs'
import { ItemDetails } from '../../src/session/item-details.js'
import { toWireItem } from '../../src/session/wire-item.js'
import { fieldsOf } from '../../src/ui/details/item-fields.js'
import { leavesIn } from '../../src/ui/details/leaves.js'
import { isExplained } from '../../src/ui/explanations.js'
import { en } from '../../src/words/en/index.js'

describe('everything that crossed the wire', () => {
  const FOLDER = inRoot('apps/web/public/recordings')
  const recordings = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, decodeRecording(readFileSync(join(FOLDER, name)))] as const)

  it.each(recordings)('lies in fields that are explained: %s', (_, recording) => {
    for (const { events } of [recording, keepLevel(recording, 'wire')]) {
      const details = new ItemDetails(
        { get: (seq) => events.find((event) => event.seq === seq) },
        { network: 'regtest' },
      )
      const kinds = new Set<string>()
      for (const event of events) {
        const shown = toWireItem(event, undefined, false)
        const detail = shown && details.detail(event.seq)
        if (!shown || !detail) continue
        kinds.add(shown.kind)
        const fields = fieldsOf(detail, shown, en)
        expect(fields.filter(({ name }) => !isExplained(name))).toEqual([])
        let at = 0
        for (const { start, end } of leavesIn(fields)) {
          expect(start).toBe(at)
          at = end
        }
        expect(at).toBe(event.bytes.length)
      }
      expect(kinds.size).toBeGreaterThanOrEqual(2)
    }
  })
})
