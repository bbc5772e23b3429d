// Serves dist: the last step of `npm start`. Expects that everything is installed and built.
import { join } from 'node:path'
import { announceLocal, announcePhone } from './serve/announce'
import { createApp } from './serve/app'
import { certificateFor } from './serve/certificate'
import { listen } from './serve/listen'
import { localAddresses } from './serve/local-addresses'

const root = join(import.meta.dirname, '..')

/** @returns the process's exit code when it cannot serve, else undefined while it does */
export async function serveStorefront(options: {
  phone: boolean
  port: number
}): Promise<number | undefined> {
  const { phone, port } = options
  const addresses = phone ? localAddresses() : []
  if (phone && addresses.length === 0) {
    console.error(
      'This machine is on no network that a phone could reach. Join a Wi-Fi network and try again.',
    )
    return 1
  }
  const listening = await listen({
    app: createApp({ root: join(root, 'dist') }),
    port,
    host: phone ? '0.0.0.0' : '127.0.0.1',
    ...(phone
      ? { certificate: await certificateFor(addresses, join(root, '.cache', 'certificate.json')) }
      : {}),
  })
  if (!listening.ok) {
    const command = `PORT=${port < 1024 ? 4173 : port + 1} npm start${phone ? ' -- --phone' : ''}`
    console.error(
      listening.fault.code === 'port-taken'
        ? `Port ${port} is taken by another program. Stop that one, or choose another port:  ${command}`
        : `This user may not open port ${port}. Choose one above 1023:  ${command}`,
    )
    return 1
  }
  console.log(phone ? announcePhone(addresses, listening.server.port) : announceLocal(listening.server.port))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void listening.server.close().then(() => process.exit(0)))
  }
  return undefined
}
