/** Words of the page in English: compare. */

export const compare = {}
