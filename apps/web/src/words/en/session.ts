/** Words of the page in English: what the address asks for in vain, seeds, and session ids. */

import type { AddressProblem, AddressUnit } from '../../session/address-problem.js'
import { SEED_RULE as seedRule } from '../../session/seed.js'
import { SESSION_ID_DIGITS, type SessionIdComparison } from '../../session/session-id.js'
import { nodeProblems } from './setup.js'

const units: Record<AddressUnit, string> = {
  bytes: 'bytes',
  decoys: 'decoys',
  seconds: 'seconds',
  events: 'as a number of an event',
}

const onlySimulated = {
  role: 'else who dials is the initiator',
  seed: 'any other peer has its own randomness',
}

function problem(wrong: AddressProblem): string {
  switch (wrong.code) {
    case 'NOT_A_WHOLE_NUMBER':
      return `${wrong.name}=${wrong.value}: a whole number, 0 to ${wrong.most}.`
    case 'TOO_MUCH':
      return `${wrong.name}=${wrong.value}: at most ${wrong.most} ${units[wrong.unit]}.`
    case 'ONLY_SIMULATED':
      return `${wrong.name}=${wrong.value}: only with peer=simulated; ${onlySimulated[wrong.name]}.`
    case 'BAD_SEED':
      return `seed=${wrong.value}: ${seedRule}`
    case 'BAD_MAGIC':
      return `magic=${wrong.value}: 4 bytes in hex, such as fabfb5da.`
    case 'BAD_ROLE':
      return `role=${wrong.value}: initiator or responder.`
    case 'BAD_HOLD':
      return `hold=${wrong.value}: 0 or 1.`
    case 'BAD_FIELD':
      return `field=${wrong.value}: the place of a field in its tree, such as 3.0.1.`
    case 'BAD_BYTES':
      return `bytes=${wrong.value}: wire or plain, the first byte and the last, such as wire:5-9.`
    case 'NO_SUCH_NETWORK':
      return `network=${wrong.value}: one of ${wrong.known.join(', ')}, custom.`
    case 'BAD_NODE':
      return `peer=${wrong.value}: ${nodeProblems[wrong.problem]}.`
    case 'BAD_TICKET':
      return 'ticket: not whole, or no ticket at all; it was taken out of the address. Ask for the link again.'
    case 'MAGIC_MISSING':
      return 'network=custom: needs its magic too, such as magic=fabfb5da.'
    case 'OTHER_MAGIC':
      return `network=${wrong.network}: does not go with magic=${wrong.magic}; the magic is taken.`
    case 'RECORDING_MISSING':
      return 'recording: it was opened from a file, or has no url=; open the file again.'
    case 'NO_SUCH_PAGE':
      return `#/${wrong.route}: there is no such page; this is the session.`
  }
}

function comparison(compared: SessionIdComparison): string {
  switch (compared.result) {
    case 'match':
      return 'The same on both sides: nobody sits in between.'
    case 'mismatch':
      return `Not the same (digit ${compared.at + 1} is the first that differs): this is the id of another connection, or somebody sits in between.`
    case 'none':
      return `None of the ${compared.of} ids that you pasted is this session’s: they are of other connections, or somebody sits in between.`
    case 'incomplete':
      return incomplete(compared.why)
  }
}

function incomplete(why: Extract<SessionIdComparison, { result: 'incomplete' }>['why']): string {
  switch (why.code) {
    case 'NOTHING':
      return 'Paste the session_id that the peer’s side shows.'
    case 'NO_ID':
      return 'No connection in it has a session_id: those of v1 have none.'
    case 'NO_DIGIT':
      return `“${why.character}” is not a hex digit: a session id is ${SESSION_ID_DIGITS} of 0–9 and a–f.`
    case 'LENGTH':
      return `${why.digits} hex digits; a session id has ${SESSION_ID_DIGITS}.`
  }
}

export const session = { seedRule, problem, comparison }
