/** Words of the page in English: explain. */

export const explain = {}
