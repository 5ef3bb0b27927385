import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { bridgeFileSchema } from '../../src/config/file-schema.js'

const published = readFileSync(new URL('../../schema/bridge.schema.json', import.meta.url), 'utf8')

describe("the published schema of the bridge's file", () => {
  it('is current; if not: node scripts/write-bridge-schema.mjs', () => {
    expect(JSON.parse(published)).toEqual(JSON.parse(bridgeFileSchema()))
  })

  const accepts = new Ajv2020({ strict: true }).compile(JSON.parse(published))

  it.each([
    [{}, true],
    [{ $schema: 'x', profile: 'hosted', port: 0, node: ['a=h:1'], noDemo: true }, true],
    [{ frameSize: 65536, bytesInAll: '100MB', lifetime: '2h', listen: 'none' }, true],
    [{ lifetime: 'none', connectionsPerAddress: 'none' }, true],
    [{ prot: 1 }, false],
    [{ profile: 'public' }, false],
    [{ port: '1' }, false],
    [{ lifetime: 5000 }, false],
    [{ idleTimeout: 'none' }, false],
    [{ node: 'a=h:1' }, false],
  ])('%j: %s', (file, isGood) => {
    expect(accepts(file)).toBe(isGood)
  })
})
