const FORM = /^(?:\[(?<v6>[0-9A-Fa-f:.%]+)\]|(?<host>[A-Za-z0-9._-]+)):(?<port>\d{1,5})$/

/** Reads `HOST:PORT`, an IPv6 address in brackets; `null` where it is none. */
export function readAddress(text: string): { host: string; port: number } | null {
  const parts = FORM.exec(text)?.groups
  const host = parts?.v6 ?? parts?.host
  const port = Number(parts?.port)
  return host !== undefined && port <= 65535 ? { host, port } : null
}
