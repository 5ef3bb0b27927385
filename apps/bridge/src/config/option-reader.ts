import type { Given } from './given.js'
import type { Option } from './option.js'

/** A value and where it came from. */
export interface Setting<T> {
  readonly value: T
  /** As `--check-config` says it: `--port`, `V2SCOPE_PORT`, `bridge.json:3`, `default`. */
  readonly from: string
  /** Whether an operator has set it. */
  readonly isGiven: boolean
}

/** A line of `--check-config`. */
export interface Row {
  readonly flag: string
  readonly shown: string
  readonly from: string
}

/** Reads what the sources have given, each above the ones after it, and notes what it finds. */
export class OptionReader {
  readonly problems: string[] = []
  readonly rows: Row[] = []
  readonly #sources: readonly (readonly Given[])[]

  constructor(sources: readonly (readonly Given[])[]) {
    this.#sources = sources
  }

  /** The last that the highest source has given; else `fallback`, which came `from` elsewhere. */
  one<T>(option: Option<T>, fallback: T, from = 'default'): Setting<T> {
    const found = this.#read(option).map((settings) => settings.at(-1))
    const setting = found.find((each) => each !== undefined) ?? {
      value: fallback,
      from,
      isGiven: false,
    }
    this.#note(option, setting)
    return setting
  }

  /** All that the highest source has given. */
  all<T>(option: Option<T>): readonly T[] {
    const settings = this.#read(option).find((each) => each.length > 0) ?? []
    for (const setting of settings) this.#note(option, setting)
    if (settings.length === 0) this.rows.push({ flag: option.flag, shown: '-', from: 'default' })
    return settings.map(({ value }) => value)
  }

  /** What each source has given; what overrides a wrong value does not make it right. */
  #read<T>({ flag, kind }: Option<T>): Setting<T>[][] {
    return this.#sources.map((source) =>
      source
        .filter((given) => given.flag === flag)
        .flatMap(({ text, from, at }) => {
          const reading = kind.read(text)
          if ('value' in reading) return [{ value: reading.value, from, isGiven: true }]
          this.problems.push(`${at}: ${reading.wrong}.`)
          return []
        }),
    )
  }

  #note<T>({ flag, kind }: Option<T>, { value, from }: Setting<T>): void {
    this.rows.push({ flag, shown: kind.show(value), from })
  }
}
