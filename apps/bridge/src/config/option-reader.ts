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
    const setting = this.#highest(option).at(-1) ?? { value: fallback, from, isGiven: false }
    this.#noteAll(option, [setting])
    return setting
  }

  /** The last that the highest source has given; `null` where none has. */
  ifGiven<T>(option: Option<T>): T | null {
    return this.#noteAll(option, this.#highest(option).slice(-1)).at(0) ?? null
  }

  /** All that the highest source has given. */
  all<T>(option: Option<T>): readonly T[] {
    return this.#noteAll(option, this.#highest(option))
  }

  #highest<T>(option: Option<T>): readonly Setting<T>[] {
    return this.#read(option).find((each) => each.length > 0) ?? []
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

  #noteAll<T>({ flag, kind }: Option<T>, settings: readonly Setting<T>[]): readonly T[] {
    const rows = settings.map(({ value, from }) => ({ flag, shown: kind.show(value), from }))
    this.rows.push(...(rows.length > 0 ? rows : [{ flag, shown: '-', from: 'default' }]))
    return settings.map(({ value }) => value)
  }
}
