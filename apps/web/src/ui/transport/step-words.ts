/** What happens in a step, in words. */

import type { WireItem } from '../../session/item.js'
import type { Computation, Step } from '../../session/steps.js'
import type { Words } from '../../words/words.js'

type StepWords = Words['stepping']['steps']

export const wordsOf = (step: Step, words: StepWords): string =>
  step.type === 'item' ? itemWords(step.item, words) : computationWords(step.computation, words)

function itemWords(item: WireItem, words: StepWords): string {
  const { kind, direction, wireBytes, offset, label } = item
  switch (kind) {
    case 'key':
      return words.key(direction, wireBytes)
    case 'garbage':
      return words.garbage(direction, wireBytes)
    case 'terminator':
      return offset === undefined ? words.terminatorSent : words.terminatorFound(offset)
    case 'decoy':
      return words.decoy(direction, wireBytes)
    case 'version packet':
      return words.versionPacket(direction)
    case 'message':
    case 'v1 message':
      return words.message(direction, label, wireBytes)
    case 'rejected':
      return words.rejected(wireBytes)
    case 'not understood':
      return words.notUnderstood(wireBytes)
    case 'unread bytes':
      return words.unread(direction, wireBytes)
  }
}

function computationWords(computation: Computation, words: StepWords): string {
  switch (computation.what) {
    case 'ecdh':
      return words.ecdh
    case 'keys':
      return words.keys
    case 'rekey': {
      const { of, cipher, epoch } = computation.rekey
      return words.rekey(of, cipher === 'FSChaCha20' ? 'lengths' : 'packets', epoch)
    }
  }
}
