/** Words of the page in English: ladder. */

export const ladder = {}
