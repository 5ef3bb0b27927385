/** Something that may be there already. */

/** Does something with it: at once where it is there, so that nothing has to wait for it. */
export function whenThere<T extends object>(
  thing: T | Promise<T>,
  action: (thing: T) => Promise<void> | undefined | void,
): Promise<void> | undefined {
  if (thing instanceof Promise) return thing.then(action)
  return action(thing) ?? undefined
}
