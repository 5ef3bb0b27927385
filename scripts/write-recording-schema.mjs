// @ts-check
/** Writes the JSON Schema of the recording's file anew, from its declaration in packages/recording. */
import './lib/node-version.mjs'
import { writeFileSync } from 'node:fs'
import { TSC } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { Failure, runNode, runScript, say } from './lib/run.mjs'

const PACKAGE = 'packages/recording'
const SCHEMA = inRoot(PACKAGE, 'schema/recording-1.schema.json')
const BIOME = inRoot('node_modules/@biomejs/biome/bin/biome')

await runScript(async () => {
  await ensureInstalled()
  if ((await runNode(TSC, ['-b', PACKAGE])) !== 0)
    throw new Failure('the build failed; the reason is above.')
  const { recordingSchema } = await import('@v2scope/recording/file')
  writeFileSync(SCHEMA, recordingSchema())
  say(`wrote ${SCHEMA}`)
  return runNode(BIOME, ['format', '--write', SCHEMA])
})
