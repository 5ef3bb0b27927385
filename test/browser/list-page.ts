/** The list of packets in a page, whichever library drives it. */
import { expect } from 'vitest'

export interface DrawnRow {
  /** Of the packet in the session, from 0. */
  readonly place: number
  readonly text: string
  /** Px from the top of the rows' place. */
  readonly top: number
}

const PATIENCE = 40_000

/** What both libraries can do. */
export interface Driver {
  /** @param source an expression */
  readonly evaluate: <T>(source: string) => Promise<T>
  readonly press: (
    key: 'Home' | 'End' | 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown',
  ) => Promise<void>
  readonly close: () => Promise<void>
}

export class ListPage {
  readonly #driver: Driver

  constructor(driver: Driver) {
    this.#driver = driver
  }

  close(): Promise<void> {
    return this.#driver.close()
  }

  /** What a function of the page gives. */
  #ask<T, A = undefined>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    return this.#driver.evaluate<T>(`(${run})(${JSON.stringify(arg)})`)
  }

  rowCount(): Promise<number> {
    return this.#ask(
      () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1,
    )
  }

  async has(rows: number): Promise<void> {
    await expect.poll(() => this.rowCount(), { timeout: 2 * PATIENCE }).toBe(rows)
    await this.#drawn()
  }

  /** Rows that are whole in sight. */
  inSight(): Promise<DrawnRow[]> {
    return this.#ask(() => {
      const grid = document.querySelector('[role=grid]')
      const header = grid?.querySelector('[role=row]')
      if (!grid || !header) return []
      const from = header.getBoundingClientRect().bottom
      const to = grid.getBoundingClientRect().top + grid.clientHeight
      return [...grid.querySelectorAll('[data-testid="packet-row"]')].flatMap((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        if (top < from - 0.5 || bottom > to + 0.5) return []
        const place = Number(row.id.replace('packet-', ''))
        const mark = row.querySelector('b[title]')?.textContent ?? ''
        return [{ place, text: (row.textContent ?? '').slice(mark.length), top: top - from }]
      })
    })
  }

  /** One of the rows in sight, once the list has come to rest. @param i from 0 */
  async rowAtRest(i: number): Promise<DrawnRow> {
    let row: DrawnRow | undefined
    const isAtRest = async () => {
      const before = row
      row = (await this.inSight())[i]
      return row !== undefined && row.place === before?.place && row.top === before.top
    }
    await expect.poll(isAtRest, { timeout: PATIENCE }).toBe(true)
    if (!row) throw new Error('there are no rows')
    return row
  }

  texts(): Promise<string[]> {
    return this.#ask(() =>
      [...document.querySelectorAll('[data-testid="packet-row"]')].map(
        (row) => row.textContent ?? '',
      ),
    )
  }

  async topOf(place: number): Promise<number | undefined> {
    return (await this.inSight()).find((row) => row.place === place)?.top
  }

  selected(): Promise<number | undefined> {
    return this.#ask(() => {
      const row = document.querySelector('[role=grid] [aria-selected=true]')
      return row ? Number(row.id.replace('packet-', '')) : undefined
    })
  }

  async press(key: Parameters<Driver['press']>[0]) {
    await this.#ask(() => document.querySelector<HTMLElement>('[role=grid]')?.focus())
    await this.#driver.press(key)
    await this.#drawn()
  }

  /** The scrollbar, to a share of its way. */
  async drag(share: number): Promise<void> {
    await this.#ask((to) => {
      const grid = document.querySelector('[role=grid]')
      if (grid) grid.scrollTop = to * (grid.scrollHeight - grid.clientHeight)
    }, share)
    await this.#drawn()
  }

  async scrollBy(px: number): Promise<void> {
    await this.#ask((by) => {
      const grid = document.querySelector('[role=grid]')
      if (grid) grid.scrollTop += by
    }, px)
    await this.#drawn()
  }

  async filter(text: string): Promise<void> {
    await this.#ask((value) => {
      const field = document.querySelector<HTMLInputElement>('[data-testid="packet-filter"]')
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
      set?.call(field, value)
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    await this.#drawn()
  }

  async says(id: string, text: string): Promise<void> {
    const said = () =>
      this.#ask((testId) => {
        // the ladder has some of the same
        const pane = document.querySelector('[role=grid]')?.closest('section')
        return pane?.querySelector(`[data-testid="${testId}"]`)?.textContent
      }, id)
    await expect.poll(said, { timeout: PATIENCE }).toBe(text)
  }

  async click(id: string): Promise<void> {
    await this.#ask((testId) => {
      const pane = document.querySelector('[role=grid]')?.closest('section')
      const selector = `[data-testid="${testId}"]`
      const button = pane?.querySelector<HTMLElement>(selector)
      ;(button ?? document.querySelector<HTMLElement>(selector))?.click()
    }, id)
    await this.#drawn()
  }

  clickRow(place: number): Promise<void> {
    return this.#ask((at) => document.getElementById(`packet-${at}`)?.click(), place)
  }

  /** What was asked for has been drawn. */
  async #drawn(): Promise<void> {
    await this.#ask(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        ),
    )
  }
}
