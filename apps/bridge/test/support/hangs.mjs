/** A bridge that never comes to its end, and is given 300 ms for it. */
const { endOnSignals } = await import(new URL('../../dist/signals.js', import.meta.url).href)

const forever = () => new Promise(() => undefined)
endOnSignals({ drain: forever, close: forever }, 300)
setInterval(() => undefined, 1000)
console.log('v2scope is at nowhere')
