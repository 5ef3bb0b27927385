/** The published JSON Schema of the file (draft 2020-12), made from its declaration. */

import * as z from 'zod'
import { recordingInFile, VERSION } from './recording-format.js'

/** As it is published: JSON, two spaces a level. */
export function recordingSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(recordingInFile, { io: 'input' })
  const head = {
    $schema,
    $id: `urn:v2scope:recording:${VERSION}`,
    title: 'v2scope recording',
    description:
      'A session of BIP324 kept as a file, .v2scope.json. Bytes are lower-case hex, times are in ms. FORMAT.md tells the rest.',
  }
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`
}
