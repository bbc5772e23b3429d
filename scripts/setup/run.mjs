import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs a program of the project's packages by this Node, its output passed through as it comes.
 * @param {string} root the project's folder
 * @param {string} program path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to ours
 * @returns {Promise<number>} exit code; a program killed by a signal or unable to start counts as 1
 */
export function run(root, program, args, env = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
