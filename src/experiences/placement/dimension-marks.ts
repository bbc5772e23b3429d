import {
  type Box3,
  BoxGeometry,
  Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  Quaternion,
  Vector3,
} from 'three'
import type { Dimensions } from '../../core/dimensions'
import { directionOf, type Language } from '../../core/languages'
import { formatLength } from '../../core/length'
import { AXES, dimensionEdges, dimensionGap, EDGE_STRIDE } from '../../engine/dimension-edges'
import { Label } from './label'

/** Thickness of a line at one metre, metres; it grows with distance so that it never thins out. */
const THIN = 0.0022
/** Letters' em at one metre: 1.15 degrees, more than the 1 degree that a headset's reader needs. */
const EM_AT_METRE = 0.02
const SMALLEST_EM = 0.016
/** Length of an end tick in line thicknesses. */
const TICK = 9

const from = new Vector3()
const to = new Vector3()
const along = new Vector3()
const middle = new Vector3()
const size = new Vector3()
const turn = new Quaternion()
const matrix = new Matrix4()
const X = new Vector3(1, 0, 0)

/** Architect's lines round a placed product, in the world: width, height and depth, each in cm and inches. */
export class DimensionMarks {
  readonly node = new Group()
  private readonly lines: InstancedMesh<BoxGeometry, MeshBasicMaterial>
  private readonly labels: readonly Label[]
  private readonly edges = new Float32Array(AXES.length * EDGE_STRIDE)
  private readonly gap: number
  private heightSide = 0

  constructor(
    private readonly box: Box3,
    dimensions: Dimensions,
    language: Language,
  ) {
    this.gap = Math.min(0.12, dimensionGap(box))
    this.lines = new InstancedMesh(
      new BoxGeometry(),
      new MeshBasicMaterial({ color: '#ffffff', toneMapped: false }),
      AXES.length * 3,
    )
    this.lines.frustumCulled = false
    this.lines.renderOrder = 29
    this.labels = AXES.map(
      (axis) =>
        new Label(
          [formatLength(dimensions[axis], language, 'cm'), formatLength(dimensions[axis], language, 'in')],
          directionOf(language),
        ),
    )
    this.node.name = 'dimensions'
    this.node.add(this.lines, ...this.labels.map((label) => label.sprite))
  }

  /** @param eye where the viewer is, in the product's frame, metres */
  update(eye: Vector3): void {
    this.heightSide = dimensionEdges(this.box, eye, this.gap, this.heightSide, this.edges)
    for (let i = 0; i < AXES.length; i++) {
      from.fromArray(this.edges, i * EDGE_STRIDE)
      to.fromArray(this.edges, i * EDGE_STRIDE + 3)
      along.copy(to).sub(from)
      const length = along.length()
      turn.setFromUnitVectors(X, along.normalize())
      middle.copy(from).add(to).multiplyScalar(0.5)
      const distance = Math.max(0.3, middle.distanceTo(eye))
      const thin = THIN * distance
      this.bar(i * 3, middle, length, thin, thin)
      this.bar(i * 3 + 1, from, thin, thin * TICK, thin)
      this.bar(i * 3 + 2, to, thin, thin * TICK, thin)
      const label = this.labels[i]
      if (!label) continue
      label.sprite.position.copy(middle)
      label.setSize(Math.max(SMALLEST_EM, EM_AT_METRE * distance))
    }
    this.lines.instanceMatrix.needsUpdate = true
  }

  dispose(): void {
    this.node.removeFromParent()
    this.lines.geometry.dispose()
    this.lines.material.dispose()
    this.lines.dispose()
    for (const label of this.labels) label.dispose()
  }

  private bar(index: number, at: Vector3, length: number, high: number, deep: number): void {
    this.lines.setMatrixAt(index, matrix.compose(at, turn, size.set(length, high, deep)))
  }
}
