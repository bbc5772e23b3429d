/** A furnished room for an emulated device, as written in `assets/environment/*.json`. Metres, Y up. */
export interface RoomFile {
  readonly name: string
  /** Planes the device finds. */
  readonly surfaces: readonly RoomSurface[]
  /** Boxes the device finds. */
  readonly solids: readonly RoomSolid[]
  /** What its camera sees. */
  readonly looks: readonly RoomLook[]
}

type Triple = readonly [number, number, number]

export interface RoomSurface {
  /** Meta's semantic label, upper case. */
  readonly label: string
  readonly faces: 'up' | 'down' | 'out'
  /** Of an `out` surface, degrees; 0 faces +Z. */
  readonly heading?: number
  /** Its middle. */
  readonly at: Triple
  /** Across and along. */
  readonly size: readonly [number, number]
}

export interface RoomSolid {
  readonly label: string
  readonly at: Triple
  readonly size: Triple
}

export interface RoomLook {
  readonly shape: 'box' | 'soft' | 'cloth' | 'cylinder' | 'pot' | 'leaves' | 'floor' | 'sky'
  readonly at: Triple
  readonly size: readonly number[]
  readonly colour: string
  /** Radius of edges, metres. */
  readonly round?: number
  /** Degrees about Z. */
  readonly tilt?: number
  readonly heading?: number
  readonly axis?: 'z'
}

/** A room as @iwer/sem loads it: Meta's scene format in JSON. */
export interface SpatialScene {
  readonly spatialEntities: readonly object[]
}

type Quaternion = { readonly x: number; readonly y: number; readonly z: number; readonly w: number }

/**
 * How @iwer/sem must turn a plane so that hits on it point along its normal. Its planes lie in XZ and look down
 * until turned.
 */
export function orientationOf(surface: RoomSurface): Quaternion {
  if (surface.faces === 'up') return { x: 1, y: 0, z: 0, w: 0 }
  if (surface.faces === 'down') return { x: 0, y: 0, z: 0, w: 1 }
  const half = ((surface.heading ?? 0) * Math.PI) / 360
  const s = Math.SQRT1_2
  // About Y by the heading after about X by -90 degrees.
  return { x: -s * Math.cos(half), y: s * Math.sin(half), z: s * Math.sin(half), w: s * Math.cos(half) }
}

/** Writes a room in the format of @iwer/sem. */
export function toSpatialScene(room: RoomFile): SpatialScene {
  const surfaces = room.surfaces.map((surface, index) => ({
    uuid: uuidOf(index),
    semanticLabel_META: surface.label,
    locatable_META: { position: point(surface.at), orientation: orientationOf(surface) },
    bounded2D_META: {
      offset: { x: -surface.size[0] / 2, y: -surface.size[1] / 2 },
      extent: { width: surface.size[0], height: surface.size[1] },
    },
  }))
  const solids = room.solids.map(({ label, at, size: [width, height, depth] }, index) => ({
    uuid: uuidOf(index + room.surfaces.length),
    semanticLabel_META: label,
    locatable_META: { position: point(at), orientation: { x: 0, y: 0, z: 0, w: 1 } },
    bounded3D_META: {
      offset: { x: -width / 2, y: -height / 2, z: -depth / 2 },
      extent: { width, height, depth },
    },
  }))
  return { spatialEntities: [...surfaces, ...solids] }
}

function point([x, y, z]: Triple): { x: number; y: number; z: number } {
  return { x, y, z }
}

function uuidOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
