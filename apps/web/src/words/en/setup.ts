/** Words of the page in English: setup. */

export const setup = {}
