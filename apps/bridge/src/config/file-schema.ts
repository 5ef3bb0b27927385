/** What a bridge's JSON file may hold, and its JSON Schema (draft 2020-12) for editors. */

import * as z from 'zod'
import { type AnyOption, keyOf } from './option.js'
import { SETTABLE } from './options.js'

const inFile = ({ kind, many, help }: AnyOption) =>
  (many ? z.array(kind.inFile) : kind.inFile).optional().describe(help)

export const bridgeFile = z.strictObject({
  $schema: z.string().optional().describe('of no meaning to the bridge; editors look here'),
  ...Object.fromEntries(SETTABLE.map((option) => [keyOf(option), inFile(option)])),
})

/** As it is published: JSON, two spaces a level. */
export function bridgeFileSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(bridgeFile, { io: 'input' })
  const head = {
    $schema,
    $id: 'urn:v2scope:bridge',
    title: "v2scope bridge's options",
    description:
      'The file of --config. Each key is a flag in camelCase; flags and the environment (V2SCOPE_…) go before it, the profile after it.',
  }
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`
}
