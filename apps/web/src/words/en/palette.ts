/** Words of the page in English: palette. */

export const palette = {}
