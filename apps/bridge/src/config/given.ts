/** One text that an option was set to, before it is read. */
export interface Given {
  readonly flag: string
  readonly text: string
  /** Where it came from, as `--check-config` says it: `V2SCOPE_PORT`. */
  readonly from: string
  /** Begins what is said of it: `V2SCOPE_PORT=x`; a path may be a key by mistake, and stays out. */
  readonly at: string
}

/** All that one source has given, and what is wrong with it, a sentence each. */
export interface Source {
  readonly given: readonly Given[]
  readonly problems: readonly string[]
}
