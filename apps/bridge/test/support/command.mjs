/** The built command with another demo node: command.mjs DEMO_SCRIPT [options]. */
const { runCommand } = await import(new URL('../../dist/command.js', import.meta.url).href)
const [demo, ...args] = process.argv.slice(2)
await runCommand(args, { demo })
