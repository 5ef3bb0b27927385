import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Configuration, readConfiguration } from '../../src/config/configuration.js'

type Environment = Readonly<Record<string, string>>

/** What is in force; for a test that expects no problem. */
export function configured(args: readonly string[], env: Environment = {}): Configuration {
  const asked = readConfiguration(args, env)
  if ('configuration' in asked) return asked.configuration
  throw new Error(asked.kind === 'help' ? 'asked for help' : asked.problems.join('\n'))
}

export function problemsOf(args: readonly string[], env: Environment = {}): readonly string[] {
  const asked = readConfiguration(args, env)
  return asked.kind === 'unusable' ? asked.problems : []
}

/** The path of a file with this text, until the test ends. */
export function configFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'v2scope-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'bridge.json')
  writeFileSync(path, text)
  return path
}
