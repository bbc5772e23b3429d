import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensurePhoneFiles } from '../../../scripts/phone-files/ensure'
import type { Catalogue } from '../../../src/core/catalogue'

const project = join(import.meta.dirname, '../../..')
let shop: string

/** A shop of one product in a folder of its own. */
beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'vitrine-shop-'))
  const catalogue: Catalogue = JSON.parse(readFileSync(join(project, 'assets/catalogue.json'), 'utf8'))
  const home = join(shop, 'assets/models/framed-picture')
  mkdirSync(home, { recursive: true })
  cpSync(join(project, 'assets/models/framed-picture/framed-picture.glb'), join(home, 'framed-picture.glb'))
  cpSync(join(project, 'package.json'), join(shop, 'package.json'))
  const products = catalogue.products.filter(({ sku }) => sku === 'framed-picture')
  writeFileSync(join(shop, 'assets/catalogue.json'), JSON.stringify({ ...catalogue, products }))
})
afterAll(() => rmSync(shop, { recursive: true }))

it('makes what is missing, once; again when the model changed; never what the merchant made', async () => {
  const first = await ensurePhoneFiles(shop)
  expect(first.made).toBe(1)
  expect([...first.files].sort()).toEqual(
    ['low-sun.glb', 'low-sun.usdz', 'night-tide.glb', 'night-tide.usdz'].map(
      (name) => `models/framed-picture/${name}`,
    ),
  )
  for (const path of first.files)
    expect(readFileSync(join(first.folder, path)).length).toBeGreaterThan(50_000)
  expect((await ensurePhoneFiles(shop)).made).toBe(0)

  const home = join(shop, 'assets/models/framed-picture')
  const master = readFileSync(join(home, 'framed-picture.glb'))
  // The same model with a space more in its JSON: other bytes, and not a triangle more.
  const json = 20 + master.readUInt32LE(12)
  const longer = Buffer.concat([master.subarray(0, json), Buffer.from('    '), master.subarray(json)])
  longer.writeUInt32LE(master.readUInt32LE(8) + 4, 8)
  longer.writeUInt32LE(master.readUInt32LE(12) + 4, 12)
  writeFileSync(join(home, 'framed-picture.glb'), longer)
  expect((await ensurePhoneFiles(shop)).made).toBe(1)

  writeFileSync(join(home, 'low-sun.usdz'), 'mine')
  expect((await ensurePhoneFiles(shop)).files).not.toContain('models/framed-picture/low-sun.usdz')
}, 120_000)

it('names a master that is no model', async () => {
  writeFileSync(join(shop, 'assets/models/framed-picture/framed-picture.glb'), 'not a model')
  await expect(ensurePhoneFiles(shop)).rejects.toThrow(/phone-files\/not-glb: .*framed-picture\.glb/)
}, 60_000)
