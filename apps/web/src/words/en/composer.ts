/** Words of the page in English: composer. */

export const composer = {}
