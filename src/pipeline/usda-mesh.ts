import type { Accessor, Primitive } from '@gltf-transform/core'

/** Decimals kept in the text. Positions are metres, so 5 is a hundredth of a millimetre. */
export interface UsdaPrecision {
  readonly position: number
  readonly normal: number
  readonly texture: number
}

/** A glTF triangle primitive as a USD mesh; undefined when it is not triangles or has no positions. */
export function usdaMesh(
  primitive: Primitive,
  name: string,
  materialPath: string | undefined,
  doubleSided: boolean,
  precision: UsdaPrecision,
): string | undefined {
  const position = primitive.getAttribute('POSITION')
  if (!position || primitive.getMode() !== 4) return undefined
  const indices =
    primitive.getIndices()?.getArray() ?? Uint32Array.from({ length: position.getCount() }, (_, i) => i)
  const normal = primitive.getAttribute('NORMAL')
  const lines = [
    `uniform bool doubleSided = ${doubleSided ? 1 : 0}`,
    `float3[] extent = [${extent(position)}]`,
    `int[] faceVertexCounts = [${new Array(Math.floor(indices.length / 3)).fill('3').join(',')}]`,
    `int[] faceVertexIndices = [${indices.join(',')}]`,
    `point3f[] points = [${tuples(position, precision.position)}]`,
  ]
  if (normal) {
    lines.push(`normal3f[] normals = [${tuples(normal, precision.normal)}] (interpolation = "vertex")`)
  }
  for (let set = 0; ; set++) {
    const texture = primitive.getAttribute(`TEXCOORD_${set}`)
    if (!texture) break
    lines.push(
      `texCoord2f[] primvars:st${set || ''} = [${tuples(texture, precision.texture, true)}] (interpolation = "vertex")`,
    )
  }
  lines.push('uniform token subdivisionScheme = "none"')
  if (materialPath) lines.push(`rel material:binding = <${materialPath}>`)
  return `def Mesh "${name}" (
    prepend apiSchemas = ["MaterialBindingAPI"]
)
{
    ${lines.join('\n    ')}
}`
}

/** Elements as `(x,y,z)` with a fixed number of decimals at most; texture coordinates flip to USD's lower-left origin. */
function tuples(accessor: Accessor, decimals: number, flip = false): string {
  const power = 10 ** decimals
  const parts: string[] = []
  const element: number[] = []
  for (let i = 0; i < accessor.getCount(); i++) {
    accessor.getElement(i, element)
    if (flip) element[1] = 1 - (element[1] ?? 0)
    // `+ 0` turns -0 into 0.
    parts.push(`(${element.map((value) => Math.round(value * power) / power + 0).join(',')})`)
  }
  return parts.join(',')
}

function extent(position: Accessor): string {
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0
  return [position.getMin([]), position.getMax([])]
    .map((corner) => `(${corner.map(round).join(', ')})`)
    .join(', ')
}
