import {
  BufferAttribute,
  BufferGeometry,
  CylinderGeometry,
  DynamicDrawUsage,
  Group,
  Mesh,
  MeshBasicMaterial,
  Sphere,
  SphereGeometry,
} from 'three'
import type { HeadFit } from '../fit/head-fit'
import { FACE_POINTS, type FaceTopology } from './face-topology'

/** How much smaller than life the head hides: its outline is a guess, and what lies on the skin must not sink into it. */
export interface OccluderFit {
  /** Share of the skull's half width. */
  readonly skull: number
  /** Metres by which the face is set back: what lies on it must not be cut by an error of the same size. */
  readonly face: number
  /** Whether the neck hides too. */
  readonly neck: boolean
}

/**
 * What a head hides, drawn into the depth buffer alone: this frame's face, an ellipsoid for the skull, a cylinder for the neck. Child of the head's frame.
 */
export class HeadOccluder {
  readonly object = new Group()
  /** This frame's face in the head's frame; shadows fall onto it. */
  readonly face: BufferGeometry
  readonly #position: BufferAttribute
  readonly #skull: Mesh
  readonly #neck: Mesh | undefined
  readonly #material: MeshBasicMaterial
  readonly #faceMaterial: MeshBasicMaterial
  readonly #fit: OccluderFit

  constructor(topology: FaceTopology, fit: OccluderFit) {
    this.#fit = fit
    this.#material = new MeshBasicMaterial({ colorWrite: false })
    this.#faceMaterial = drawnIn(fit.face)
    this.face = new BufferGeometry()
    this.#position = new BufferAttribute(new Float32Array(FACE_POINTS * 3), 3).setUsage(DynamicDrawUsage)
    this.face.setAttribute('position', this.#position)
    this.face.setIndex([...topology.triangles])
    this.face.boundingSphere = new Sphere()
    this.#skull = new Mesh(new SphereGeometry(1, 32, 24), this.#material)
    this.object.add(this.#part(new Mesh(this.face, this.#faceMaterial)), this.#part(this.#skull))
    if (fit.neck) {
      // Reaches from below the ears down: 11 cm across (ANSUR II: neck circumference 33 to 40 cm), a little less so as not to hide what touches it.
      const neck = new Mesh(new CylinderGeometry(0.048, 0.052, 0.16, 24, 1), this.#material)
      this.#neck = this.#part(neck)
      this.object.add(neck)
    }
  }

  update(head: HeadFit): void {
    const { skull } = head.marks
    const { array } = this.#position
    for (let i = 0; i < FACE_POINTS * 3; i++) array[i] = head.surface[i] as number
    this.#position.needsUpdate = true
    this.#skull.position.set(...skull.centre)
    this.#skull.scale.set(
      skull.radii[0] * this.#fit.skull,
      skull.radii[1] * this.#fit.skull,
      skull.radii[2] * 0.97,
    )
    this.#neck?.position.set(0, head.marks.lobe.left[1] - 0.095, skull.centre[2] + 0.01)
  }

  dispose(): void {
    this.object.traverse((part) => {
      if (part instanceof Mesh) part.geometry.dispose()
    })
    this.#material.dispose()
    this.#faceMaterial.dispose()
    this.object.removeFromParent()
  }

  #part(mesh: Mesh): Mesh {
    mesh.renderOrder = -10
    mesh.frustumCulled = false
    return mesh
  }
}

/**
 * Depth without colour. The sides of the face are drawn in by a few millimetres, growing behind the cheekbones: a temple or an earring touches the skin
 * there, and the mesh ends in a guess.
 */
function drawnIn(back: number): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ colorWrite: false })
  material.onBeforeCompile = (shader) => {
    shader.uniforms.setBack = { value: back }
    shader.vertexShader = `uniform float setBack;\n${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      '#include <begin_vertex>\ntransformed.x *= 1.0 - 0.08 * smoothstep( -0.005, 0.045, - position.z );\ntransformed.z -= mix( 0.0015, setBack, smoothstep( 0.012, 0.022, abs( position.x ) ) );',
    )
  }
  material.customProgramCacheKey = () => 'head occluder'
  return material
}
