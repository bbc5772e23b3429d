// What learning starts from: `npx tsx assets/source/try-on/write-canonical-head.ts` writes .cache/canonical-head.json for learn-head-model.py.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalHead, RIGID } from './canonical-head'

const cache = join(import.meta.dirname, '../../../.cache')
mkdirSync(cache, { recursive: true })
writeFileSync(join(cache, 'canonical-head.json'), JSON.stringify({ ...canonicalHead(), rigid: RIGID }))
