/** A node of the key schedule: a value, where it came from, and how to compute it elsewhere. */

/** What a node is; nodes of one kind have one formula and one form of command. */
export type NodeKind =
  | 'private_key'
  | 'public_x'
  | 'ellswift_ours'
  | 'ellswift_theirs'
  | 'u'
  | 't'
  | 'X'
  | 'Y'
  | 'candidate'
  | 'curve_value'
  | 'legendre'
  | 'x'
  | 'ecdh_x'
  | 'shared_secret'
  | 'salt'
  | 'prk'
  | 'expansion'
  | 'terminator'
  | 'keystream'
  | 'epoch_key'
  | 'packet_length'
  | 'packet_header'
  | 'packet_contents'
  | 'packet_tag_key'
  | 'packet_tag'

/** A value that a formula takes, by its name in the formula. */
export interface NodeInput {
  readonly name: string
  /** Empty where it is secret and a recording left it out. */
  readonly bytes: Uint8Array
  /** The node whose output it is; absent for what is given. */
  readonly from?: string
  readonly secret: boolean
}

export interface KeyNode {
  /** Readable and the same in every session: it goes into addresses. */
  readonly id: string
  readonly kind: NodeKind
  readonly inputs: readonly NodeInput[]
  readonly formula: string
  /** Empty where it is secret and a recording left it out. */
  readonly output: Uint8Array
  /** The row of the protocol. */
  readonly row: string
  /** The heading in the BIP. */
  readonly section: string
  /** Whether who knows it can read, or pretend to be part of, this connection. */
  readonly secret: boolean
  /** Drawn at random or received: not derived from anything, so its command checks it instead. */
  readonly given: boolean
  /**
   * A line for bash or zsh, with OpenSSL 3 and Python 3.8 or newer, that prints the output in hex.
   * It holds every input. Undefined where a secret was left out, or a shell would not take the line.
   */
  readonly command: () => string | undefined
}

/** Whether the command, or the value, tells something that is secret. */
export const tellsSecret = (node: KeyNode): boolean =>
  node.secret || node.inputs.some(({ secret }) => secret)

export const isLeftOut = ({ secret, bytes }: Pick<NodeInput, 'secret' | 'bytes'>): boolean =>
  secret && bytes.length === 0

/** A node whose command is only made where all that it takes is there. */
export function keyNode(
  node: Omit<KeyNode, 'command' | 'given' | 'secret'> & {
    readonly given?: boolean
    readonly secret?: boolean
    readonly command: () => string | undefined
  },
): KeyNode {
  const { given = false, secret = false, command, ...rest } = node
  const absent = rest.inputs.some(isLeftOut) || isLeftOut({ secret, bytes: rest.output })
  return { ...rest, given, secret, command: () => (absent ? undefined : command()) }
}

/** An input that is the output of another node. */
export const output = (name: string, node: KeyNode): NodeInput => ({
  name,
  bytes: node.output,
  from: node.id,
  secret: node.secret,
})

/** An input that no other node gives. */
export const given = (name: string, bytes: Uint8Array): NodeInput => ({
  name,
  bytes,
  secret: false,
})
