/** Keeps less of a session than there is. */

import { wireEvents, wireStanding } from './level-wire.js'
import { RECORDING_LEVELS, type Recording, type RecordingLevel } from './recording.js'
import { redact } from './redact.js'
import type { SessionSettings } from './session-settings.js'

/**
 * The recording at a level: see `RecordingLevel`. Where it holds less already, it is as it was, and
 * says so in its `level`. A seed is a secret: every key comes from it.
 */
export function keepLevel(recording: Recording, level: RecordingLevel): Recording {
  const isLess = RECORDING_LEVELS.indexOf(level) < RECORDING_LEVELS.indexOf(recording.level)
  if (!isLess) return recording
  return level === 'wire' ? keepWire(recording) : keepDecrypted(recording)
}

function keepDecrypted(recording: Recording): Recording {
  return {
    ...recording,
    level: 'decrypted',
    settings: withoutSeed(recording.settings),
    events: recording.events.map(redact),
  }
}

function keepWire({ view, ...recording }: Recording): Recording {
  const { events, renumbered } = wireEvents(recording.events)
  return {
    ...recording,
    level: 'wire',
    time: Math.floor(recording.time),
    // how long the garbage is, and what is a decoy, is not to be seen
    settings: { ...withoutSeed(recording.settings), garbage: undefined, decoys: 0 },
    events,
    standing: wireStanding(recording.standing, renumbered),
  }
}

function withoutSeed({ seed, ...settings }: SessionSettings): SessionSettings {
  return settings
}
