// Runs before anything is installed: plain JavaScript, Node's own modules alone.

const NEEDED = [20, 19]

/**
 * A sentence when this Node is too old, else undefined.
 * @param {string} version like `20.19.0`
 */
export function nodeFault(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined
  return `Vitrine needs Node ${NEEDED.join('.')} or newer; this is Node ${version}. Get the current one from https://nodejs.org and try again.`
}
