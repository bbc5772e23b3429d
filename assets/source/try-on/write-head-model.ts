// Writes what learn-head-model.py learned as a module: `npx tsx assets/source/try-on/write-head-model.ts [.cache/head-model.json]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeadModel, writeHeadModel } from './head-model-file'

const file = process.argv[2] ?? join(import.meta.dirname, '../../../.cache/head-model.json')
const model = JSON.parse(readFileSync(file, 'utf8')) as HeadModel & { count: number }
writeHeadModel(model, `Learned from ${model.count} modelled heads as MediaPipe's face landmarker sees them.`)
