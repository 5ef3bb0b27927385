/** QR codes: their code is fetched with the first one. */

import { useEffect, useState } from 'react'

/** Which modules are dark: `size` rows of as many. */
export interface QrModules {
  readonly size: number
  readonly isDark: (x: number, y: number) => boolean
}

async function modulesOf(text: string): Promise<QrModules> {
  const { generate } = await import('lean-qr')
  const code = generate(text)
  return { size: code.size, isDark: (x, y) => code.get(x, y) }
}

/** Light modules around a code, that scanners need (ISO/IEC 18004 §9.1). */
export const QUIET_ZONE = 4

/** Dark modules of a row that touch are one rectangle: an SVG path, one unit a module. */
export function pathOf({ size, isDark }: QrModules): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue
      const start = x
      while (x < size && isDark(x, y)) x += 1
      path += `M${start} ${y}h${x - start}v1h${start - x}z`
    }
  }
  return path
}

export type Qr =
  | { readonly state: 'drawing' | 'failed' }
  | { readonly state: 'there'; readonly modules: QrModules }

export function useQr(text: string): Qr {
  const [qr, setQr] = useState<Qr>({ state: 'drawing' })
  useEffect(() => {
    let isWanted = true
    const take = (next: Qr) => {
      if (isWanted) setQr(next)
    }
    modulesOf(text).then(
      (modules) => take({ state: 'there', modules }),
      () => take({ state: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [text])
  return qr
}
