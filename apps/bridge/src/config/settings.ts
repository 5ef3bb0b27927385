import type { AllowRule } from '../addresses/allow-rule.js'
import type { Limits, Profile } from '../limits.js'
import type { ListenAt } from '../listening/listen-at.js'
import type { LogLevel } from '../log.js'
import type { Target } from '../targets.js'

/** What a bridge is to do. */
export interface Settings {
  readonly profile: Profile
  readonly host: string
  readonly port: number
  readonly targets: readonly Target[]
  readonly demo: boolean
  readonly allow: readonly AllowRule[]
  readonly allowPublic: boolean
  readonly listen: ListenAt | false
  readonly origins: readonly string[]
  readonly trustProxy: readonly string[]
  /** `null`: nobody needs a ticket. */
  readonly ticketKey: Uint8Array | null
  readonly logLevel: LogLevel
  readonly logAddresses: boolean
  readonly limits: Limits
}
