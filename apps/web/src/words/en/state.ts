/** Words of the page in English: state. */

export const state = {}
