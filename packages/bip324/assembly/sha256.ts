/** FIPS 180-4 §6.2: SHA-256. */

const BLOCK: u32 = 64
/** Of a last block, the bytes before the length. */
const LENGTH_AT: u32 = 56

const K: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2], 16)
const FIRST: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19], 16)

/** The state, the message schedule and the last block, one behind the other. */
const STATE: usize = memory.data(32 + 256 + 64, 16)
const SCHEDULE: usize = STATE + 32
const LAST: usize = SCHEDULE + 256

/** @param out 32 bytes; may be in the message */
export function sha256(at: usize, length: u32, out: usize): void {
  memory.copy(STATE, FIRST, 32)
  const whole = length & ~(BLOCK - 1)
  for (let i: u32 = 0; i < whole; i += BLOCK) compress(at + i)
  const rest = length - whole
  memory.fill(LAST, 0, BLOCK)
  memory.copy(LAST, at + whole, rest)
  store<u8>(LAST + rest, 0x80)
  if (rest >= LENGTH_AT) {
    compress(LAST)
    memory.fill(LAST, 0, BLOCK)
  }
  store<u64>(LAST + LENGTH_AT, bswap<u64>((length as u64) << 3))
  compress(LAST)
  for (let i: usize = 0; i < 32; i += 4) store<u32>(out + i, bswap<u32>(load<u32>(STATE + i)))
}

function compress(block: usize): void {
  for (let t: usize = 0; t < 64; t += 4) store<u32>(SCHEDULE + t, bswap<u32>(load<u32>(block + t)))
  for (let t: usize = 64; t < 256; t += 4) {
    const w15 = load<u32>(SCHEDULE + t - 60), w2 = load<u32>(SCHEDULE + t - 8)
    const s0 = rotr<u32>(w15, 7) ^ rotr<u32>(w15, 18) ^ (w15 >> 3)
    const s1 = rotr<u32>(w2, 17) ^ rotr<u32>(w2, 19) ^ (w2 >> 10)
    store<u32>(SCHEDULE + t, load<u32>(SCHEDULE + t - 64) + s0 + load<u32>(SCHEDULE + t - 28) + s1)
  }
  let a = load<u32>(STATE), b = load<u32>(STATE, 4), c = load<u32>(STATE, 8), d = load<u32>(STATE, 12)
  let e = load<u32>(STATE, 16), f = load<u32>(STATE, 20), g = load<u32>(STATE, 24), h = load<u32>(STATE, 28)
  for (let t: usize = 0; t < 256; t += 4) {
    const s1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + load<u32>(K + t) + load<u32>(SCHEDULE + t)
    const s0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    h = g; g = f; f = e; e = d + t1
    d = c; c = b; b = a; a = t1 + t2
  }
  store<u32>(STATE, load<u32>(STATE) + a); store<u32>(STATE, load<u32>(STATE, 4) + b, 4)
  store<u32>(STATE, load<u32>(STATE, 8) + c, 8); store<u32>(STATE, load<u32>(STATE, 12) + d, 12)
  store<u32>(STATE, load<u32>(STATE, 16) + e, 16); store<u32>(STATE, load<u32>(STATE, 20) + f, 20)
  store<u32>(STATE, load<u32>(STATE, 24) + g, 24); store<u32>(STATE, load<u32>(STATE, 28) + h, 28)
}

export function forgetHash(): void {
  memory.fill(STATE, 0, 32 + 256 + 64)
}
