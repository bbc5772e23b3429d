import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generate } from 'selfsigned'

/** A key and its certificate, both PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const DAY_MS = 86_400_000
/** Phones refuse a certificate that lasts longer than 398 days. */
const LIFETIME_MS = 365 * DAY_MS

/**
 * A self-signed certificate for these addresses, kept in `file` (readable by its owner alone) so that a phone
 * that has accepted it once is not asked again tomorrow. Made anew when an address is missing or it runs out.
 *
 * @param addresses IPv4 addresses of this machine
 */
export async function certificateFor(addresses: readonly string[], file: string): Promise<Certificate> {
  const kept = read(file)
  if (kept && covers(kept, addresses)) return kept
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: 'Vitrine on this machine' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + LIFETIME_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  const certificate = { key: made.private, cert: made.cert }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(certificate), { mode: 0o600 })
  return certificate
}

function read(file: string): Certificate | undefined {
  if (!existsSync(file)) return undefined
  try {
    const { key, cert } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof key === 'string' && typeof cert === 'string' ? { key, cert } : undefined
  } catch {
    return undefined
  }
}

function covers({ cert }: Certificate, addresses: readonly string[]): boolean {
  try {
    const x509 = new X509Certificate(cert)
    const lasts = new Date(x509.validTo).getTime() - Date.now() > 7 * DAY_MS
    return lasts && addresses.every((address) => x509.checkIP(address) !== undefined)
  } catch {
    return false
  }
}
