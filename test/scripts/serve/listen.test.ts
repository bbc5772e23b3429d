import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { announceLocal, announcePhone } from '../../../scripts/serve/announce'
import { createApp } from '../../../scripts/serve/app'
import { certificateFor } from '../../../scripts/serve/certificate'
import { listen } from '../../../scripts/serve/listen'
import { localAddresses } from '../../../scripts/serve/local-addresses'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-'))
writeFileSync(join(folder, 'index.html'), 'hello')
afterAll(() => rmSync(folder, { recursive: true }))

describe('listen', () => {
  it('serves, says when the port is taken, and lets go of it', async () => {
    const first = await listen({ app: createApp({ root: folder }), port: 0, host: '127.0.0.1' })
    if (!first.ok) throw new Error(first.fault.code)
    const { port } = first.server
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello')
    expect(await listen({ app: createApp({ root: folder }), port, host: '127.0.0.1' })).toEqual({
      ok: false,
      fault: { code: 'port-taken' },
    })
    await first.server.close()
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })

  it('serves HTTPS that a client who knows the certificate accepts', async () => {
    const certificate = await certificateFor(['127.0.0.1'], join(folder, 'https.json'))
    const listening = await listen({
      app: createApp({ root: folder }),
      port: 0,
      host: '127.0.0.1',
      certificate,
    })
    if (!listening.ok) throw new Error(listening.fault.code)
    const status = await new Promise((resolve, reject) => {
      const { port } = listening.server
      get({ host: '127.0.0.1', port, path: '/', ca: certificate.cert }, (answer) =>
        resolve(answer.statusCode),
      ).on('error', reject)
    })
    expect(status).toBe(200)
    await listening.server.close()
  })
})

describe('certificate', () => {
  const file = join(folder, 'certificate.json')

  it('is kept for the next start, for its owner alone', async () => {
    const made = await certificateFor(['192.168.1.20'], file)
    expect(await certificateFor(['192.168.1.20'], file)).toEqual(made)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is made anew for a new address, and is one that phones accept', async () => {
    const before = await certificateFor(['192.168.1.20'], file)
    const after = await certificateFor(['192.168.1.20', '10.0.0.7'], file)
    expect(after.cert).not.toBe(before.cert)
    const x509 = new X509Certificate(after.cert)
    expect(x509.checkIP('10.0.0.7')).toBe('10.0.0.7')
    expect(x509.checkHost('localhost')).toBe('localhost')
    const days = (Date.parse(x509.validTo) - Date.parse(x509.validFrom)) / 86_400_000
    expect(days).toBeLessThan(398)
  })

  it('is made anew when the kept one cannot be read', async () => {
    writeFileSync(file, '{"key":')
    expect((await certificateFor(['10.0.0.7'], file)).cert).toContain('BEGIN CERTIFICATE')
  })
})

describe('what is printed', () => {
  it('names the address of this machine on the local network first', () => {
    const base = { netmask: '', mac: '', cidr: null, internal: false, family: 'IPv4' as const }
    const found = localAddresses({
      lo: [{ ...base, address: '127.0.0.1', internal: true }],
      docker0: [{ ...base, address: '172.17.0.1' }],
      eth1: [{ ...base, address: '10.1.2.3' }],
      wlan0: [
        { ...base, address: '192.168.1.20' },
        { ...base, family: 'IPv6', address: 'fe80::1', scopeid: 2 },
      ],
    })
    expect(found).toEqual(['192.168.1.20', '10.1.2.3'])
  })

  it('says what to do next, and why HTTPS', () => {
    expect(announceLocal(4173)).toContain('http://localhost:4173')
    const phone = announcePhone(['192.168.1.20', '10.1.2.3'], 4173)
    expect(phone).toContain('https://192.168.1.20:4173')
    expect(phone).toContain('https://10.1.2.3:4173')
    expect(phone).toMatch(/█.*[\s\S]*WebXR \(AR\) and the camera/)
  })
})
