import { Document, type Material, type Mesh, WebIO } from '@gltf-transform/core'
import { KHRMaterialsUnlit, KHRMaterialsVariants } from '@gltf-transform/extensions'
import type { Wear, WearOf } from '../../../src/core/wear'
import { MARKERS, type MarkerName } from './markers'

type Point = readonly [x: number, y: number, z: number]

/** A product whose only body are coloured beads at known points: what is drawn can be measured in the picture. */
export interface MarkerProduct {
  readonly glb: Uint8Array
  readonly wear: Wear
  /** In the product's own space, metres. */
  readonly beads: Readonly<Partial<Record<MarkerName, Point>>>
}

const BEAD_RADIUS = 0.0022

/** Glasses: a bead on the bridge, one in the middle of each lens, one at each hinge. */
export function markerEyewear(): Promise<MarkerProduct> {
  const wear: WearOf<'eyewear'> = {
    kind: 'eyewear',
    frameWidth: 0.138,
    lensWidth: 0.05,
    lensHeight: 0.04,
    bridge: 0.02,
    templeLength: 0.145,
    templeWidth: 0.004,
    hinges: { left: [0.066, 0.008, -0.004], right: [-0.066, 0.008, -0.004] },
    temples: { left: 'temple-left', right: 'temple-right' },
    fade: { from: 0.085, to: 0.115 },
    lensTransmission: 0.9,
  }
  return product(wear, {
    red: [0, 0, 0.004],
    green: [0.035, -0.004, 0.003],
    blue: [-0.035, -0.004, 0.003],
    cyan: wear.hinges.left,
    magenta: wear.hinges.right,
  })
}

/** Earrings: a bead at each hook; studs, for a measure must not swing. */
export function markerEarrings(): Promise<MarkerProduct> {
  const hooks = { left: [0.01, 0, 0], right: [-0.01, 0, 0] } as const
  return product(
    {
      kind: 'earring',
      sides: { left: 'earring-left', right: 'earring-right' },
      hooks: { left: [...hooks.left], right: [...hooks.right] },
      swing: null,
    },
    { green: hooks.left, blue: hooks.right },
  )
}

/** A ring: a bead at the top of the bore, where a stone would be. */
export function markerRing(): Promise<MarkerProduct> {
  const innerDiameter = 0.0173
  return product(
    { kind: 'ring', innerDiameter, axis: [0, 0, 1], face: [0, 1, 0] },
    { red: [0, innerDiameter / 2 + BEAD_RADIUS, 0] },
  )
}

/** A watch: beads along the forearm's axis and across the dial. */
export function markerWatch(): Promise<MarkerProduct> {
  const innerHeight = 0.04
  const top = innerHeight / 2 + 0.008
  return product(
    {
      kind: 'watch',
      innerWidth: 0.056,
      innerHeight,
      axis: [1, 0, 0],
      dial: [0, 0, 1],
      caseDiameter: 0.04,
    },
    { red: [0.018, 0, top], green: [-0.018, 0, top], blue: [0, 0.014, top], cyan: [0, -0.014, top] },
  )
}

/** Make-up over one region, in a colour that no skin has and that covers all. */
export function markerMakeup(region: 'lips' | 'cheeks' | 'eyelids'): Promise<MarkerProduct> {
  return product(
    { kind: 'makeup', shades: { plain: { region, colour: '#0000ff', finish: 'matte', opacity: 1 } } },
    { red: [0, 0.01, 0] },
  )
}

async function product(wear: Wear, beads: MarkerProduct['beads']): Promise<MarkerProduct> {
  const document = new Document()
  document.createBuffer()
  const scene = document.createScene('product').setExtras({ vitrine: { version: 1, wear } })
  document.getRoot().setDefaultScene(scene)
  const unlit = document.createExtension(KHRMaterialsUnlit).setRequired(false).createUnlit()
  for (const name of Object.keys(MARKERS) as MarkerName[]) {
    const point = beads[name]
    if (!point) continue
    const material = document
      .createMaterial(name)
      .setBaseColorFactor([...MARKERS[name].rgb, 1])
      .setExtension('KHR_materials_unlit', unlit)
    const bead = document.createNode(name).setMesh(sphere(document, material))
    const parent = holder(wear, name)
    if (parent) {
      const node = document.createNode(parent.node).setTranslation([...parent.origin])
      node.addChild(bead.setTranslation(minus(point, parent.origin)))
      scene.addChild(node)
    } else {
      scene.addChild(bead.setTranslation([...point]))
    }
  }
  if (wear.kind === 'eyewear') {
    for (const side of ['left', 'right'] as const) {
      scene.addChild(document.createNode(wear.temples[side]).setTranslation([...wear.hinges[side]]))
    }
  }
  if (wear.kind === 'makeup') nameVariant(document)
  const io = new WebIO().registerExtensions([KHRMaterialsUnlit, KHRMaterialsVariants])
  return { glb: await io.writeBinary(document), wear, beads }
}

/** Beads of an earring hang at the node of their side. */
function holder(wear: Wear, name: MarkerName): { node: string; origin: Point } | undefined {
  if (wear.kind !== 'earring') return undefined
  const side = name === 'green' ? 'left' : 'right'
  const [x = 0, y = 0, z = 0] = wear.hooks[side]
  return { node: wear.sides[side], origin: [x, y, z] }
}

function nameVariant(document: Document): void {
  const variants = document.createExtension(KHRMaterialsVariants)
  const [mesh] = document.getRoot().listMeshes()
  const [primitive] = mesh?.listPrimitives() ?? []
  const material = primitive?.getMaterial()
  if (!primitive || !material) return
  const mapping = variants.createMapping().setMaterial(material).addVariant(variants.createVariant('plain'))
  primitive.setExtension('KHR_materials_variants', variants.createMappingList().addMapping(mapping))
}

function sphere(document: Document, material: Material): Mesh {
  const rings = 12
  const sectors = 16
  const positions: number[] = []
  const indices: number[] = []
  for (let r = 0; r <= rings; r++) {
    const polar = (Math.PI * r) / rings
    for (let s = 0; s <= sectors; s++) {
      const around = (2 * Math.PI * s) / sectors
      positions.push(
        BEAD_RADIUS * Math.sin(polar) * Math.cos(around),
        BEAD_RADIUS * Math.cos(polar),
        BEAD_RADIUS * Math.sin(polar) * Math.sin(around),
      )
    }
  }
  for (let r = 0; r < rings; r++) {
    for (let s = 0; s < sectors; s++) {
      const a = r * (sectors + 1) + s
      const b = a + sectors + 1
      indices.push(a, a + 1, b, b, a + 1, b + 1)
    }
  }
  const [buffer] = document.getRoot().listBuffers()
  const accessor = () => document.createAccessor().setBuffer(buffer ?? null)
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setAttribute('POSITION', accessor().setType('VEC3').setArray(new Float32Array(positions)))
    .setIndices(accessor().setType('SCALAR').setArray(new Uint16Array(indices)))
  return document.createMesh(material.getName()).addPrimitive(primitive)
}

function minus(a: Point, b: Point): [number, number, number] {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}
