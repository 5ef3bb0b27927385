/** Words of the page in English: messages. */

export const messages = {}
