/** Words of the page in English: keys. */

export const keys = {}
