import type { Mesh } from '../shape/mesh'
import { type Colour, hex, type Image, paint } from './image'

/** A plain finish of a small part: rubber, plated brass, lume. */
export interface Finish {
  /** sRGB. */
  readonly colour: string
  readonly metallic?: number
  readonly roughness: number
}

/** What is printed at a point of the card's picture, (0, 0) its upper left. */
export type Print = (u: number, v: number) => { readonly colour: Colour } & Omit<Finish, 'colour'>

/** Fields of the strip along the card's lower edge. */
const FIELDS = 8
/** The picture's share of the card. */
export const PICTURE = 1 - 1 / FIELDS

/**
 * A card of plain finishes along its lower edge, a picture above them: many small parts, a dial among them, in one draw.
 * Its tile is 1 × 1; parts are laid on it by {@link finished} and {@link printed}.
 */
export function finishCard(
  name: string,
  finishes: readonly Finish[],
  picture?: { readonly size: number; readonly print: Print },
): { readonly base: Image; readonly packed: Image } {
  const size = picture?.size ?? 128
  const fields = finishes.map((finish) => ({ ...finish, colour: hex(finish.colour) }))
  const spare = fields[0] ?? { colour: [0.5, 0.5, 0.5] as const, roughness: 0.5 }
  const find: Print = (u, v) => {
    if (v >= PICTURE || !picture) return fields[Math.floor(u * FIELDS)] ?? spare
    return u < PICTURE ? picture.print(u / PICTURE, v / PICTURE) : spare
  }
  const found = new Map<number, ReturnType<Print>>()
  const base = paint(`${name}-colour`, size, size, 'colour', (u, v, x, y) => {
    const here = find(u, v)
    found.set(y * size + x, here)
    return here.colour
  })
  const packed = paint(`${name}-surface`, size, size, 'data', (_u, _v, x, y) => {
    const { roughness = 0.5, metallic = 0 } = found.get(y * size + x) ?? spare
    return [1, roughness, metallic]
  })
  return { base, packed }
}

/** Lays a part on one field of the card. */
export function finished(mesh: Mesh, field: number): Mesh {
  return mesh.mapTexture(() => [(field + 0.5) / FIELDS, 1 - 0.5 / FIELDS])
}

/** Lays a part on the picture: `map` gives the place on it, 0..1 from its upper left. */
export function printed(
  mesh: Mesh,
  map: (x: number, y: number, z: number) => readonly [number, number],
): Mesh {
  return mesh.mapTexture(({ x, y, z }) => {
    const [u, v] = map(x, y, z)
    return [u * PICTURE, v * PICTURE]
  })
}
