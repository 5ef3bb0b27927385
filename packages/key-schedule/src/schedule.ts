/** The key schedule of a session, from the events that tell of it. */

import type { EcdhComputed, KeyEvent, KeysDerived } from '@v2scope/bip324'
import type { KeyNode } from './node.js'
import { decodingNodes, ellswiftNode, privateKeyNodes } from './public-key-nodes.js'
import { derivedNodes, sharedSecretNodes } from './secret-nodes.js'

type ScheduleEvent = KeyEvent | EcdhComputed | KeysDerived

/**
 * Every node up to the keys of epoch 0, in the order in which one leads to the next, as far as the
 * events go. Rekeys have nodes of their own: there are many, one for every 224 packets.
 */
export function scheduleNodes(events: Iterable<ScheduleEvent>): readonly KeyNode[] {
  const nodes = new Map<string, KeyNode>()
  const add = (...more: readonly KeyNode[]) => {
    for (const node of more) nodes.set(node.id, node)
  }
  for (const event of events) {
    switch (event.type) {
      case 'key_sent':
        add(ellswiftNode('ours', event.bytes))
        break
      case 'key_received':
        add(ellswiftNode('theirs', event.bytes))
        break
      case 'ecdh_computed':
        add(...ofEcdh(event))
        add(...sharedSecretNodes(event, nodes))
        break
      case 'keys_derived':
        add(...derivedNodes(event))
        break
    }
  }
  return [...nodes.values()]
}

/** All that is about the two keys, now that our x is known. */
function ofEcdh(event: EcdhComputed): readonly KeyNode[] {
  const [ourDecoding, theirDecoding] = event.decodings
  const own = privateKeyNodes(event)
  const publicX = own.find(({ kind }) => kind === 'public_x')
  const ours = ellswiftNode('ours', event.ellswiftOurs, publicX)
  const theirs = ellswiftNode('theirs', event.ellswiftTheirs)
  return [
    ...own,
    ours,
    ...decodingNodes(ours, ourDecoding),
    theirs,
    ...decodingNodes(theirs, theirDecoding),
  ]
}
