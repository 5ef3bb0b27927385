/** Words of the page in English: header. */

export const header = {}
