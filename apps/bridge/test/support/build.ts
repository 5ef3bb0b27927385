import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

/** Brings `apps/bridge/dist` up to date, and returns the path of its main module. */
export function buildBridge(): string {
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-b', at('apps/bridge')])
  return at('apps/bridge/dist/main.js')
}
