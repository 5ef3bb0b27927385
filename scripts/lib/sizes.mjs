// @ts-check
import { inRoot } from './paths.mjs'
import { runNode } from './run.mjs'

const SIZE_LIMIT = inRoot('node_modules/size-limit/bin.js')

/** @returns {Promise<boolean>} whether what is built keeps to the budgets of `.size-limit.mjs` */
export const checkSizes = async () => (await runNode(SIZE_LIMIT, [])) === 0
