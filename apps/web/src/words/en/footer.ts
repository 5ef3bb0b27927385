/** Words of the page in English: footer. */

export const footer = {}
