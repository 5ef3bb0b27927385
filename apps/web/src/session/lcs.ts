/** The longest common subsequence of two lists of keys, as an alignment. */

/** Indices in the two lists; undefined where the other one has nothing like it. */
export type Pairing = readonly [left: number | undefined, right: number | undefined]

/**
 * Pairs what is equal, in order, and as much of it as can be; memory and time are the product of the
 * lengths of what is left between a common beginning and a common end.
 */
export function pairUp(left: readonly number[], right: readonly number[]): readonly Pairing[] {
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && left[start] === right[start]) start += 1
  let end = 0
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const [leftEnd, rightEnd] = [left.length - end, right.length - end]
  return [
    ...Array.from({ length: start }, (_, i): Pairing => [i, i]),
    ...pairMiddle(left.slice(start, leftEnd), right.slice(start, rightEnd), start),
    ...Array.from({ length: end }, (_, i): Pairing => [leftEnd + i, rightEnd + i]),
  ]
}

/** @param offset of both in their lists */
function pairMiddle(left: readonly number[], right: readonly number[], offset: number): Pairing[] {
  const width = right.length + 1
  const lengths = commonLengths(left, right)
  const length = (l: number, r: number) => lengths[l * width + r] ?? 0
  const pairs: Pairing[] = []
  let [l, r] = [0, 0]
  while (l < left.length || r < right.length) {
    const [hasLeft, hasRight] = [l < left.length, r < right.length]
    if (hasLeft && hasRight && left[l] === right[r]) {
      pairs.push([offset + l, offset + r])
      l += 1
      r += 1
    } else if (hasLeft && (!hasRight || length(l + 1, r) >= length(l, r + 1))) {
      pairs.push([offset + l, undefined])
      l += 1
    } else {
      pairs.push([undefined, offset + r])
      r += 1
    }
  }
  return pairs
}

/** At `l * (right.length + 1) + r`: how many of left[l…] and right[r…] can be paired. */
function commonLengths(left: readonly number[], right: readonly number[]): Uint16Array {
  if (left.length === 0 || right.length === 0) return new Uint16Array()
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const at = l * width + r
      lengths[at] =
        left[l] === right[r]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  return lengths
}
