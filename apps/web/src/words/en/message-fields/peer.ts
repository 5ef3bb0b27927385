/** Words of the page in English: fields of the messages in which peers speak of themselves. */

import type { MessageFields } from '../../message-fields.js'

export const peer: MessageFields<'peer'> = {
  'version.version': {
    what: 'The highest version of the P2P protocol that the sender speaks.',
    why: 'Both sides go by the lower of their two numbers, so that old and new nodes understand each other.',
  },
  'version.services': {
    what: 'What the sender offers, one bit for each service.',
    why: 'A node keeps the peers that can serve what it lacks, and learns from P2P_V2 that it may dial this one encrypted next time.',
  },
  'version.timestamp': {
    what: "The sender's clock, in seconds since 1970.",
    why: 'Blocks are judged by time, so a node compares its clock with those of its peers and warns its owner if it seems wrong.',
  },
  'version.receiver': {
    what: 'The address at which the sender has reached the receiver, and the services that it expects there.',
    why: 'A node behind a router cannot see its own public address, and learns from this how others see it.',
  },
  'version.sender': {
    what: "The sender's services once more, and its own address, which nodes of today leave empty.",
    why: 'A sender can claim any address, so nothing is built on it; addresses travel in addr and addrv2 instead.',
  },
  'version.nonce': {
    what: 'A random number that the sender draws for this connection.',
    why: 'A node that receives a number which it has just sent has dialled itself, and hangs up.',
  },
  'version.user agent': {
    what: "Name and version of the sender's software, such as /Satoshi:29.1.0/.",
    why: 'BIP14 parted it from the protocol version, so that software can be released without changing the protocol.',
  },
  'version.start height': {
    what: 'Height of the last block that the sender has.',
    why: 'It told a new node whom it could catch up with; as it proves nothing, nodes now go by the headers that they are sent.',
  },
  'version.relay': {
    what: 'Whether the sender wants transactions announced from the start.',
    why: 'A wallet that first sets a bloom filter, or a link for blocks alone, is spared what it would throw away (BIP37).',
  },
  'feature.feature id': {
    what: 'The name of a feature; one that a BIP describes is named after it, such as BIP434.',
    why: 'A name that a node does not know is ignored, so features need neither a message of their own nor a new protocol version.',
  },
  'feature.feature data': {
    what: 'Settings of the feature, in a form that the feature itself lays down.',
    why: 'What a feature has to settle, such as a limit, comes with its name, and costs no further round trip.',
  },
  'feefilter.fee rate': {
    what: 'The lowest fee rate that the sender wants to hear of, in satoshis for 1,000 virtual bytes.',
    why: 'A node whose mempool is full drops cheaper transactions anyway, so announcing them would waste the bandwidth of both.',
  },
  'ping.nonce': {
    what: 'A number that the sender picks and the pong has to repeat.',
    why: 'Pings had no answer before BIP31; with a number, the time of a round trip can be measured.',
  },
  'pong.nonce': {
    what: 'The number of the ping that this answers.',
    why: 'Several pings may be under way, and an answer with another number says nothing about this one.',
  },
  'reject.rejected type': {
    what: 'The type of the message that was refused, such as tx.',
    why: 'Messages bear no number, so a refusal has to say in another way which of them it means.',
  },
  'reject.code': {
    what: 'The kind of reason as a number: 0x10 for invalid, 0x42 for too low a fee.',
    why: 'A wallet can act on a number, for instance pay a higher fee, where it cannot on words.',
  },
  'reject.reason': {
    what: 'The reason in words, for people.',
    why: 'It was meant for the logs of developers, who had to guess why a transaction went nowhere.',
  },
  'reject.hash': {
    what: 'Hash of the block or the transaction that was refused; other refusals have none.',
    why: 'Many transactions may have been sent, and the sender has to learn which of them failed.',
  },
  'alert.payload': {
    what: 'The warning as it was signed: its text, whom it concerns, and until when.',
    why: 'A grave fault could be made known to everybody at once; it was given up, as one key could alarm the whole network.',
  },
  'alert.signature': {
    what: 'A signature of the warning by a key that a few developers held.',
    why: 'Without it anybody could have raised an alarm; the key has been public since 2018, so it proves nothing any more.',
  },
}
