/** Words of the page in English: parts. */

export const parts = {}
