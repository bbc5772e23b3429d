/** The face mesh that 468 landmarks span: assets/try-on/canonical-face.json. */
export interface FaceTopology {
  /** Three indices a triangle, counter-clockwise seen from the front. */
  readonly triangles: readonly number[]
  /** Two numbers a point, 0..1, v down from the forehead. */
  readonly uvs: readonly number[]
}

/** Points of the mesh; the iris's ten come after them. */
export const FACE_POINTS = 468
