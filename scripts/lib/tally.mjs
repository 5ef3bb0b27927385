// @ts-check
/** What vitest's JSON report comes to. */

/** @typedef {{ status: string, title: string }} Assertion */
/** @typedef {{ testResults: { status: string, assertionResults: Assertion[] }[] }} Report */
/** @typedef {{ passed: number, failed: number, notRun: string[] }} Tally */

/** The start of the name that `test/support/requirements.ts` gives to what lacks something. */
const NOT_RUN = 'NOT RUN: '

/**
 * A file that failed with no failed test of its own (it could not be loaded, or a hook threw) is
 * one failure.
 * @param {Report} report
 * @returns {Tally}
 */
export function tally({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const count = (/** @type {string} */ status) => tests.filter((t) => t.status === status).length
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const notRun = tests
    .filter(({ status, title }) => status !== 'failed' && title.startsWith(NOT_RUN))
    .map(({ title }) => title)
  return {
    passed: count('passed'),
    failed: count('failed') + brokenFiles.length,
    notRun: [...new Set(notRun)],
  }
}
