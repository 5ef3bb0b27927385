/** Short ids that no table has: 33 and above are rejected by nodes (A3). */

export const UNKNOWN_IDS = { least: 33, most: 255, first: 200 } as const
