import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  type Vector3,
} from 'three'
import type { Dimensions } from '../../core/dimensions'
import type { Stand } from '../../core/product'

const FITS = new Color('#ffffff')
const MISFIT = new Color('#ffb020')
/** Width of the rectangle's line, metres: seen from standing height it is about 3 pixels on a phone. */
const LINE = 0.012
/** Length of the bold corner marks, metres. */
const CORNER = 0.09

/**
 * The mark on the floor, wall or table where the next product will go: its footprint as a rectangle at true size,
 * bold at the corners, with a notch at the front edge.
 */
export class Reticle {
  readonly node = new Group()
  private readonly line = new MeshBasicMaterial({
    color: FITS.clone(),
    transparent: true,
    opacity: 0.95,
    side: DoubleSide,
    depthWrite: false,
    toneMapped: false,
  })
  private readonly fill = new MeshBasicMaterial({
    color: FITS.clone(),
    transparent: true,
    opacity: 0.16,
    side: DoubleSide,
    depthWrite: false,
    toneMapped: false,
  })
  private readonly lines = new Mesh(new BufferGeometry(), this.line)
  private readonly area = new Mesh(new BufferGeometry(), this.fill)

  /** @param kind `aim` for what comes next; `selection` marks what is there, by its corners alone */
  constructor(private readonly kind: 'aim' | 'selection' = 'aim') {
    this.node.name = kind === 'aim' ? 'reticle' : 'selection'
    this.area.visible = kind === 'aim'
    this.area.renderOrder = 1
    this.lines.renderOrder = 2
    this.node.add(this.area, this.lines)
    this.node.visible = false
  }

  /** Draws the footprints of these things, each at its place relative to the node, in its frame. */
  draw(footprints: readonly Footprint[]): void {
    const lines: number[] = []
    const areas: number[] = []
    for (const footprint of footprints) outline(footprint, lines, areas, this.kind)
    setTriangles(this.lines.geometry, lines)
    setTriangles(this.area.geometry, areas)
  }

  /** Where the mark is, and whether the product could go there. */
  place(position: Readonly<Vector3>, yaw: number, fits: boolean): void {
    this.node.position.copy(position as Vector3)
    this.node.rotation.set(0, yaw, 0)
    this.line.color.copy(fits ? FITS : MISFIT)
    this.fill.color.copy(this.line.color)
    this.node.visible = true
  }

  hide(): void {
    this.node.visible = false
  }

  dispose(): void {
    this.node.removeFromParent()
    this.lines.geometry.dispose()
    this.area.geometry.dispose()
    this.line.dispose()
    this.fill.dispose()
  }
}

/** The area a thing takes on its surface, and where. */
export interface Footprint {
  readonly stand: Stand
  readonly dimensions: Dimensions
  readonly x: number
  readonly y: number
  readonly z: number
  readonly yaw: number
}

/** Size of a footprint on its surface: across and along, metres. On a wall "along" is up. */
export function footprintOf(stand: Stand, size: Dimensions): { across: number; along: number } {
  return { across: size.width, along: stand === 'wall' ? size.height : size.depth }
}

function outline(footprint: Footprint, lines: number[], areas: number[], kind: 'aim' | 'selection'): void {
  const { across, along } = footprintOf(footprint.stand, footprint.dimensions)
  // A selection stands a little off, so that a rug does not hide it.
  const spare = kind === 'selection' ? 0.03 : 0
  const x = across / 2 + spare
  const z = along / 2 + spare
  const corner = Math.min(CORNER, across / 3, along / 3)
  const bar = (x0: number, z0: number, x1: number, z1: number, into: number[]) =>
    quad(footprint, Math.min(x0, x1), Math.min(z0, z1), Math.max(x0, x1), Math.max(z0, z1), into)
  bar(-x, -z, x, z, areas)
  for (const side of [-1, 1]) {
    const thin = LINE / 3
    if (kind === 'aim') {
      bar(side * x, -z, side * (x - thin), z, lines)
      bar(-x, side * z, x, side * (z - thin), lines)
    }
    for (const end of [-1, 1]) {
      bar(side * x, end * z, side * (x - corner), end * (z - LINE), lines)
      bar(side * x, end * z, side * (x - LINE), end * (z - corner), lines)
    }
  }
  if (kind === 'selection' || footprint.stand === 'wall' || footprint.stand === 'ceiling') return
  const notch = Math.min(0.05, across / 6)
  triangle(footprint, [-notch, z + 0.015], [notch, z + 0.015], [0, z + 0.015 + notch], lines)
}

type Flat = readonly [across: number, along: number]

function quad(f: Footprint, x0: number, z0: number, x1: number, z1: number, into: number[]): void {
  triangle(f, [x0, z0], [x1, z0], [x1, z1], into)
  triangle(f, [x0, z0], [x1, z1], [x0, z1], into)
}

/** A triangle on the footprint's surface, lifted 2 mm so that it does not flicker with what lies there. */
function triangle(f: Footprint, a: Flat, b: Flat, c: Flat, into: number[]): void {
  const cos = Math.cos(f.yaw)
  const sin = Math.sin(f.yaw)
  const lift = f.stand === 'ceiling' ? -0.002 : 0.002
  for (const [across, along] of [a, b, c]) {
    const z = f.stand === 'wall' ? lift : along
    const y = f.stand === 'wall' ? along : lift
    into.push(f.x + across * cos + z * sin, f.y + y, f.z - across * sin + z * cos)
  }
}

function setTriangles(geometry: BufferGeometry, positions: readonly number[]): void {
  geometry.dispose()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.computeBoundingSphere()
}
