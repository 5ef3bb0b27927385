/** Words by the code of an error. */

/** Undefined for a code that is not of this page: of a newer bridge, or of a recording. */
export const byCode = (
  table: Readonly<Record<string, string>>,
  code: string,
): string | undefined => (Object.hasOwn(table, code) ? table[code] : undefined)
