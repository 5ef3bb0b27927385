/** Words of the page in English: hold. */

export const hold = {}
