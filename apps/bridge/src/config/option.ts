import type { Kind } from './value-kinds.js'

/** Something that an operator can set, under one name in three spellings. */
export interface Option<T> {
  /** On the command line, without its dashes: `frame-size`. */
  readonly flag: string
  readonly kind: Kind<T>
  /** What it does, in the usage and in the file's schema: a few words in lower case. */
  readonly help: string
  /** Whether it may be given many times. */
  readonly many: boolean
}

export type AnyOption = Pick<Option<unknown>, 'flag' | 'help' | 'many'> & {
  readonly kind: Pick<Kind<unknown>, 'form' | 'inFile' | 'isPath' | 'read'>
}

export const option = <T>(flag: string, kind: Kind<T>, help: string): Option<T> => ({
  flag,
  kind,
  help,
  many: false,
})

export const listOption = <T>(flag: string, kind: Kind<T>, help: string): Option<T> => ({
  ...option(flag, kind, help),
  many: true,
})

/** `frameSize`, as the file has it. */
export const keyOf = ({ flag }: AnyOption): string =>
  flag.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase())

const PREFIX = 'V2SCOPE_'

/** `V2SCOPE_FRAME_SIZE`, as the environment has it. */
export const variableOf = ({ flag }: AnyOption): string =>
  PREFIX + flag.replaceAll('-', '_').toUpperCase()

/** Whether a variable of the environment means a bridge. */
export const isOurs = (variable: string): boolean => variable.startsWith(PREFIX)
