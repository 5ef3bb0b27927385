import fc from 'fast-check'

/** One of the ways to write `address` that the system's resolver takes for it. */
export function spelled(address: bigint, width: 32 | 128): fc.Arbitrary<string> {
  return width === 32 ? spelledIpv4(address) : spelledIpv6(address)
}

/** `inet_aton`: one to four numbers, the last of which is all that is left. */
function spelledIpv4(address: bigint): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 3 }).chain((bytes) => {
    const first = Array.from({ length: bytes }, (_, i) => part(address, 24 - 8 * i, 8))
    const parts = [...first, part(address, 0, 32 - 8 * bytes)]
    return fc.tuple(...parts.map(spelledNumber)).map((texts) => texts.join('.'))
  })
}

/** Decimal, or octal or hex with zeros in front. */
function spelledNumber(value: bigint): fc.Arbitrary<string> {
  const zeros = fc.nat(3).map((count) => '0'.repeat(count))
  return fc.oneof(
    fc.constant(value.toString()),
    zeros.map((padding) => `0${padding}${value.toString(8)}`),
    zeros.map((padding) => `0x${padding}${value.toString(16)}`),
    zeros.map((padding) => `0X${padding}${value.toString(16).toUpperCase()}`),
  )
}

/** Zero groups left out or not, groups padded or not, the end as IPv4 or not, in either case. */
function spelledIpv6(address: bigint): fc.Arbitrary<string> {
  const groups = Array.from({ length: 8 }, (_, i) => part(address, 112 - 16 * i, 16))
  return fc
    .record({
      gap: fc.constantFrom(null, ...zeroRuns(groups)),
      padding: fc.integer({ min: 1, max: 4 }),
      isDotted: fc.boolean(),
      isUpper: fc.boolean(),
    })
    .map(({ gap, padding, isDotted, isUpper }) => {
      const texts = groups.map((group) => group.toString(16).padStart(padding, '0'))
      if (isDotted && (gap === null || gap.end <= 6)) texts.splice(6, 2, dotted(address))
      const text = gap ? `${join(texts, 0, gap.start)}::${join(texts, gap.end)}` : join(texts)
      return isUpper ? text.toUpperCase() : text
    })
}

const join = (texts: readonly string[], ...range: number[]) => texts.slice(...range).join(':')

const dotted = (address: bigint) => [24, 16, 8, 0].map((at) => part(address, at, 8)).join('.')

/** Wherever `::` may stand. */
function zeroRuns(groups: readonly bigint[]) {
  const runs = groups.flatMap((_, start) =>
    groups.slice(start).map((__, length) => ({ start, end: start + length + 1 })),
  )
  return runs.filter(({ start, end }) => groups.slice(start, end).every((group) => group === 0n))
}

const part = (address: bigint, shift: number, bits: number): bigint =>
  BigInt.asUintN(bits, address >> BigInt(shift))
