// npm start: installs what is missing, builds what is stale, serves the storefront.
// Runs on a machine with Node and nothing else, so: plain JavaScript, Node's own modules alone.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './setup/build-if-stale.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeFault } from './setup/node-version.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const USAGE = `npm start                 the storefront on http://localhost:4173
npm start -- --phone      the same for a phone on this network: HTTPS, with a QR code
PORT=8080 npm start       another port`

/** @param {string} message for the person at the terminal */
function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(USAGE)
  process.exit(0)
}
const strange = args.find((arg) => arg !== '--phone')
if (strange) fail(`I do not know "${strange}".\n${USAGE}`)
const port = Number(process.env.PORT || 4173)
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  fail(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535.`)
}

const tooOld = nodeFault()
if (tooOld) fail(tooOld)

const installed = ensureInstalled(root)
if (!installed.ok) fail(installed.message)

const began = Date.now()
const built = await buildIfStale(root)
if (!built.ok) fail(built.message)
if (built.built) console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`)

// Only now do the packages exist.
const { register } = await import('tsx/esm/api')
register()
const { serveStorefront } = await import('./serve.ts')
const code = await serveStorefront({ phone: args.includes('--phone'), port })
if (code !== undefined) process.exit(code)
