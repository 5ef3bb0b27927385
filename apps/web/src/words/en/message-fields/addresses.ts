/** Words of the page in English: fields of the addresses of nodes. */

import type { MessageFields } from '../../message-fields.js'

export const addresses: MessageFields<'addresses'> = {
  'addr.addresses': {
    what: 'Addresses of nodes that the sender has heard of, at most 1,000.',
    why: 'There is no central list of nodes: each passes on what it knows, so that new ones find their peers.',
  },
  'addr.count': {
    what: 'How many addresses follow.',
    why: 'More than 1,000 would only serve to flood the tables of a node, which turns such a message away by its count.',
  },
  'addr.address': {
    what: 'One node: when it was last heard of, what it offers and where it is reached.',
    why: 'It is all that a node needs to decide whether an address is worth keeping, passing on and dialling.',
  },
  'addr.time': {
    what: 'When the node at this address was last heard of, in seconds since 1970.',
    why: 'Fresh addresses are passed on, and one that nobody has heard of for 30 days is given up.',
  },
  'network address.services': {
    what: 'What the node at this address is said to offer, one bit for each service.',
    why: 'A node that needs old blocks, or wants to dial with v2, can choose before it dials.',
  },
  'network address.address': {
    what: 'An IPv6 address of 16 bytes; one of IPv4 stands in the last four, behind ::ffff:.',
    why: 'One size did for both kinds of address, but leaves no room for Tor v3 and I2P, for which addrv2 was made.',
  },
  'network address.port': {
    what: 'The TCP port on which the node listens, the high byte first.',
    why: "It is the one number here in network byte order, as early code sent the operating system's own address structure.",
  },
  'addrv2.services': {
    what: 'What the node at this address is said to offer, as a CompactSize.',
    why: 'Only low bits are in use, so that it mostly takes three bytes or fewer where addr spends eight.',
  },
  'addrv2.network': {
    what: 'Which network the address is of: 1 is IPv4, 2 IPv6, 4 Tor v3, 5 I2P, 6 CJDNS.',
    why: 'Nodes pass on addresses of networks that they cannot reach, so they need to know the kind without dialling.',
  },
  'addrv2.address': {
    what: 'The address in the form of its network: 4 bytes for IPv4, 32 for Tor v3 and I2P.',
    why: 'A Tor v3 address is a key of 32 bytes, which has no place in the 16 of addr; BIP155 gives each network its own length.',
  },
}
