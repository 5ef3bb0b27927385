// @ts-check
/** Imported first by every script, and written so that an old Node can still read it. */

const NEEDED = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const [neededMajor = 0, neededMinor = 0] = NEEDED
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `v2scope needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
