import { Curve, Vector3 } from 'three'
import { bar, type Section } from '../bar'
import { Mesh } from '../mesh'

export interface TempleOptions {
  /** Middle of its front end; the left temple's. */
  readonly start: Vector3
  /** Along the curve to the tip, metres (the 145 of 50-20-145). */
  readonly length: number
  /** Where the bend behind the ear begins. */
  readonly bend: number
  /** How far the tip turns down, radians. */
  readonly drop: number
  /** Radius of the bend. */
  readonly radius?: number
  /** How much wider apart the temples are at the bend than at the front; tips come in again by as much and `tuck`. */
  readonly splay?: number
  readonly tuck?: number
  /** Section at metres from the front end: width = height of the temple, height = its thickness. */
  readonly section: (run: number) => Section
  /** Whether the tip is rounded in the side view. */
  readonly paddle?: boolean
  readonly rings?: number
  readonly corner?: number
  /** Rounding of both ends' edges. */
  readonly ends?: number
  /** Part of the length to make, metres from the front: a wire, or the tip over it. */
  readonly from?: number
  readonly to?: number
}

/** The line of a temple: straight to the ear, round the bend, straight down behind it. `t` = 0..1 of its length. */
export class TempleLine extends Curve<Vector3> {
  constructor(
    private readonly shape: Omit<TempleOptions, 'section'>,
    private readonly from = 0,
    private readonly to = shape.length,
  ) {
    super()
    this.arcLengthDivisions = 400
  }

  override getPoint(t: number, target = new Vector3()): Vector3 {
    const { start, length, bend, drop, radius = 0.026, splay = 0.0012, tuck = 0.002 } = this.shape
    const run = this.from + (this.to - this.from) * t
    const turned = Math.min(Math.max(run - bend, 0) / radius, drop)
    const rest = Math.max(run - bend - drop * radius, 0)
    const back = Math.min(run, bend) + Math.sin(turned) * radius + Math.cos(drop) * rest
    const down = (1 - Math.cos(turned)) * radius + Math.sin(drop) * rest
    const tail = Math.max(run - bend, 0) / (length - bend)
    const wide = splay * Math.sin(Math.min(run / bend, 1) * (Math.PI / 2)) - (splay + tuck) * tail * tail
    return target.set(start.x + wide, start.y - down, start.z - back)
  }
}

/**
 * A left temple. Texture: u = run along the temple, v = height about its middle line, both sheared a little by depth, so that what
 * is inside the material (a core wire, a blotch) shows at one place on both sides.
 */
export function temple(options: TempleOptions): Mesh {
  const {
    length,
    section,
    paddle = false,
    rings = 40,
    corner = 3,
    ends = 0.0006,
    from = 0,
    to = length,
  } = options
  const line = new TempleLine(options, from, to)
  const whole = to - from
  const stations = Array.from({ length: rings + 1 }, (_, j) => j / rings)
  const half = section(to).width / 2
  if (paddle) {
    // Rings close up towards the rounded tip.
    const straight = 1 - half / whole
    stations.splice(0, stations.length, ...stations.map((share) => share * straight))
    for (let k = 1; k <= 7; k++) stations.push(straight + (1 - straight) * Math.sin((k / 7) * (Math.PI / 2)))
  }
  const mesh = bar(line, {
    section: (t) => {
      const run = from + t * whole
      const full = section(run)
      const into = paddle ? Math.max(run - (to - half), 0) / half : 0
      const width = Math.max(full.width * Math.sqrt(Math.max(1 - into * into, 0)), ends * 2.4)
      return { ...full, width }
    },
    up: new Vector3(1, 0, 0),
    stations,
    corner,
    ends,
  })
  return alongLine(mesh, new TempleLine(options))
}

/** Maps texture by where a point lies along a line and beside it. */
function alongLine(mesh: Mesh, line: TempleLine): Mesh {
  const steps = 240
  const samples = Array.from({ length: steps + 1 }, (_, k) => line.getPointAt(k / steps))
  const length = line.getLength()
  return mesh.mapTexture((point) => {
    let best = 0
    for (let k = 1; k <= steps; k++) {
      const [here, found] = [samples[k], samples[best]]
      if (here && found && here.distanceToSquared(point) < found.distanceToSquared(point)) best = k
    }
    const centre = samples[best] ?? point
    const tangent = line.getTangentAt(best / steps)
    const away = point.clone().sub(centre)
    const run = (best / steps) * length + away.dot(tangent)
    const height = away.y * Math.hypot(tangent.z, 0) - away.z * tangent.y * Math.sign(tangent.z)
    return [run + away.x * 0.3, height + away.x * 0.2]
  })
}

/** A mesh and its mirror image across the middle of the face. */
export function turnedOver(mesh: Mesh): Mesh {
  const other = new Mesh()
  for (let i = 0; i < mesh.vertexCount; i++) {
    const [x = 0, y = 0, z = 0] = mesh.positions.slice(i * 3, i * 3 + 3)
    const [nx = 0, ny = 0, nz = 0] = mesh.normals.slice(i * 3, i * 3 + 3)
    const [u = 0, v = 0] = mesh.uvs.slice(i * 2, i * 2 + 2)
    other.vertex(-x, y, z, u, v)
    other.normals.push(-nx, ny, nz)
  }
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a = 0, b = 0, c = 0] = mesh.indices.slice(i, i + 3)
    other.indices.push(a, c, b)
  }
  return other
}
