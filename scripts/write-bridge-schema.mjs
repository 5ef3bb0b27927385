// @ts-check
/** Writes the JSON Schema of the bridge's options anew, from their declaration in apps/bridge. */
import './lib/node-version.mjs'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { TSC } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { Failure, runNode, runScript, say } from './lib/run.mjs'

const PROGRAM = 'apps/bridge'
const SCHEMA = inRoot(PROGRAM, 'schema/bridge.schema.json')
const DECLARATION = inRoot(PROGRAM, 'dist/config/file-schema.js')
const BIOME = inRoot('node_modules/@biomejs/biome/bin/biome')

await runScript(async () => {
  await ensureInstalled()
  if ((await runNode(TSC, ['-b', PROGRAM])) !== 0)
    throw new Failure('the build failed; the reason is above.')
  const { bridgeFileSchema } = await import(pathToFileURL(DECLARATION).href)
  writeFileSync(SCHEMA, bridgeFileSchema())
  say(`wrote ${SCHEMA}`)
  return runNode(BIOME, ['format', '--write', SCHEMA])
})
