/** Words of the page in English: recordings, saved and opened. */

import type { RecordingLevel } from '@v2scope/recording'
import type { NotMade, NotOpened } from '../../session/file-problem.js'
import { count, plural, size } from '../../ui/parts/format.js'
import type { DropProblem } from '../../ui/recording/dropped-file.js'
import type { ShippedName } from '../../ui/recording/shipped.js'

const levelNames: Record<RecordingLevel, string> = {
  wire: 'The wire',
  decrypted: 'The wire and what was decrypted',
  secrets: 'Everything, with secrets',
}

const levelsSaid: Record<RecordingLevel, string> = {
  wire: 'What anybody on the path sees, the two keys and bytes that cannot be read, and how far the session came.',
  decrypted: 'Every packet with its contents, but no key that could open or forge one.',
  secrets:
    'The private key and all that follows from it too, so that every value can be computed again.',
}

const levelsShort: Record<RecordingLevel, string> = {
  wire: 'the wire alone',
  decrypted: 'wire and decrypted',
  secrets: 'with secrets',
}

const shipped: Record<ShippedName, string> = {
  plain: 'A plain session',
  rekeys: 'Across rekeys, with decoys',
  failure: 'One that fails',
}

const dropped = (problem: DropProblem): string => {
  switch (problem.code) {
    case 'SEVERAL':
      return `${count(problem.files)} files were dropped. A session is shown one at a time: drop one of them.`
    case 'FOLDER':
      return 'That is a folder. Drop the file of a recording itself: it ends in .v2scope.json.'
    case 'NOTHING':
      return 'There is no file in what was dropped. Save it to a file first, then drop that.'
  }
}

export const recording = {
  close: 'close',
  open: 'Open…',
  openLong: 'open a recording from a file',
  openOrDrop: 'open a recording; or drop its file anywhere on the page',
  drop: {
    here: 'Drop the recording to open it',
    kept: 'What is shown now stays, as the last session.',
    problem: dropped,
  },
  opening: {
    reading: (name: string) => `reading ${name}…`,
    refused: (name: string) => `${name} could not be opened`,
    notOpened: 'Nothing was opened',
    stays: 'The session on show goes on.',
    // in English it is said where it is found
    problem: ({ message }: NotOpened) => message,
  },
  newSession: 'Start a session',
  line: {
    live: (peer: string) => `Recorded · session with ${peer}`,
    demo: 'Recorded · session with the demo node',
    inbound: 'Recorded · session with a node that dialled',
    simulated: 'Recorded · simulated session',
    madeBy: (application: string) => `kept by ${application}`,
    utc: (date: string, time: string) => `${date} ${time} UTC`,
    levels: levelsShort,
  },
  shipped,
  save: {
    button: 'Save…',
    long: 'save this session to a file',
    nothing: 'nothing to save yet',
    session: 'Save this session',
    recording: 'Save this recording again',
    save: 'Save',
    saveAgain: 'Save again',
    done: 'Done',
    making: 'making the file…',
    made: (name: string) => `Saved as ${name}`,
    size: (bytes: number) => size(bytes),
    failed: 'No file was made',
    // in English it is said where it is found
    problem: ({ message }: NotMade) => message,
  },
  levels: {
    legend: 'What is kept',
    names: levelNames,
    said: levelsSaid,
    clear: 'This session is not encrypted: what anybody on the path sees is everything.',
    missing: 'Not in this recording: what was left out cannot be put back.',
    warning:
      'Whoever has this file can read the whole session and, while it lasts, take it over in your name. Only give it to those who may.',
  },
  inFile: {
    title: 'In the file',
    events: (n: number) => plural(n, 'event'),
    onWire: (n: number, bytes: number) => `${plural(n, 'event')} on the wire, ${size(bytes)}`,
    about: (bytes: number) => ` · about ${size(bytes)} as a file`,
    dropped: (bytes: number) => `${size(bytes)} of payload had been dropped, and are missing`,
    all: 'All 60 s of the seed’s story, and not only what has been shown so far',
    noSeed: 'Not the seed: every key comes from it, so it is a secret too',
    link: 'The link alone makes this session again, to the last byte.',
    copy: 'the link',
  },
}
