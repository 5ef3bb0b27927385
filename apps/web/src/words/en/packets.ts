/** Words of the page in English: packets. */

export const packets = {}
