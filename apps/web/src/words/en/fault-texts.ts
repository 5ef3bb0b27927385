/** Words of the page in English: each of the Lab's faults, and what is done. */

import type {
  FaultPlan,
  Interference,
  Misbehaviour,
  PacketPart,
  Place,
  StreamPart,
} from '@v2scope/lab'
import { bytes, count, interval } from '../../ui/parts/format.js'

const PARTS: Record<PacketPart, string> = {
  'length field': 'the length field',
  header: 'the header',
  contents: 'the contents',
  tag: 'the tag',
}

/** @param first a packet that is not named by its number */
function placeName(where: Place, first: string): string {
  switch (where.at) {
    case 'byte':
      return `byte ${count(where.offset)} of the stream`
    case 'key':
      return 'the key'
    case 'garbage':
      return 'the garbage'
    case 'terminator':
      return 'the garbage terminator'
    case 'packet': {
      const packet = where.number === 0 ? 'the first packet' : `packet ${count(where.number)}`
      return where.part ? `${PARTS[where.part]} of ${packet}` : packet
    }
    case 'next packet':
      return where.part ? `${PARTS[where.part]} of ${first}` : first
  }
}

function wireName(where: Place, what: Interference): string {
  const place = placeName(where, 'a packet')
  switch (what.kind) {
    case 'flip': {
      const [bit = 0] = what.bits
      if (what.bits.length > 1) return `Flip ${count(what.bits.length)} bits of ${place}`
      const isLength = 'part' in where && where.part === 'length field'
      return `Flip ${isLength ? `bit ${bit}` : 'a bit'} of ${place}`
    }
    case 'truncate':
      return `Cut the connection off inside ${place}`
    case 'drop':
      return what.length === undefined ? `Drop ${place}` : `Drop ${bytes(what.length)} of ${place}`
    case 'duplicate':
      return `Deliver ${place} twice`
    case 'reorder':
      return where.at === 'packet' || where.at === 'next packet'
        ? 'Swap two packets'
        : `Swap ${place} with what follows`
    case 'replay':
      return `Replay ${place} later`
    case 'insert':
      return `Insert ${bytes(what.bytes.length)} before ${place}`
    case 'delay':
      return `Delay ${place} by ${interval(what.ms)}`
    case 'fragment':
      return what.size === 1
        ? 'Deliver one byte at a time'
        : `Deliver in pieces of ${bytes(what.size)}`
  }
}

function wireDone(where: Place, what: Interference): string {
  const place = placeName(where, 'the first packet after the handshake')
  switch (what.kind) {
    case 'flip':
      return what.bits.length === 1
        ? `inverts bit ${what.bits[0]} of ${place}`
        : `inverts ${count(what.bits.length)} bits of ${place}`
    case 'truncate':
      return `lets the first ${bytes(what.keep)} of ${place} pass, and then ends this direction as if its sender had closed`
    case 'drop':
      return what.length === undefined
        ? `leaves out ${place}`
        : `leaves out the first ${bytes(what.length)} of ${place}`
    case 'duplicate':
      return `delivers ${place} twice, one right after the other`
    case 'reorder':
      return `lets ${place} and what follows it change places`
    case 'replay':
      return `delivers ${place} once more, when ${count(what.after)} more ${what.after === 1 ? 'packet has' : 'packets have'} passed`
    case 'insert':
      return `adds ${bytes(what.bytes.length)} in front of ${place}`
    case 'delay':
      return `holds back ${place}, and all that follows it, for ${interval(what.ms)}`
    case 'fragment':
      return `delivers ${place}, and all that follows it, in pieces of ${bytes(what.size)}`
  }
}

const MISBEHAVIOURS: Record<Misbehaviour, string> = {
  'wrong garbage': 'Other garbage than was vouched for',
  'no AAD': 'Garbage that nothing vouches for',
  'wrong terminator': 'A wrong garbage terminator',
  'garbage of 4096': 'Garbage of 4,096 bytes',
  'oversized packet': 'A packet of 4,000,014 bytes',
  'reserved header bits': 'Reserved header bits that are set',
  'version packet with contents': 'A version packet with contents',
  'wrong network magic': 'Keys for another network',
  'v1 instead of v2': 'v1 in place of v2',
  'early answer': 'A key before its time',
  'private key used twice': 'A private key used twice',
}

/** @param s what ends a verb of the one who does it */
const misdeed = (misbehaviour: Misbehaviour, isUs: boolean): string => {
  const [s, who] = isUs ? ['', 'You'] : ['s', 'The peer']
  const its = isUs ? 'your' : 'its'
  switch (misbehaviour) {
    case 'wrong garbage':
      return `${who} send${s} some garbage, and in ${its} first packet vouch${isUs ? '' : 'es'} for another.`
    case 'no AAD':
      return `${who} send${s} garbage, and ${its} first packet does not vouch for it: it has no additional data.`
    case 'wrong terminator':
      return `${who} send${s} 16 other bytes where ${its} garbage terminator is due; all else is right.`
    case 'garbage of 4096':
      return `${who} send${s} one byte of garbage more than the 4,095 that are allowed.`
    case 'oversized packet':
      return `${who} send${s} a decoy whose contents are one byte above 4,000,013. It is encrypted and authenticated as it should be.`
    case 'reserved header bits':
      return `${who} set${s} the seven bits of each header that are to be sent as 0.`
    case 'version packet with contents':
      return `${who} put${s} bytes into the version packet, which is empty today.`
    case 'wrong network magic':
      return `${who} derive${s} ${its} keys with the magic of another network.`
    case 'v1 instead of v2':
      return `${who} speak${s} only v1, the old protocol without encryption.`
    case 'early answer':
      return isUs
        ? 'Your key begins with the 4 bytes that a v1 message begins with, and the rest of it comes a little later: an answer before it would be too early.'
        : 'The peer sends its key as soon as you are connected, before it has seen a byte of yours.'
    case 'private key used twice':
      return `${who} take${s} a private key that sessions before this one have used already.`
  }
}

export const name = (plan: FaultPlan): string =>
  plan.on === 'peer'
    ? MISBEHAVIOURS[plan.misbehaviour]
    : wireName(plan.fault.where, plan.fault.what)

export function done(plan: FaultPlan): string {
  if (plan.on === 'peer') return misdeed(plan.misbehaviour, plan.place === 'us')
  const { direction, where, what } = plan.fault
  const way = direction === 'sent' ? 'from you to the peer' : 'from the peer to you'
  return `Somebody on the wire, who has no keys, ${wireDone(where, what)}, on the way ${way}.`
}

const STREAM_PARTS: Record<StreamPart, string> = {
  key: 'in the key',
  garbage: 'in the garbage',
  terminator: 'in the garbage terminator',
  'length field': 'in the length field',
  header: 'in the header',
  contents: 'in the contents',
  tag: 'in the tag',
  'v1 header': 'in the header of a v1 message',
  'v1 payload': 'in the payload of a v1 message',
  unknown: 'where nobody can tell what it is',
}

export const part = (of: StreamPart, packet: number | undefined): string =>
  packet === undefined ? STREAM_PARTS[of] : `${STREAM_PARTS[of]} of packet ${count(packet)}`
