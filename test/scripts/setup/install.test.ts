import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureInstalled, installFault, missingPackages } from '../../../scripts/setup/install.mjs'
import { nodeFault } from '../../../scripts/setup/node-version.mjs'

let root = ''
const lock = (path: string, packages: object) => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, JSON.stringify({ packages }))
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vitrine-'))
  lock(join(root, 'package-lock.json'), {
    '': {},
    'node_modules/three': { version: '0.187.0' },
    'node_modules/@rolldown/binding-darwin': { version: '1.0.0', optional: true },
  })
})
afterEach(() => rmSync(root, { recursive: true }))

const install = (version: string) => {
  lock(join(root, 'node_modules', '.package-lock.json'), { 'node_modules/three': { version } })
  mkdirSync(join(root, 'node_modules', 'three'))
  writeFileSync(join(root, 'node_modules', 'three', 'package.json'), '{}')
}

describe('what is missing', () => {
  it('is everything in a bare clone, but not a binary for another system', () => {
    expect(missingPackages(root)).toEqual(['three'])
  })

  it('is nothing after an installation', () => {
    install('0.187.0')
    expect(missingPackages(root)).toEqual([])
    expect(ensureInstalled(root)).toEqual({ ok: true, installed: false })
  })

  it('is a package of another version, one deleted by hand, or all after a broken installation', () => {
    install('0.186.0')
    expect(missingPackages(root)).toEqual(['three'])
    lock(join(root, 'node_modules', '.package-lock.json'), { 'node_modules/three': { version: '0.187.0' } })
    rmSync(join(root, 'node_modules', 'three'), { recursive: true })
    expect(missingPackages(root)).toEqual(['three'])
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"pack')
    expect(missingPackages(root)).toEqual(['three'])
  })

  it('is never installed through a link into another folder', () => {
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'))
    expect(ensureInstalled(root)).toEqual({ ok: false, message: expect.stringContaining('is a link') })
  })
})

describe('faults are sentences', () => {
  it.each([
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device', /disk is full/],
    ['npm error code ENOTFOUND\nnpm error network request failed', /could not reach/],
    ['npm error code EACCES\nnpm error path /x', /may not write/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install', /does not match package.json/],
    ['npm error code EINTEGRITY', /could not install the packages: code EINTEGRITY/],
  ])('%s', (output, sentence) => {
    expect(installFault(output)).toMatch(sentence)
  })

  it('names the Node that is needed', () => {
    expect(nodeFault('18.20.4')).toMatch(/needs Node 20\.19 or newer; this is Node 18\.20\.4/)
    expect(nodeFault('20.18.0')).toBeDefined()
    expect(['20.19.0', '22.1.0', '24.0.0'].map(nodeFault)).toEqual([undefined, undefined, undefined])
  })
})
