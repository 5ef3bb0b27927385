/** Moves the cursor over a session: step by step, at once, or at a pace. */

import { handshakeLength } from './handshake.js'
import type { SessionView } from './session-view.js'
import { type Step, type Steps, stepsOf } from './steps.js'
import { type SessionStoreState, viewedSession } from './store.js'
import type { StoreContext } from './store-context.js'
import { viewAt } from './view-at.js'

/** What moves the cursor by itself: nothing, the handshake that plays on opening, or the reader's wish. */
export type Run = 'no' | 'opening' | 'running'

export interface Stepping {
  readonly run: Run
  readonly speed: Speed
}

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 16] as const
export type Speed = (typeof SPEEDS)[number]

export interface SteppingActions {
  /** To the next step; behind the last one follows what happens. */
  step(): void
  back(): void
  /** Before the first step. */
  toStart(): void
  /** To the end, where it follows what happens. */
  toEnd(): void
  /** @param position so many steps taken, 0 to all */
  seek(position: number): void
  /** Goes on by itself to the end; from the start, where it is at the end. */
  run(): void
  /** Stays where it is, whatever happens. */
  pause(): void
  setSpeed(speed: Speed): void
}

/** Running, between two steps, in ms at speed 1: as it was, but neither too fast to see nor a wait. */
export const LEAST_GAP_MS = 150
export const MOST_GAP_MS = 1000

/** The opening takes no longer in all, however many steps its handshake has. */
const OPENING_STEP_MS = 140
const OPENING_TOTAL_MS = 1500
/** As often as a screen shows; what is due by then comes at once. */
const FRAME_MS = 16

export class Stepper {
  readonly actions: SteppingActions
  readonly #context: StoreContext
  /** That which runs. */
  #session = -1
  /** The last session whose opening has begun. */
  #opened = -1
  /** Steps of the opening that have been shown. */
  #shown = 0
  #cancel: (() => void) | undefined
  /** What changes is the cursor. */
  #isMoving = false

  constructor(context: StoreContext) {
    this.#context = context
    this.actions = {
      step: () => this.#by(1),
      back: () => this.#by(-1),
      toStart: () => this.#goTo(0),
      toEnd: () => this.follow(),
      seek: (position) => this.#goTo(position),
      run: () => this.#run(),
      pause: () => this.#pause(),
      setSpeed: (speed) =>
        context.store.setState(({ stepping }) => ({ stepping: { ...stepping, speed } })),
    }
    context.store.subscribe((state, before) => {
      if (state.current !== before.current || state.viewed !== before.viewed) this.#look(state)
    })
  }

  /** What the reader asks for is not kept waiting: the cursor goes to where it is shown. */
  reveal(session: SessionView, seq: number | undefined): void {
    if (seq === undefined) return
    if (this.#runs === 'opening') this.#endOpening()
    else if (session.cursor !== undefined && viewAt(session).items.indexOfSeq(seq) < 0) {
      this.#set('no')
      this.#place(session, stepsOf(session).position(seq), false)
    }
  }

  /** To the end, where what happens is seen. */
  follow(): void {
    this.#goTo(Number.POSITIVE_INFINITY, false)
  }

  get #runs(): Run {
    return this.#context.store.getState().stepping.run
  }

  #set(run: Run): void {
    this.#cancel?.()
    this.#cancel = undefined
    if (this.#runs === run) return
    this.#context.store.setState(({ stepping }) => ({ stepping: { ...stepping, run } }))
  }

  #by(steps: 1 | -1): void {
    const session = viewedSession(this.#context.store.getState())
    if (session) this.#goTo(stepsOf(session).position(session.cursor) + steps)
  }

  #goTo(position: number, selects = true): void {
    this.#set('no')
    const session = viewedSession(this.#context.store.getState())
    if (session) this.#place(session, position, selects)
  }

  /** @param selects whether what the step is about is selected */
  #place(session: SessionView, position: number, selects: boolean): void {
    const steps = stepsOf(session)
    const cursor =
      position >= steps.length ? undefined : position <= 0 ? -1 : steps.at(position - 1)?.seq
    this.#move(session.id, cursor)
    if (selects) this.#select(session, steps, Math.min(position, steps.length))
  }

  /** What went over the wire last, and what was computed from it. */
  #select(session: SessionView, steps: Steps, position: number): void {
    const item = itemAt(steps, position)
    if (!item) return
    this.#context.wanted = undefined
    this.#context.select(session, item.seq)
    const keyNode = keyNodeOf(steps.at(position - 1))
    this.#context.update(session.id, () => ({ link: { selected: item.seq, keyNode } }))
  }

  #run(): void {
    const session = viewedSession(this.#context.store.getState())
    if (!session) return
    const { length } = stepsOf(session)
    if (session.cursor === undefined) this.#place(session, 0, false)
    if (length === 0) return
    this.#session = session.id
    this.#set('running')
    this.#goOn()
  }

  #pause(): void {
    this.#set('no')
    const session = viewedSession(this.#context.store.getState())
    if (!session || session.cursor !== undefined) return
    const steps = stepsOf(session)
    this.#move(session.id, steps.at(steps.length - 1)?.seq ?? -1)
  }

  /** Another session may be on show, or something has come that was waited for. */
  #look(state: SessionStoreState): void {
    if (this.#isMoving) return
    const { current } = state
    if (current && current.id > this.#opened) {
      this.#opened = current.id
      this.#endOpening()
      if (this.#context.options.plays?.()) this.#open(current)
      return
    }
    if (this.#runs === 'no') return
    if (viewedSession(state)?.id !== this.#session) this.#leave()
    else if (this.#cancel === undefined) this.#goOn()
  }

  #open({ id }: SessionView): void {
    this.#session = id
    this.#shown = 0
    this.#set('opening')
  }

  /** The reader looks at another session. */
  #leave(): void {
    this.#endOpening()
    this.#set('no')
  }

  #endOpening(): void {
    if (this.#runs !== 'opening') return
    this.#set('no')
    this.#move(this.#session, undefined)
  }

  #move(session: number, cursor: number | undefined): void {
    this.#isMoving = true
    this.#context.update(session, () => ({ cursor }))
    this.#isMoving = false
  }

  /** Sets the timer for what comes next; where nothing does yet, what comes sets it. */
  #goOn(): void {
    const session = viewedSession(this.#context.store.getState())
    if (!session) return
    const steps = stepsOf(session)
    if (this.#runs === 'opening') this.#goOnOpening(session, steps)
    else this.#goOnRunning(steps, steps.position(session.cursor))
  }

  #goOnOpening(session: SessionView, steps: Steps): void {
    const length = stepsOfHandshake(session, steps)
    const { transport, state } = session.status
    const isOver = transport !== 'detecting' || state === 'failed' || state === 'closed'
    const isWanted = this.#context.wanted?.session === session.id
    if (isWanted || (isOver && this.#shown >= length)) {
      this.#endOpening()
      return
    }
    this.#showOpening(session)
    if (this.#shown >= steps.length) return
    const pace = Math.min(OPENING_STEP_MS, OPENING_TOTAL_MS / Math.max(length, 1))
    const due = Math.max(Math.ceil(FRAME_MS / pace), 1)
    this.#after(Math.max(pace, FRAME_MS), (now) => {
      this.#shown = Math.min(this.#shown + due, stepsOf(now).length)
      this.#showOpening(now)
    })
  }

  /** Where all that there is has been shown, it is shown as it stands: something may be coming in. */
  #showOpening(session: SessionView): void {
    const { length, at } = stepsOf(session)
    const cursor = this.#shown >= length ? undefined : (at(this.#shown - 1)?.seq ?? -1)
    if (cursor !== session.cursor) this.#move(session.id, cursor)
  }

  #goOnRunning(steps: Steps, position: number): void {
    if (position >= steps.length) {
      this.#set('no')
      return
    }
    const { speed } = this.#context.store.getState().stepping
    const gap = timeAt(steps, position) - timeAt(steps, position - 1)
    this.#after(Math.min(Math.max(gap, LEAST_GAP_MS), MOST_GAP_MS) / speed, (now) => {
      this.#place(now, position + 1, true)
      if (viewedSession(this.#context.store.getState())?.cursor === undefined) this.#set('no')
    })
  }

  #after(ms: number, move: (session: SessionView) => void): void {
    this.#cancel?.()
    this.#cancel = this.#context.options.environment.after(ms, () => {
      const now = viewedSession(this.#context.store.getState())
      if (now?.id === this.#session) move(now)
      this.#cancel = undefined
      if (this.#runs !== 'no') this.#goOn()
    })
  }
}

/** What went over the wire last, where the cursor is. */
function itemAt(steps: Steps, position: number) {
  for (let i = position - 1; i >= 0; i--) {
    const step = steps.at(i)
    if (step?.type === 'item') return step.item
  }
  return undefined
}

/** The id of the value in the key schedule that a computation comes to. */
function keyNodeOf(step: Step | undefined): string | undefined {
  if (step?.type !== 'computation') return undefined
  switch (step.computation.what) {
    case 'ecdh':
      return 'shared_secret'
    case 'keys':
      return 'prk'
    case 'rekey': {
      const { of, cipher, epoch } = step.computation.rekey
      return `${of}.${cipher}.${epoch}`
    }
  }
}

/** A computation happens with what came in before it. */
const timeAt = (steps: Steps, index: number): number => itemAt(steps, index + 1)?.time ?? 0

const stepsOfHandshake = ({ items }: SessionView, steps: Steps): number =>
  steps.position(items.at(handshakeLength(items) - 1)?.seq ?? -1)
