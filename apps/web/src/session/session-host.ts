/** The worker's logic: the present session, the one before it, and what the page asks of them. */

import { INBOUND, type Recording, SIMULATED } from '@v2scope/recording'
import type { FromWorker, ToWorker } from './contract.js'
import { coreFor } from './core-for.js'
import type { SessionEnvironment } from './environment.js'
import type { NotMade } from './file-problem.js'
import type { Finder } from './finder.js'
import { answerAsk } from './item-answers.js'
import type { InboundCode, LabCode, LazyCode, SessionFilesCode } from './lazy-code.js'
import type { ListeningPort } from './listening-port.js'
import type { ProbeResult } from './probe-result.js'
import { readRecording } from './read-recording.js'
import { RecordedDriver } from './recorded-driver.js'
import type { RelayProbe } from './relay-probe.js'
import { Session } from './session.js'
import { inbound, overRelay, type Shown, type Starting, simulated } from './shown-session.js'
import type { StudyRunner } from './study-runner.js'
import { whenThere } from './when-there.js'

type Ask<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>

export interface SessionHostOptions {
  readonly environment: SessionEnvironment
  readonly code: LazyCode
  readonly post: (message: FromWorker) => void
}

export class SessionHost {
  readonly #options: SessionHostOptions
  /** What has come while something was being waited for. */
  readonly #waiting: ToWorker[] = []
  #isWaiting = false
  #finder: Finder | undefined
  #probe: RelayProbe | undefined
  #studies: StudyRunner | undefined
  #current: Session | undefined
  #previous: Session | undefined
  /** Where nodes dial us: from one session with such a peer to the next. */
  #port: ListeningPort | undefined

  constructor(options: SessionHostOptions) {
    this.#options = options
  }

  /** Does one thing after the other, in the order of asking. */
  handle(message: ToWorker): void {
    this.#waiting.push(message)
    this.#goOn()
  }

  #goOn(): void {
    while (!this.#isWaiting) {
      const message = this.#waiting.shift()
      if (!message) return
      const done = this.#do(message)
      if (done) this.#waitFor(done)
    }
  }

  #waitFor(done: Promise<void>): void {
    this.#isWaiting = true
    const goOn = () => {
      this.#isWaiting = false
      this.#goOn()
    }
    done.then(goOn, (error: unknown) => {
      // thrown where the page hears of it: as a fault of its worker
      this.#options.environment.after(0, () => {
        throw error
      })
      goOn()
    })
  }

  #do(message: ToWorker): Promise<void> | undefined {
    const { post } = this.#options
    switch (message.type) {
      case 'start':
        return this.#start(message)
      case 'open':
        return this.#open(message)
      case 'save':
        return this.#make(message, (session, code) => code.saveSession(session, message))
      case 'export':
        return this.#make(message, (session, code) => code.exportPackets(session, message))
      case 'stop':
        // who waits no longer wants nobody to dial any more
        if (this.#port?.isAwaited) this.#port.close()
        this.#current?.stop()
        return undefined
      case 'detail':
      case 'held':
      case 'parts':
      case 'leaves':
        return whenThere(this.#options.code.details(), (code) =>
          post(answerAsk(message, this.#find(message.session), code)),
        )
      case 'key_event': {
        const { session, seq } = message
        const event = this.#find(session)?.event(seq)
        post({
          type: 'key_event',
          session,
          seq,
          event: event?.type === 'rekeyed' ? event : undefined,
        })
        return undefined
      }
      case 'find':
        return whenThere(this.#options.code.finder(), (code) => {
          this.#finder ??= new code.Finder(this.#options.environment, post)
          this.#finder.start(message, this.#find(message.session)?.events() ?? [])
        })
      case 'end_find':
        this.#finder?.stop()
        return undefined
      case 'eavesdrop':
        return whenThere(this.#options.code.eavesdropper(), (code) =>
          post(code.eavesdropped(message.session, this.#find(message.session))),
        )
      case 'study':
        return whenThere(this.#options.code.studies(), (code) => {
          this.#studies ??= new code.StudyRunner(this.#options.environment, post)
          this.#studies.start(message)
        })
      case 'end_study':
        this.#studies?.stop(message.study)
        return undefined
      case 'probe':
        return this.#startProbe(message)
      case 'lab':
        this.#current?.lab(message.command)
        return undefined
      case 'end_probe':
        this.#probe?.stop()
        return undefined
      default:
        this.#current?.run(message)
        return undefined
    }
  }

  #start(message: Ask<'start'>): Promise<void> | undefined {
    this.#current?.stop()
    const { code } = this.#options
    return whenThere(coreFor(message, code), (core) => {
      const starting = { ...message, core }
      if (!message.lab) return this.#startWith(starting, undefined)
      return whenThere(code.lab(), (lab) => this.#startWith(starting, lab))
    })
  }

  #startWith(message: Starting, lab: LabCode | undefined): Promise<void> | undefined {
    const { environment } = this.#options
    const { settings } = message
    if (settings.peer === INBOUND) {
      return whenThere(this.#options.code.inbound(), (code) =>
        this.#show(inbound(environment, this.#listen(message, code), message, code, lab)),
      )
    }
    this.#port?.close()
    if (settings.peer !== SIMULATED) {
      this.#show(overRelay(environment, message, lab))
      return undefined
    }
    return whenThere(this.#options.code.simulation(), (code) =>
      this.#show(simulated(environment, message, code, lab)),
    )
  }

  /** The port stays from one session to the next, so that a node can dial it again. */
  #listen(message: Ask<'start'>, { openPort }: InboundCode): ListeningPort {
    if (!this.#port || this.#port.isOver) {
      this.#port = openPort(this.#options.environment, message, () => this.#current?.poke())
    }
    return this.#port
  }

  async #open({ session, file, instead = false }: Ask<'open'>): Promise<void> {
    const { post, code } = this.#options
    const read = await readRecording(file, code)
    if ('problem' in read) {
      post({ type: 'not_opened', session, ...read.problem })
      return
    }
    this.#current?.stop()
    this.#port?.close()
    if (instead) this.#current = this.#previous
    const { recording } = read
    post({ type: 'opened', session, settings: recording.settings, facts: factsOf(recording) })
    this.#show({
      id: session,
      settings: recording.settings,
      drive: (handlers) =>
        new RecordedDriver({ recording, clock: this.#options.environment, ...handlers }),
      // its events are in memory in any case, and are all that there is of it
      logLimit: Number.POSITIVE_INFINITY,
    })
  }

  async #startProbe({ probe, relayUrl: url, ticket, magic }: Ask<'probe'>): Promise<void> {
    const { code, environment, post } = this.#options
    this.#probe?.stop()
    const answer = (result: ProbeResult) => post({ type: 'probed', probe, result })
    try {
      const { RelayProbe } = await code.probe()
      this.#probe = new RelayProbe(environment, { url, ticket }, magic, answer)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      answer({ kind: 'no way', code: 'UNEXPECTED', message: `It could not be asked: ${reason}` })
    }
  }

  async #make(
    message: Ask<'save'> | Ask<'export'>,
    make: (session: Session, code: SessionFilesCode) => FromWorker,
  ): Promise<void> {
    const { post, code } = this.#options
    const session = this.#find(message.session)
    if (!session) {
      post(notMade(message, { code: 'NOT_KEPT', message: 'This session is no longer kept.' }))
      return
    }
    try {
      post(make(session, await code.sessionFiles()))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const problem = { code: 'UNEXPECTED', reason } as const
      post(notMade(message, { ...problem, message: `The file could not be made: ${reason}` }))
    }
  }

  #show(options: Shown): void {
    const { code, environment, post } = this.#options
    this.#previous = this.#current
    const session = new Session({ ...options, environment, post })
    this.#current = session
    session.start()
    // to be there once something is selected; what fails here is told then
    void Promise.resolve(code.details()).then(
      // what is in memory in any case is kept as it is
      ({ PacketLog }) => options.logLimit ?? session.packInto(new PacketLog()),
      () => {},
    )
  }

  #find(session: number): Session | undefined {
    return [this.#current, this.#previous].find((candidate) => candidate?.id === session)
  }
}

const notMade = ({ session }: Ask<'save'> | Ask<'export'>, problem: NotMade): FromWorker => ({
  type: 'not_made',
  session,
  ...problem,
})

function factsOf({ level, origin, startedAt, application, view }: Recording) {
  return {
    level,
    origin,
    application,
    ...(startedAt !== undefined && { startedAt }),
    ...(view && { view }),
  }
}
