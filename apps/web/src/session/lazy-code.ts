/** Code of the worker that is fetched when it is first needed. */

export type SimulationCode = typeof import('./simulated-driver.js')
export type FastCode = typeof import('@v2scope/bip324/fast')
export type LabCode = typeof import('@v2scope/lab')
export type FileCode = typeof import('@v2scope/recording/file')

export type DetailsCode = typeof import('./item-details.js')
export type FinderCode = typeof import('./finder.js')
export type StudiesCode = typeof import('./study-runner.js')
export type EavesdropperCode = typeof import('./eavesdropper.js')
export type InboundCode = typeof import('./inbound.js')
export type SessionFilesCode = typeof import('./session-files.js')
export type ProbeCode = typeof import('./relay-probe.js')

/** Each answers at once where its code is there already. */
export interface LazyCode {
  readonly simulation: () => SimulationCode | Promise<SimulationCode>
  readonly fast: () => FastCode | Promise<FastCode>
  readonly lab: () => LabCode | Promise<LabCode>
  readonly file: () => FileCode | Promise<FileCode>
  readonly details: () => DetailsCode | Promise<DetailsCode>
  readonly finder: () => FinderCode | Promise<FinderCode>
  readonly studies: () => StudiesCode | Promise<StudiesCode>
  readonly eavesdropper: () => EavesdropperCode | Promise<EavesdropperCode>
  readonly inbound: () => InboundCode | Promise<InboundCode>
  readonly sessionFiles: () => SessionFilesCode | Promise<SessionFilesCode>
  readonly probe: () => ProbeCode | Promise<ProbeCode>
}

export const lazyCode: LazyCode = {
  simulation: () => import('./simulated-driver.js'),
  fast: () => import('@v2scope/bip324/fast'),
  lab: () => import('@v2scope/lab'),
  file: () => import('@v2scope/recording/file'),
  details: () => import('./item-details.js'),
  finder: () => import('./finder.js'),
  studies: () => import('./study-runner.js'),
  eavesdropper: () => import('./eavesdropper.js'),
  inbound: () => import('./inbound.js'),
  sessionFiles: () => import('./session-files.js'),
  probe: () => import('./relay-probe.js'),
}
