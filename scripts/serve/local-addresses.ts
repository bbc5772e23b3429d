import { networkInterfaces } from 'node:os'

/** Interfaces that lead into a container or a tunnel, not to a phone on the same network. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/

/** IPv4 addresses a phone on the same network can reach, the likeliest first. */
export function localAddresses(interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .sort((a, b) => likelihood(b) - likelihood(a))
}

/** Home routers hand out 192.168; larger networks 10 or 172.16-31 (RFC 1918). */
function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 3
  if (address.startsWith('10.')) return 2
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 1 : 0
}
