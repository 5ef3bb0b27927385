/** What makes recordings. */

/** Name and version, as a recording says them. */
export const APPLICATION = 'v2scope 0.1.0'
