/** The file of a recording: read, written, reduced; and packets for other programs. */

export { type PacketRow, packetsToCsv, packetsToJson } from './export-packets.js'
export { decodeRecording } from './format/decode-recording.js'
export { encodeRecording } from './format/encode-recording.js'
export {
  RecordingError,
  type RecordingErrorCode,
  type RecordingPlace,
} from './format/recording-error.js'
export { recordingSchema } from './format/recording-schema.js'
export { sha256Hex } from './format/sha256-hex.js'
export { MAX_FILE_LEN } from './format/size-limit.js'
export { keepLevel } from './level.js'
