/** The key schedule: nodes with inputs, formula, output and command; and the fields that they are behind. */

export { type Cipher, epochKeyId, parseEpochKey } from './ids.js'
export { type NodePlace, nodeOfField, placeOfNode } from './links.js'
export { isLeftOut, type KeyNode, type NodeInput, type NodeKind, tellsSecret } from './node.js'
export { type PacketKeys, packetNodes } from './packet-nodes.js'
export { rekeyNodes } from './rekey-nodes.js'
export { scheduleNodes } from './schedule.js'
