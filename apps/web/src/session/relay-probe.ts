/** Asks what answers behind a relay, over a connection of its own, which is not encrypted. */

import { Probe, type ProbeFinding } from '@v2scope/peer'
import { wayOut } from './ending.js'
import type { SessionEnvironment } from './environment.js'
import type { ProbeResult } from './probe-result.js'
import { RelayConnection, type RelayWay } from './relay-connection.js'

/** From asking to the end, in ms: then the connection is gone, whatever has come. */
export const PROBE_TIMEOUT_MS = 10_000

export class RelayProbe {
  readonly #connection: RelayConnection
  readonly #probe: Probe
  readonly #onResult: (result: ProbeResult) => void
  readonly #cancel: () => void
  #isOpen = false
  #isOver = false

  /** Begins at once. @param onResult once, unless it is stopped before */
  constructor(
    environment: SessionEnvironment,
    way: RelayWay,
    magic: Uint8Array,
    onResult: (result: ProbeResult) => void,
  ) {
    const { random, unixTime } = environment
    this.#onResult = onResult
    this.#probe = new Probe({ magic, random, unixTime })
    this.#connection = new RelayConnection(environment, way, {
      onOpen: () => {
        this.#isOpen = true
        this.#connection.send(this.#probe.question)
      },
      onBytes: (bytes) => this.#find(this.#probe.receive(bytes)),
      onEnd: () => this.#find(this.#probe.end(), wayOut(this.#connection.status.closeCode)),
      onFailure: ({ code, message }) => this.#end({ kind: 'no way', code, message }),
      onChange: () => {},
    })
    this.#cancel = environment.after(PROBE_TIMEOUT_MS, () => this.#expire())
    this.#connection.open()
  }

  stop(): void {
    this.#isOver = true
    this.#cancel()
    this.#connection.close()
  }

  #expire(): void {
    if (this.#isOpen) this.#find(this.#probe.end(), 'time')
    else this.#end({ kind: 'no answer', isOpen: false })
  }

  #find(finding: ProbeFinding | undefined, ended?: 'closed' | 'reset' | 'time'): void {
    if (!finding) return
    if (finding.kind !== 'nothing') this.#end(finding)
    else if (ended === 'time') this.#end({ kind: 'no answer', isOpen: true })
    else this.#end({ kind: 'hung up', how: ended ?? 'closed' })
  }

  #end(result: ProbeResult): void {
    if (this.#isOver) return
    this.stop()
    this.#onResult(result)
  }
}
