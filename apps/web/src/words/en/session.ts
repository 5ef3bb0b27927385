/** Words of the page in English: session. */

export const session = {}
