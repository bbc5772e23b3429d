import {
  BufferAttribute,
  BufferGeometry,
  LinearFilter,
  Mesh,
  NoBlending,
  NoColorSpace,
  Scene,
  ShaderMaterial,
  Texture,
  Vector2,
  Vector4,
} from 'three'
import type { PaintUniforms } from '../looks/makeup-look'
import type { Frame } from '../tracker/tracker'
import type { Crop } from './cover-crop'

/**
 * The camera's picture as a texture and as the background: its sRGB values pass through untouched, and whatever else reads it reads the same texel.
 */
export class PictureLayer {
  readonly scene = new Scene()
  readonly uniforms: PaintUniforms
  readonly #texture = new Texture()
  readonly #material: ShaderMaterial
  readonly #geometry = new BufferGeometry()
  #width = 0
  #height = 0

  constructor() {
    const texture = this.#texture
    texture.name = 'picture'
    texture.colorSpace = NoColorSpace
    texture.flipY = false
    texture.generateMipmaps = false
    texture.minFilter = LinearFilter
    texture.magFilter = LinearFilter
    this.uniforms = {
      picture: { value: texture },
      pictureFromScreen: { value: new Vector4() },
      pictureSize: { value: new Vector2(1, 1) },
      clipFromPicture: { value: new Vector4() },
    }
    this.#geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
    )
    this.#material = new ShaderMaterial({
      vertexShader: 'void main() { gl_Position = vec4( position.xy, 0.0, 1.0 ); }',
      fragmentShader: `
uniform sampler2D picture;
uniform vec4 pictureFromScreen;
void main() { gl_FragColor = vec4( texture2D( picture, gl_FragCoord.xy * pictureFromScreen.xy + pictureFromScreen.zw ).rgb, 1.0 ); }
`,
      uniforms: { ...this.uniforms },
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
    })
    const mesh = new Mesh(this.#geometry, this.#material)
    mesh.frustumCulled = false
    this.scene.add(mesh)
  }

  /** Pixels; zero before the first frame. */
  get width(): number {
    return this.#width
  }

  get height(): number {
    return this.#height
  }

  /** Takes a frame's pixels at the next draw: until then it must not be closed. */
  load(frame: Frame): void {
    const video = 'displayWidth' in frame
    const width = video ? frame.displayWidth : frame.width
    const height = video ? frame.displayHeight : frame.height
    if (width !== this.#width || height !== this.#height) {
      // Storage on the GPU is of one size.
      this.#texture.dispose()
      this.#width = width
      this.#height = height
      this.uniforms.pictureSize.value.set(width, height)
    }
    this.#texture.image = frame
    this.#texture.needsUpdate = true
    this.show(undefined)
  }

  /** The picture as it came. */
  get texture(): Texture {
    return this.#texture
  }

  /** Shows another texture of the same size in its place, to everything that reads the picture; or it itself again. */
  show(instead: Texture | undefined): void {
    this.uniforms.picture.value = instead ?? this.#texture
  }

  /** Lays the crop over a panel of the canvas, in its device pixels from the lower left. */
  lay(crop: Crop, x: number, y: number, width: number, height: number): void {
    const u = crop.width / this.#width / width
    const v = crop.height / this.#height / height
    this.uniforms.pictureFromScreen.value.set(
      u,
      -v,
      crop.x / this.#width - x * u,
      (crop.y + crop.height) / this.#height + y * v,
    )
    this.uniforms.clipFromPicture.value.set(
      2 / crop.width,
      -2 / crop.height,
      -(2 * crop.x) / crop.width - 1,
      (2 * crop.y) / crop.height + 1,
    )
  }

  /** Forgets the pixels: the GPU lost them, or the source ended. */
  clear(): void {
    this.#texture.dispose()
    this.#width = 0
    this.#height = 0
  }

  dispose(): void {
    this.#texture.dispose()
    this.#geometry.dispose()
    this.#material.dispose()
  }
}
