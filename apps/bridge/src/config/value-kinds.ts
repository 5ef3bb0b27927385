import * as z from 'zod'

/** A text that was read, or what to write instead of it. */
export type Reading<T> = { readonly value: T } | { readonly wrong: string }

/** How one kind of value is written: in a flag, in the environment, and in the file. */
export interface Kind<T> {
  /** As the usage has it: `SIZE|none`; empty for a switch, which needs no value. */
  readonly form: string
  read(text: string): Reading<T>
  /** As `read` takes it. */
  show(value: T): string
  /** What may stand for it in the file; `read` takes it as text. */
  readonly inFile: z.ZodType<string | number | boolean>
  /** Whether it is the path of a file, which in the file is meant from where that lies. */
  readonly isPath?: true
}

interface Range {
  readonly min: number
  readonly max: number
}

/** What a number of some unit looks like. */
interface Measure {
  readonly form: string
  /** Completes "write …". */
  readonly expected: string
  readonly units: Readonly<Record<string, number>>
  /** Whether a number alone, without a unit, is one. */
  readonly bare: boolean
}

const KIB = 1024
const SECOND = 1000

const COUNT: Measure = { form: 'N', expected: 'a number', units: {}, bare: true }

const SIZE: Measure = {
  form: 'SIZE',
  expected: 'a size, such as 65536, 100MB or 1MiB,',
  units: {
    GiB: KIB ** 3,
    MiB: KIB ** 2,
    KiB: KIB,
    GB: 1e9,
    MB: 1e6,
    kB: 1e3,
    KB: 1e3,
    B: 1,
  },
  bare: true,
}

const DURATION: Measure = {
  form: 'TIME',
  expected: 'a time with its unit, such as 500ms, 5s, 10m or 2h,',
  units: { h: 3600 * SECOND, m: 60 * SECOND, s: SECOND, ms: 1 },
  bare: false,
}

/** A whole number. */
export const count = (min: number, max: number): Kind<number> => ({
  ...measured(COUNT, { min, max }),
  inFile: z.int().min(min).max(max),
})

/** Bytes. */
export const size = (min: number, max: number): Kind<number> => {
  const kind = measured(SIZE, { min, max })
  return { ...kind, inFile: z.union([z.int().min(min).max(max), kind.inFile]) }
}

/** Milliseconds. */
export const duration = (min: number, max: number) => measured(DURATION, { min, max })

function measured(measure: Measure, { min, max }: Range): Kind<number> {
  const { form, expected, units, bare } = measure
  const wrong = `write ${expected} from ${shown(measure, min)} to ${shown(measure, max)}`
  const names = Object.keys(units).join('|')
  const pattern = new RegExp(`^(\\d{1,15})(${names})${bare ? '?' : ''}$`)
  return {
    form,
    read(text) {
      const [, digits, unit = ''] = pattern.exec(text) ?? []
      const value = Number(digits) * (units[unit] ?? 1)
      return value >= min && value <= max ? { value } : { wrong }
    },
    show: (value) => shown(measure, value),
    inFile: z.string().regex(pattern),
  }
}

/** In the largest unit that leaves a whole number. */
function shown({ units, bare }: Measure, value: number): string {
  const unit = Object.entries(units).find(([, size]) => value > 0 && value % size === 0)
  if (unit === undefined) return bare ? `${value}` : `${value}s`
  const [name, size] = unit
  return size === 1 && bare ? `${value}` : `${value / size}${name}`
}

export const NONE = 'none'

/** Or no bound at all, which is `null`. */
export function orNone<T>(kind: Kind<T>): Kind<T | null> {
  return {
    form: `${kind.form}|${NONE}`,
    read(text) {
      if (text === NONE) return { value: null }
      const reading = kind.read(text)
      return 'wrong' in reading ? { wrong: `${reading.wrong}, or ${NONE}` } : reading
    },
    show: (value) => (value === null ? NONE : kind.show(value)),
    inFile: z.union([z.literal(NONE), kind.inFile]),
  }
}

export function oneOf<const T extends string>(names: readonly T[]): Kind<T> {
  return {
    form: names.join('|'),
    read(text) {
      const value = names.find((name) => name === text)
      return value === undefined ? { wrong: `write one of ${names.join(', ')}` } : { value }
    },
    show: (value) => value,
    inFile: z.enum(names),
  }
}

const SWITCH: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  false: false,
  '0': false,
}

/** On if it is named, and on or off where a value is given. */
export const toggle: Kind<boolean> = {
  form: '',
  read(text) {
    const value = Object.hasOwn(SWITCH, text) ? SWITCH[text] : undefined
    return value === undefined ? { wrong: 'write true or false' } : { value }
  },
  show: (value) => `${value}`,
  inFile: z.boolean(),
}

/** A text with a reader of its own. */
export const textKind = <T>(
  form: string,
  read: (text: string) => Reading<T>,
  show: (value: T) => string,
): Kind<T> => ({ form, read, show, inFile: z.string() })

/** A text that `parse` reads, which throws a `refusal` that says what to write instead. */
export const parsedKind = <T>(
  form: string,
  parse: (text: string) => T,
  refusal: new () => Error,
  show: (value: T) => string,
): Kind<T> => textKind(form, (text) => attempt(() => parse(text), refusal), show)

function attempt<T>(parse: () => T, refusal: new () => Error): Reading<T> {
  try {
    return { value: parse() }
  } catch (error) {
    if (!(error instanceof refusal)) throw error
    return { wrong: error.message.replace(/\.$/, '') }
  }
}
