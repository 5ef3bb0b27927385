import { describe, expect, it } from 'vitest'
import { configured } from './configured.js'

describe('what was probably not meant', () => {
  it.each([
    [['--host', '0.0.0.0'], /^0\.0\.0\.0 .*Anyone.*--profile workshop or --profile hosted\.$/],
    [
      ['--host', '0.0.0.0', '--profile', 'hosted', '--allow', 'h', '--allow-public'],
      /Anyone .* the named targets and the addresses of --allow and public nodes, in your name\.$/,
    ],
    [
      ['--profile', 'hosted', '--origin', 'https://a.example'],
      /count as one address.*--trust-proxy/,
    ],
    [['--no-demo', '--no-listen'], /nothing to dial.*--node.*--no-demo/],
    [['--connections-per-address', '2000'], /--connections 1024 comes first/],
    [['--connections-per-ticket', '5'], /without --ticket-key there are no tickets/],
    [['--first-byte-timeout', '1h'], /--idle-timeout 30m comes first/],
    [['--lifetime', '1h', '--idle-timeout', '2h'], /--idle-timeout 2h is never met/],
  ])('%j is a warning', (args, warning) => {
    expect(configured(args).warnings).toEqual([expect.stringMatching(warning)])
  })

  it.each([
    [[]],
    [['--profile', 'hosted']],
    [['--no-demo', '--node', 'a=h:1', '--no-listen']],
    [['--no-demo']],
    [['--no-demo', '--no-listen', '--allow-public']],
    [['--profile', 'hosted', '--origin', 'https://a.example', '--trust-proxy', '127.0.0.1']],
    [['--origin', 'https://a.example']],
    // What a profile bounds beyond that is not the operator's doing.
    [['--profile', 'workshop', '--connections', '100']],
    [['--lifetime', '10m']],
    [['--connections-per-ticket', 'none']],
  ])('%j is none', (args) => {
    expect(configured(args).warnings).toEqual([])
  })
})
