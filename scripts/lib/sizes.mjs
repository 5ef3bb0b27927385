// @ts-check
import { bundleLibrary } from './library-code.mjs'
import { inRoot } from './paths.mjs'
import { runNode } from './run.mjs'

const SIZE_LIMIT = inRoot('node_modules/size-limit/bin.js')

/** @returns {Promise<boolean>} whether what is built keeps to the budgets of `.size-limit.mjs` */
export async function checkSizes() {
  await bundleLibrary()
  return (await runNode(SIZE_LIMIT, [])) === 0
}
