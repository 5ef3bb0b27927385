/** SEC 2 §2.4.1: the curve alone, as `bip324` has it. With `secp256k1.js` signatures come into the worker's first bytes. */

import { weierstrass } from '@noble/curves/abstract/weierstrass.js'

export const Point = weierstrass({
  p: 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_ffff_fc2fn,
  n: 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n,
  h: 1n,
  a: 0n,
  b: 7n,
  Gx: 0x79be_667e_f9dc_bbac_55a0_6295_ce87_0b07_029b_fcdb_2dce_28d9_59f2_815b_16f8_1798n,
  Gy: 0x483a_da77_26a3_c465_5da4_fbfc_0e11_08a8_fd17_b448_a685_5419_9c47_d08f_fb10_d4b8n,
})

/** privateKey · G as 33 bytes. @param privateKey 32 bytes, 1..N−1 */
export const compressedKey = (privateKey: Uint8Array): Uint8Array =>
  Point.BASE.multiply(Point.Fn.fromBytes(privateKey)).toBytes(true)
