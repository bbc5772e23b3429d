import type { Document, Material, Node, Texture } from '@gltf-transform/core'
import type { Transmission } from '@gltf-transform/extensions'
import type { Stand } from '../core/product'
import { MATERIALS, usdaMaterial } from './usda-material'
import { type UsdaPrecision, usdaMesh } from './usda-mesh'
import { type ArchiveFile, archiveUsdz } from './usdz-archive'

export interface WriteUsdzOptions {
  /** The surface Quick Look looks for: floor and table are horizontal planes, a wall a vertical one. */
  readonly stand: Stand
  readonly precision: UsdaPrecision
}

export const WRITE_USDZ_DEFAULTS: WriteUsdzOptions = {
  stand: 'floor',
  precision: { position: 5, normal: 3, texture: 5 },
}

export type WriteUsdzResult =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly ok: false
      readonly fault:
        | { readonly code: 'nothing-to-show' }
        | { readonly code: 'unsupported-texture'; readonly texture: string; readonly mimeType: string }
    }

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/**
 * Writes a document's default scene as USDZ for AR Quick Look: one text layer, geometry in metres, UsdPreviewSurface materials, the
 * PNG and JPEG bytes as they are. Variants must be baked first. The same document gives the same bytes.
 *
 * Quick Look turns what it anchors to a vertical plane so that +Y leaves the wall; a wall product is turned to meet it
 * (google/model-viewer#3989).
 */
export function writeUsdz(document: Document, options: Partial<WriteUsdzOptions> = {}): WriteUsdzResult {
  const { stand, precision } = { ...WRITE_USDZ_DEFAULTS, ...options }
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]

  const materials = new Map<Material, string>()
  const textures = new Map<Texture, string>()
  const nodes = (scene?.listChildren() ?? [])
    .map((node, i) => usdaNode(node, `node_${i}`, materials, precision, '            '))
    .filter((text) => text !== '')
  if (nodes.length === 0) return { ok: false, fault: { code: 'nothing-to-show' } }

  for (const material of materials.keys()) {
    for (const texture of [
      material.getBaseColorTexture(),
      material.getMetallicRoughnessTexture(),
      material.getNormalTexture(),
      material.getOcclusionTexture(),
      material.getEmissiveTexture(),
      material.getExtension<Transmission>('KHR_materials_transmission')?.getTransmissionTexture(),
    ]) {
      if (!texture || textures.has(texture)) continue
      const extension = EXTENSIONS[texture.getMimeType()]
      if (!extension || !texture.getImage()) {
        return {
          ok: false,
          fault: { code: 'unsupported-texture', texture: texture.getName(), mimeType: texture.getMimeType() },
        }
      }
      textures.set(texture, `textures/${textures.size}_${identifier(texture.getName())}.${extension}`)
    }
  }

  const fileOf = (texture: Texture) => textures.get(texture) ?? ''
  const wall = stand === 'wall'
  const usda = `#usda 1.0
(
    customLayerData = {
        string creator = "Vitrine"
    }
    defaultPrim = "Root"
    metersPerUnit = 1
    upAxis = "Y"
)

def Xform "Root" (
    kind = "component"
    prepend apiSchemas = ["Preliminary_AnchoringAPI"]
)
{
    uniform token preliminary:anchoring:type = "plane"
    uniform token preliminary:planeAnchoring:alignment = "${wall ? 'vertical' : 'horizontal'}"

    def Xform "Geometry"
    {${wall ? '\n        float xformOp:rotateX = -90\n        uniform token[] xformOpOrder = ["xformOp:rotateX"]' : ''}
${nodes.join('\n')}
    }

    def Scope "Materials"
    {
${[...materials].map(([material, name]) => usdaMaterial(material, name, fileOf)).join('\n')}
    }
}
`
  const files: ArchiveFile[] = [{ name: 'model.usda', bytes: new TextEncoder().encode(usda) }]
  for (const [texture, name] of textures) files.push({ name, bytes: texture.getImage() ?? new Uint8Array() })
  return { ok: true, bytes: archiveUsdz(files) }
}

/** A node, its mesh and its children as Xforms; empty where nothing below it is drawn. */
function usdaNode(
  node: Node,
  name: string,
  materials: Map<Material, string>,
  precision: UsdaPrecision,
  indent: string,
): string {
  const parts: string[] = []
  node
    .getMesh()
    ?.listPrimitives()
    .forEach((primitive, i) => {
      const material = primitive.getMaterial()
      if (material && !materials.has(material)) {
        materials.set(material, `material_${materials.size}_${identifier(material.getName())}`)
      }
      const path = material ? `${MATERIALS}/${materials.get(material)}` : undefined
      const mesh = usdaMesh(primitive, `mesh_${i}`, path, material?.getDoubleSided() ?? false, precision)
      if (mesh) parts.push(mesh)
    })
  node.listChildren().forEach((child, i) => {
    const text = usdaNode(child, `node_${i}`, materials, precision, '')
    if (text) parts.push(text)
  })
  if (parts.length === 0) return ''
  // USD multiplies row vectors, so its rows are glTF's columns: the same sixteen numbers in order.
  const m = node.getMatrix().map((value) => Math.round(value * 1e9) / 1e9 + 0)
  const rows = [0, 4, 8, 12].map((k) => `(${m.slice(k, k + 4).join(', ')})`).join(', ')
  const text = `def Xform "${name}"
{
    matrix4d xformOp:transform = ( ${rows} )
    uniform token[] xformOpOrder = ["xformOp:transform"]
${parts.join('\n')}
}`
  return text
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}

/** A name USD accepts as an identifier. */
function identifier(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'unnamed'
}
