import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  type IUniform,
  Mesh,
  NoBlending,
  Scene,
  ShaderMaterial,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'

/** One program over the whole of a target, whose every pixel it writes. */
export class FullScreen {
  readonly #scene = new Scene()
  readonly #camera = new Camera()
  readonly #geometry = new BufferGeometry()
  readonly #material: ShaderMaterial

  /** @param fragmentShader finds its place by `gl_FragCoord` */
  constructor(fragmentShader: string, uniforms: Record<string, IUniform>) {
    this.#geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
    )
    this.#material = new ShaderMaterial({
      vertexShader: 'void main() { gl_Position = vec4( position.xy, 0.0, 1.0 ); }',
      fragmentShader,
      uniforms,
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
    })
    const mesh = new Mesh(this.#geometry, this.#material)
    mesh.frustumCulled = false
    this.#scene.add(mesh)
  }

  /** Leaves the target set. */
  draw(renderer: WebGLRenderer, target: WebGLRenderTarget): void {
    renderer.setRenderTarget(target)
    renderer.render(this.#scene, this.#camera)
  }

  dispose(): void {
    this.#geometry.dispose()
    this.#material.dispose()
  }
}
