/** Words of the page in English: recording. */

export const recording = {}
