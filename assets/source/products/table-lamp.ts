import { Matrix4, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { blackenedSteel, brass } from '../materials/brushed-metal'
import { powderCoated, textileCable, turned } from '../materials/lamp-fittings'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { europlug } from '../shape/europlug'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'
import { glow } from '../texture/glow'
import { linear } from '../texture/image'

const GALLERY = 0.262

/**
 * Table lamp, 0.26 × 0.42 × 0.26 m: a mushroom of opal glass blown in one piece, its neck held in a gallery by three thumb screws;
 * a turned stem and weighted base with a knurled dimmer; a textile cable that lies round the base.
 */
export default function tableLamp(): ProductSource<'metal' | 'glass' | 'cable'> {
  const metal = new Mesh()
  metal.append(lathe(column(), 72, 0.05))
  metal.append(dimmer(), new Matrix4().makeTranslation(0, 0, 0.051))
  for (let k = 0; k < 3; k++) {
    metal.append(thumbScrew(), new Matrix4().makeRotationY((k / 3) * Math.PI * 2 + 0.6))
  }

  const profile = mushroom()
  const length = profile.reduce(
    (sum, p, j) => sum + (j === 0 ? 0 : p.distanceTo(profile[j - 1] ?? new Vector2())),
    0,
  )
  const glass = lathe(profile, 80, 0.1)

  const cable = new Mesh()
  cable.append(lathe(pad(), 48))
  cable.append(
    bar(
      path(
        [0, 0.0085, -0.078],
        [0.006, 0.0075, -0.09],
        [0.03, 0.0034, -0.104],
        [0.068, 0.0032, -0.088],
        [0.1, 0.0032, -0.048],
        [0.111, 0.0032, 0.004],
        [0.1, 0.0032, 0.055],
        [0.066, 0.0032, 0.095],
        [0.016, 0.0034, 0.114],
        [-0.024, 0.0055, 0.1145],
        [-0.036, 0.0085, 0.113],
      ),
      { section: () => round(0.006), rings: 72, corner: 2, ends: 0.001, endRings: 1 },
    ),
  )
  cable.append(europlug([-0.035, 0.0085, 0.113], [-0.0715, 0.0085, 0.1025]))

  drawToSize([metal, glass, cable], { width: 0.26, height: 0.42, depth: 0.26 })
  bakeOcclusion([metal, cable, glass], { reach: 0.09, rays: 40, strength: 0.75 })
  // Lit glass has no dark corners.
  glass.occlusion.length = 0

  const light = glow('opal-glow', (v) => 0.5 + 0.5 * Math.exp(-(((v - 0.52) / 0.27) ** 2)))
  const look = (name: string, body: Surface, glassTint: string, lit: string, cord: string) => ({
    name,
    surfaces: {
      metal: body,
      glass: {
        name: `Opal glass, ${name}`,
        colour: linear(glassTint),
        roughness: 0.22,
        emissive: { colour: linear(lit), texture: { image: light, tile: [1, length] as const } },
        clearcoat: { factor: 1, roughness: 0.05 },
      },
      cable: textileCable(`Cable, textile, ${name}`, cord),
    },
  })
  return {
    sku: 'table-lamp',
    parts: { metal, glass, cable },
    looks: [
      look('brass', turned(brass()), '#989185', '#fbf1de', '#8d7a5c'),
      look('black', turned(blackenedSteel()), '#989185', '#fbf1de', '#2b2927'),
      look('sage', powderCoated('Powder coat, sage', '#7b8271'), '#938876', '#f0d9ac', '#6e7466'),
    ],
  }
}

/** Base, stem and gallery, turned as one: a soft-edged disc, a waisted stem, a cup with a lip. */
function column(): Vector2[] {
  const foot = outline(
    [
      { x: 0.06, y: 0.0018 },
      { x: 0.0765, y: 0.0018, fillet: 0.0015 },
      { x: 0.079, y: 0.0165, fillet: 0.0045 },
      { x: 0.046, y: 0.0205, fillet: 0.03 },
      { x: 0.0165, y: 0.0225, fillet: 0.009 },
      { x: 0.0115, y: 0.05 },
    ],
    false,
    7,
  )
  const stem = spline(
    [
      [0.0115, 0.05],
      [0.0102, 0.1],
      [0.0098, 0.16],
      [0.0106, 0.215],
      [0.0125, 0.234],
    ],
    14,
  )
  const cup = outline(
    [
      { x: 0.0125, y: 0.234 },
      { x: 0.0185, y: 0.2425, fillet: 0.006 },
      { x: 0.0415, y: 0.2455, fillet: 0.005 },
      { x: 0.0425, y: 0.2655, fillet: 0.0012 },
      { x: 0.0405, y: 0.2655, fillet: 0.0008 },
      { x: 0.039, y: 0.254 },
    ],
    false,
    5,
  )
  return [...foot, ...stem.slice(1), ...cup.slice(1)]
}

/** Blown opal: neck in the gallery, a shallow underside, a full round lip, a dome flatter than a half sphere. */
function mushroom(): Vector2[] {
  const under = spline(
    [
      [0.0385, 0.25],
      [0.0385, GALLERY],
      [0.043, 0.2705],
      [0.062, 0.2765],
      [0.09, 0.2795],
      [0.112, 0.2835],
    ],
    26,
  )
  const dome = spline(
    [
      [0.112, 0.2835],
      [0.1245, 0.2895],
      [0.13, 0.302],
      [0.1282, 0.3225],
      [0.117, 0.354],
      [0.0945, 0.385],
      [0.063, 0.4075],
      [0.031, 0.4178],
      [0, 0.42],
    ],
    40,
  )
  const last = dome[dome.length - 1]
  last?.setX(0)
  return [...under, ...dome.slice(1)]
}

/** A knurled knob with a turned cap and a dot to read it by. */
function dimmer(): Mesh {
  const knob = lathe(
    outline(
      [
        { x: 0.0128, y: 0.0165 },
        { x: 0.0128, y: 0.0212, fillet: 0.0006 },
        { x: 0.0112, y: 0.0218, fillet: 0.0004 },
        { x: 0.0112, y: 0.0228 },
      ],
      false,
      3,
    ),
    48,
  )
  const grip = new Mesh().grid(96, 5, (i, j) => {
    const angle = (i / 96) * Math.PI * 2
    const y = [0.0226, 0.0232, 0.027, 0.0315, 0.0336, 0.0342][j] ?? 0
    const base = [0.0106, 0.0112, 0.0112, 0.0112, 0.0108, 0.0098][j] ?? 0
    const radius = base - (i % 2 === 0 || j === 0 || j === 5 ? 0 : 0.00055)
    return { x: Math.sin(angle) * radius, y, z: Math.cos(angle) * radius, u: angle * 0.011, v: y }
  })
  knob.append(smoothNormals(grip, 30))
  knob.append(
    lathe([new Vector2(0.0098, 0.0342), new Vector2(0.009, 0.03435), new Vector2(0, 0.03445)], 48, 0.01),
  )
  knob.append(
    lathe([new Vector2(0.0012, 0.0343), new Vector2(0.0011, 0.0349), new Vector2(0, 0.0351)], 12),
    new Matrix4().makeTranslation(0, 0, 0.0068),
  )
  return knob
}

/** A knurled thumb screw through the gallery's wall, at the front. */
function thumbScrew(): Mesh {
  const head = lathe(
    outline(
      [
        { x: 0.0017, y: 0 },
        { x: 0.0017, y: 0.0032, fillet: 0.0003 },
        { x: 0.0042, y: 0.0032, fillet: 0.0005 },
        { x: 0.0042, y: 0.0072, fillet: 0.0007 },
        { x: 0, y: 0.0076 },
      ],
      false,
      3,
    ),
    20,
  )
  const turn = new Matrix4().makeRotationAxis(new Vector3(1, 0, 0), Math.PI / 2)
  return new Mesh().append(head, new Matrix4().makeTranslation(0, 0.2575, 0.0418).multiply(turn))
}

/** The felt the lamp stands on; closes it from below. */
function pad(): Vector2[] {
  return [new Vector2(0, 0), new Vector2(0.07, 0), new Vector2(0.0705, 0.0022), new Vector2(0.06, 0.0022)]
}
