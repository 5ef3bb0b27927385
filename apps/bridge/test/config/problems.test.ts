import { describe, expect, it } from 'vitest'
import { configFile, configured, problemsOf } from './configured.js'

describe('a wrong command line', () => {
  it.each([
    [['--prot', '1'], '--prot is no option; did you mean --port?'],
    [['--max-connections', '1'], '--max-connections is no option; did you mean --connections?'],
    [['--connections-per-adress', '1'], 'did you mean --connections-per-address?'],
    [['--no-lisen'], 'did you mean --no-listen?'],
    [['--no-listen=1'], '--no-listen takes no value'],
    [['--xyzzy'], '--xyzzy is no option; --help lists the options.'],
    [['-p'], '-p is no option'],
    [['extra'], '"extra" is no option'],
    [['--port'], '--port needs a value: write --port N.'],
    [['--port', '--verbose'], '--port needs a value: write --port N.'],
    [['--port', '65536'], '--port 65536: write a number from 0 to 65535.'],
    [['--port', 'x'], '0 to 65535'],
    [['--port='], '0 to 65535'],
    [['--host', 'a b'], '127.0.0.1'],
    [['--profile', 'public'], 'write one of local, workshop, hosted'],
    [['--verbose=maybe'], 'write true or false'],
    [['--listen', '127.0.0.1'], 'write HOST:PORT, such as 127.0.0.1:0, or none'],
    [['--origin', 'scope.example'], 'write one such as https://scope.example'],
    [['--origin', 'https://scope.example/page'], 'is no origin'],
    [['--trust-proxy', 'proxy.example'], 'write one such as 127.0.0.1 or 10.0.0.0/8'],
    [['--trust-proxy', '0.0.0.0/0'], "is no proxy's address"],
    [['--allow', 'fd00::/8'], 'in brackets'],
    [['--allow', '10.0.0.0/8:x'], 'numbers from 1 to 65535'],
    [['--node', 'mine'], 'mine=127.0.0.1:8333'],
    [['--node', '=127.0.0.1:1'], 'before the "="'],
    [['--node', 'a b=127.0.0.1:1'], 'letters'],
    [['--node', `${'a'.repeat(65)}=127.0.0.1:1`], '64'],
    [['--node', 'a=127.0.0.1'], '127.0.0.1:8333'],
    [['--node', 'a=127.0.0.1:0'], 'HOST:PORT'],
    [['--node', 'a=127.0.0.1:65536'], 'HOST:PORT'],
    [['--node', 'a=::1:8333'], '[::1]:18444'],
    [['--node', 'a=127.0.0.1:1/main'], 'mainnet, testnet3'],
    [['--node', 'a=h:1', '--node', 'a=h:2'], 'given twice'],
    [['--node', 'demo=h:1'], '--no-demo'],
    [['--node', 'inbound=h:1'], 'means something else'],
    [['--connections', '0'], 'from 1 to'],
    [['--connections-per-address', '0'], 'or none'],
    [['--frame-size', '32KiB'], 'from 64KiB to'],
    [['--drain', '41s'], 'from 0s to 40s'],
    [['--lifetime', '600h'], 'to 480h, or none'],
    [['--idle-timeout', 'none'], 'a time with its unit'],
    [['--config', '/nowhere/bridge.json'], 'there is no such file'],
    [['--config', '/'], 'cannot be read (EISDIR)'],
  ])('%j is named, with what to write instead', (args, hint) => {
    expect(problemsOf(args)).toEqual([expect.stringContaining(hint)])
  })

  it('without a demo node has its name to give', () => {
    expect(configured(['--no-demo', '--node', 'demo=h:1']).settings.targets).toHaveLength(1)
  })
})

describe('a wrong variable', () => {
  it.each([
    ['V2SCOPE_PROT', '1', 'is no option; did you mean V2SCOPE_PORT?'],
    ['V2SCOPE_CONECTIONS_PER_ADDRESS', '1', 'did you mean V2SCOPE_CONNECTIONS_PER_ADDRESS?'],
    ['V2SCOPE_CHECK_CONFIG', 'true', 'is no option'],
    ['V2SCOPE_NODE', 'a=h:1 b', 'V2SCOPE_NODE=b: that is not NAME=HOST:PORT'],
    ['V2SCOPE_CONFIG', '/nowhere/bridge.json', 'V2SCOPE_CONFIG /nowhere/bridge.json: there is no'],
  ])('%s=%s is named, with what to write instead', (variable, text, hint) => {
    expect(problemsOf([], { [variable]: text })).toEqual([expect.stringContaining(hint)])
  })

  it('is none of ours if it has another beginning, or is one of the scripts', () => {
    expect(problemsOf([], { PORT: 'x', V2SCOPE_BRIDGE_PORT: '1', V2SCOPE_CHROMIUM: 'x' })).toEqual(
      [],
    )
  })
})

describe('a wrong file', () => {
  it.each([
    ['', '1:1: this is not JSON: a value is missing here.'],
    ['{', '1:2: this is not JSON: a "}" is missing here.'],
    ['{\n  "port": 1,\n}', '3:1: this is not JSON: a key in double quotes is missing here.'],
    ['{\n  "port" 1\n}', '2:10: this is not JSON: a colon is missing here.'],
    ['{"port": 1 "host": "h"}', '1:12: this is not JSON: a comma is missing here.'],
    ['{\n  // ours\n}', '2:3: this is not JSON: it has no comments.'],
    ['{"port": 0x10}', '1:11: this is not JSON: what stands here is not of its form.'],
    ['[]', '1:1: write an object: { "port": 8324 }.'],
    ['{\n  "conections": 5\n}', '2:3: "conections" is no option; did you mean connections?'],
    ['{"frame-size": 65536}', '1:2: "frame-size" is no option; did you mean frameSize?'],
    ['{"framesize": 65536}', 'did you mean frameSize?'],
    ['{"config": "other.json"}', '"config" is no option'],
    ['{"port": 1, "port": 2}', '1:13: "port" is given twice; leave one out.'],
    ['{"port": "x"}', '1:10: "port": "x": write a number from 0 to 65535.'],
    ['{"port": "8324"}', '"port": "8324": write it without quotes.'],
    ['{"port": 70000}', '"port": 70000: write a number from 0 to 65535.'],
    ['{"port": 1.5}', '"port": 1.5: write a number from 0 to 65535.'],
    ['{"host": 5}', '"host": 5: write it in quotes.'],
    ['{"noDemo": "true"}', '"noDemo": "true": write it without quotes.'],
    ['{"noDemo": "yes"}', '"noDemo": "yes": write true or false.'],
    ['{"lifetime": null}', '"lifetime": null: write a time with its unit'],
    ['{"lifetime": 5000}', '"lifetime": 5000: write a time with its unit'],
    ['{"frameSize": "1KiB"}', '"frameSize": "1KiB": write a size'],
    ['{"node": "a=h:1"}', '"node": "a=h:1": write a list, in brackets.'],
    ['{"node": [\n"a=h:1",\n5]}', '3:1: "node": 5: that is not NAME=HOST:PORT'],
    ['{"node": [\n"a=h:1",\n"b"]}', '3:1: "node": "b": that is not NAME=HOST:PORT'],
    ['{"profile": {"name": "hosted"}}', '"profile": {"name":"hosted"}: write one of local'],
  ])('%j: the place, and what to write instead', (text, hint) => {
    const path = configFile(text)
    const [problem, ...others] = problemsOf(['--config', path])
    expect(others).toEqual([])
    expect(problem?.startsWith(`${path}:`)).toBe(true)
    expect(problem).toContain(hint)
  })

  it('may have a byte order mark, and a schema for editors', () => {
    const path = configFile('\uFEFF{"$schema": "bridge.schema.json", "port": 1}')
    expect(configured(['--config', path]).settings.port).toBe(1)
  })
})

it('all that is wrong is said at once', () => {
  const path = configFile('{"prot": 1, "host": 5, "node": ["a"], "drain": "1h"}')
  const args = ['--config', path, '--port', 'x', '--verbos', '--node', 'b']
  expect(problemsOf(args, { V2SCOPE_HOST: 'a b', V2SCOPE_X: '1' })).toHaveLength(9)
})
