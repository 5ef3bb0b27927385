/** @param ms at least 1 */
export const waitText = (ms: number): string => `try again in ${Math.ceil(ms / 1000)} s`
