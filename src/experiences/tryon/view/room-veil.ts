import {
  type DataTexture,
  HalfFloatType,
  LinearFilter,
  NoColorSpace,
  type Texture,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { PersonMask } from '../tracker/tracker'
import { FullScreen } from './full-screen'
import { PersonMatte } from './person-matte'
import { LIGHT, SPREAD_ROOM, SUM_ROOM, VEIL } from './room-veil-shader'

/**
 * Hides the room behind whoever is in a picture: in its place stands the room's own light, spread until no thing can be told from another, so that hair and
 * glasses keep a rim that belongs there. What is worn is drawn on top later, and reads this picture as it would have read the other.
 */
export class RoomVeil {
  readonly #matte = new PersonMatte()
  readonly #summed = lightTarget()
  readonly #spread = lightTarget()
  readonly #veiled = new WebGLRenderTarget(1, 1, {
    colorSpace: NoColorSpace,
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    generateMipmaps: false,
    depthBuffer: false,
  })
  readonly #picture: { value: Texture | null } = { value: null }
  readonly #person: { value: DataTexture | null } = { value: null }
  readonly #size = { value: new Vector2(1, 1) }
  readonly #sum = new FullScreen(SUM_ROOM, { picture: this.#picture, person: this.#person })
  readonly #spreading = new FullScreen(SPREAD_ROOM, { summed: { value: this.#summed.texture } })
  readonly #veil = new FullScreen(VEIL, {
    picture: this.#picture,
    person: this.#person,
    light: { value: this.#spread.texture },
    size: this.#size,
  })

  /**
   * The picture with its room hidden; good until the next call. Allocates nothing while picture and mask keep their sizes.
   *
   * @param picture texture of the picture, first row at the top, of this many pixels
   */
  draw(renderer: WebGLRenderer, picture: Texture, width: number, height: number, mask: PersonMask): Texture {
    this.#picture.value = picture
    this.#person.value = this.#matte.take(mask)
    this.#size.value.set(width, height)
    // Does nothing while it has that size.
    this.#veiled.setSize(width, height)
    this.#sum.draw(renderer, this.#summed)
    this.#spreading.draw(renderer, this.#spread)
    this.#veil.draw(renderer, this.#veiled)
    renderer.setRenderTarget(null)
    return this.#veiled.texture
  }

  /** Forgets who was seen: the next picture is of another source. */
  clear(): void {
    this.#matte.clear()
  }

  dispose(): void {
    this.#matte.dispose()
    for (const target of [this.#summed, this.#spread, this.#veiled]) target.dispose()
    for (const pass of [this.#sum, this.#spreading, this.#veil]) pass.dispose()
  }
}

/** Half floats: a wall in soft light shows every step of eight bits. */
function lightTarget(): WebGLRenderTarget {
  return new WebGLRenderTarget(LIGHT.width, LIGHT.height, {
    type: HalfFloatType,
    colorSpace: NoColorSpace,
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    generateMipmaps: false,
    depthBuffer: false,
  })
}
