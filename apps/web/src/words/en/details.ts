/** Words of the page in English: details. */

export const details = {}
