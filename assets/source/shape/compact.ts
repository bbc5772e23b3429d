import { Matrix4, Vector2, Vector3 } from 'three'
import { bar, path, round } from './bar'
import { lathe } from './lathe'
import { Mesh } from './mesh'
import { outline } from './profile'
import { type Plan, slab } from './slab'
import { PROUD, wordmark } from './wordmark'

export interface CompactOptions {
  /** Case and pan seen from above, metres. */
  readonly plan: Plan
  readonly pan: Plan
  readonly base: number
  readonly lid: number
  /** How far the lid stands open, radians. */
  readonly open: number
  /** Width of the hinge. */
  readonly hinge: number
  readonly lettering: number
}

/** An open compact in the parts it is made of. The powder's texture coordinates are seen from above, its middle at 0. */
export interface Compact {
  readonly case: Mesh
  readonly metal: Mesh
  readonly mirror: Mesh
  readonly powder: Mesh
}

/** A compact: a moulded base with a pan of pressed powder, a lid with a mirror let into it, a pin hinge of three knuckles, a push tab. */
export function compact({ plan, pan, base, lid, open, hinge, lettering }: CompactOptions): Compact {
  const half = Math.min(plan.halfX, plan.halfZ)
  const pit = Math.min(pan.halfX, pan.halfZ)
  const glass: Plan = shrink(plan, 0.0032)
  const pane = Math.min(glass.halfX, glass.halfZ)
  const axis = new Vector3(0, base + 0.0001, -plan.halfZ - 0.0011)

  const body = slab(
    outline(
      [
        { x: 0, y: 0.0005 },
        { x: half - 0.0034, y: 0.0005, fillet: 0.0003 },
        { x: half - 0.003, y: 0, fillet: 0.0003 },
        { x: half - 0.0016, y: 0, fillet: 0.001 },
        { x: half, y: 0.003, fillet: 0.003 },
        { x: half, y: base, fillet: 0.0007 },
        { x: half - 0.0011, y: base },
      ],
      false,
      5,
    ),
    plan,
    18,
  )
  // The deck round the pan, which has a plan of its own: from the case's rim inwards to the well.
  body.append(deck(plan, pan, base, half, pit))

  const metal = slab(
    outline(
      [
        { x: pit + 0.00035, y: base - 0.0016 },
        { x: pit + 0.00035, y: base - 0.0004, fillet: 0.00012 },
        { x: pit, y: base - 0.0004, fillet: 0.00012 },
        { x: pit - 0.00005, y: base - 0.0016 },
      ],
      false,
      2,
    ),
    pan,
    18,
  )
  const powder = slab(
    Array.from({ length: 12 }, (_, k) => {
      const t = k / 11
      return new Vector2(pit * (1 - t), base - 0.0011 + 0.0006 * Math.sin((t * Math.PI) / 2))
    }),
    pan,
    18,
    180,
  ).mapTexture(({ x, z }) => [x, z])

  const top = new Mesh()
  const shut = base + 0.0002
  top.append(
    slab(
      outline(
        [
          { x: 0, y: shut + 0.0012 },
          { x: pane, y: shut + 0.0012 },
          { x: pane + 0.0002, y: shut + 0.0001, fillet: 0.0002 },
          { x: half - 0.0001, y: shut, fillet: 0.0004 },
          { x: half, y: shut + lid, fillet: 0.0022 },
          { x: half * 0.5, y: shut + lid + 0.0004, fillet: 0.01 },
          { x: 0, y: shut + lid + 0.0004 },
        ],
        false,
        6,
      ),
      plan,
      18,
    ),
  )
  const mirror = slab(
    outline([
      { x: 0, y: shut + 0.0008 },
      { x: pane - 0.0007, y: shut + 0.0008, fillet: 0.00005 },
      { x: pane - 0.0002, y: shut + 0.0011 },
    ]),
    plan,
    18,
    20,
  )
  const foil = wordmark(lettering, (x, y) => ({
    point: new Vector3(x, shut + lid + 0.0004 + PROUD, -y),
    normal: new Vector3(0, 1, 0),
  }))

  const swing = new Matrix4()
    .makeTranslation(axis.x, axis.y, axis.z)
    .multiply(new Matrix4().makeRotationX(-open))
    .multiply(new Matrix4().makeTranslation(-axis.x, -axis.y, -axis.z))
  body.append(top, swing)
  // Knuckles: the outer two belong to the base, the middle one to the lid.
  const third = hinge / 3
  for (const k of [-1, 1]) body.append(knuckle(axis, k * third, third, -0.0008))
  body.append(knuckle(axis, 0, third, 0.0012), swing)
  metal.append(
    bar(path([-hinge / 2 - 0.0006, axis.y, axis.z], [hinge / 2 + 0.0006, axis.y, axis.z]), {
      section: () => round(0.0011),
      rings: 1,
      corner: 3,
      ends: 0.0002,
    }),
  )
  metal.append(foil, swing)
  // The tab that opens it, let into the front of the base.
  metal.append(
    bar(path([-0.0045, base - 0.0022, plan.halfZ], [0.0045, base - 0.0022, plan.halfZ]), {
      section: () => ({ width: 0.0012, height: 0.0024, radius: 0.0005 }),
      rings: 4,
      corner: 3,
      ends: 0.0006,
      endRings: 3,
    }),
  )
  return { case: body, metal, mirror: new Mesh().append(mirror, swing), powder }
}

function shrink({ halfX, halfZ, corner }: Plan, by: number): Plan {
  return { halfX: halfX - by, halfZ: halfZ - by, corner: Math.max(0, corner - by) }
}

/** From the rim of the case to the well of the pan, whose outlines need not be alike. */
function deck(plan: Plan, pan: Plan, base: number, half: number, pit: number): Mesh {
  const rim = outline(
    [
      { x: pit + 0.0012, y: base },
      { x: pit + 0.0004, y: base, fillet: 0.0003 },
      { x: pit + 0.0004, y: base - 0.002 },
      { x: 0, y: base - 0.002 },
    ],
    false,
    3,
  )
  const mesh = slab(rim, pan, 18)
  // A flat ring between two outlines with as many corners each.
  const outer = slab(
    outline([
      { x: half - 0.0011, y: base },
      { x: half - 0.0012, y: base },
    ]),
    plan,
    18,
  )
  const inner = slab(
    outline([
      { x: pit + 0.0012, y: base },
      { x: pit + 0.001, y: base },
    ]),
    pan,
    18,
  )
  const columns = outer.vertexCount / 2 - 1
  const ring = new Mesh().grid(columns, 1, (i, j) => {
    const from = j === 0 ? outer : inner
    const k = i * 3
    return { x: from.positions[k] ?? 0, y: base, z: from.positions[k + 2] ?? 0, u: i * 1e-3, v: j * 1e-3 }
  })
  for (let i = 0; i < ring.vertexCount; i++) ring.normals.push(0, 1, 0)
  return mesh.append(ring)
}

/** One knuckle about the pin, and the web that joins it to base or lid. */
function knuckle(axis: Vector3, x: number, width: number, web: number): Mesh {
  const turned = lathe(
    outline(
      [
        { x: 0, y: -width / 2 + 0.00012 },
        { x: 0.0013, y: -width / 2 + 0.00012, fillet: 0.0002 },
        { x: 0.0013, y: width / 2 - 0.00012, fillet: 0.0002 },
        { x: 0, y: width / 2 - 0.00012 },
      ],
      false,
      3,
    ),
    20,
  )
  const mesh = new Mesh().append(
    turned,
    new Matrix4().makeRotationZ(-Math.PI / 2).setPosition(x, axis.y, axis.z),
  )
  mesh.append(
    bar(path([x, axis.y + web, axis.z - 0.0002], [x, axis.y + web, axis.z + 0.003]), {
      section: () => ({ width: width - 0.00024, height: 0.0022, radius: 0.0003 }),
      rings: 1,
      corner: 2,
      ends: 0.0003,
    }),
  )
  return mesh
}
