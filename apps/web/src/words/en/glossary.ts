/** Words of the page in English: glossary. */

export const glossary = {}
