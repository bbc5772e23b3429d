import { type Document, WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS, type Transmission } from '@gltf-transform/extensions'
import { cloneDocument } from '@gltf-transform/functions'
import type { Stand } from '../core/product'
import { bakeVariant } from './bake-variant'
import { blendedGlass } from './glass-opacity'
import { ground } from './ground'
import { variantNames } from './inspect'
import { type PipelineFailed, unknownVariant } from './pipeline-fault'
import {
  PLAIN_MODEL_DEFAULTS,
  type PlainModelDeps,
  type PlainModelOptions,
  type PlainModelStep,
  plainModel,
  SHADE,
} from './plain-model'
import type { VerbOptions } from './verb-options'

export interface PlainGlbOptions extends PlainModelOptions {
  /** Name of the variant to bake in; undefined for the look the file opens with. */
  readonly variant: string | undefined
  readonly stand: Stand
  /** Sets the thing down on what it stands on; see {@link ground}. */
  readonly ground: boolean
}

/** Scene Viewer draws textures of up to 2048 pixels. */
export const PLAIN_GLB_DEFAULTS: PlainGlbOptions = {
  ...PLAIN_MODEL_DEFAULTS,
  maxTexture: 2048,
  variant: undefined,
  stand: 'floor',
  ground: false,
}

export type PlainGlbResult = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | PipelineFailed

/** Makes a GLB for Scene Viewer: one variant, no extension that a reader must know, PNG and JPEG, floats. */
export async function plainGlb(
  bytes: Uint8Array,
  options: Partial<PlainGlbOptions> & VerbOptions<PlainModelStep>,
  deps: PlainModelDeps,
): Promise<PlainGlbResult> {
  const chosen = { ...PLAIN_GLB_DEFAULTS, ...options }
  const plain = await plainModel(bytes, chosen, deps)
  return plain.ok ? plainGlbOf(plain.document, chosen) : plain
}

/** The same of a document that is plain already (see `plainModel`), which stays as it is. */
export async function plainGlbOf(
  document: Document,
  options: Partial<PlainGlbOptions>,
): Promise<PlainGlbResult> {
  const { variant, stand, ground: grounded } = { ...PLAIN_GLB_DEFAULTS, ...options }
  const known = variantNames(document)
  if (variant !== undefined && !known.includes(variant)) return unknownVariant(variant, known)
  const baked = cloneDocument(document).setLogger(document.getLogger())
  const look = variant ?? known[0]
  if (look !== undefined) await bakeVariant(baked, look)
  blendGlass(baked)
  for (const texture of baked.getRoot().listTextures()) {
    const { [SHADE]: _, ...extras } = texture.getExtras()
    texture.setExtras(extras)
  }
  if (grounded) ground(baked, stand)
  for (const extension of baked.getRoot().listExtensionsUsed()) extension.setRequired(false)
  const written = await new WebIO().registerExtensions(ALL_EXTENSIONS).writeBinary(baked)
  return { ok: true, bytes: new Uint8Array(written) }
}

/**
 * Scene Viewer overlooks KHR_materials_transmission and would show glass as an opaque lump, so glass is blended as well. A viewer that knows
 * both lets light through the covered share and past the rest: still glass, of a weaker tint. A patterned pane stays as it is.
 */
function blendGlass(document: Document): void {
  for (const material of document.getRoot().listMaterials()) {
    const through = material.getExtension<Transmission>('KHR_materials_transmission')
    const shade = material.getBaseColorTexture()?.getExtras()[SHADE]
    const glass = blendedGlass(material, typeof shade === 'number' ? shade : 1)
    if (!glass || through?.getTransmissionTexture()) continue
    const [r, g, b, a] = material.getBaseColorFactor()
    material.setAlphaMode('BLEND').setBaseColorFactor([r, g, b, a * glass.opacity])
  }
}
