// @ts-check
/** Compresses what is built, once, so that the bridge need not. The same bytes give the same result. */
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'

/** What is left of a file may be this much of it; else a browser gains too little. */
const WORTH_IT = 0.9

const compressors = [
  {
    suffix: '.br',
    /** @param {Buffer} bytes */
    compress: (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
          [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  {
    suffix: '.gz',
    /** @param {Buffer} bytes */
    compress: (bytes) => promisify(gzip)(bytes, { level: zlib.Z_BEST_COMPRESSION }),
  },
]

/**
 * Puts `FILE.br` and `FILE.gz` beside each file that they make smaller.
 * @param {string[]} files
 */
export async function compressAll(files) {
  await Promise.all(files.map(compressOne))
}

/** @param {string} file */
async function compressOne(file) {
  const bytes = readFileSync(file)
  for (const { suffix, compress } of compressors) {
    const compressed = await compress(bytes)
    if (compressed.length <= bytes.length * WORTH_IT) writeFileSync(file + suffix, compressed)
  }
}

/**
 * Gives a file and what it was compressed to the present time.
 * @param {string} file
 */
export function touchAll(file) {
  const now = new Date()
  const forms = compressors.map(({ suffix }) => file + suffix).filter((form) => existsSync(form))
  // none may be older than the file, or the bridge takes it for one of another file
  for (const form of [...forms, file]) utimesSync(form, now, now)
}
