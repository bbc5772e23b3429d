import { at, type Mesh } from './mesh'

/** Turns a surface over: the wall of a bore, the inside of a glass. */
export function insideOut(mesh: Mesh): Mesh {
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const b = at(mesh.indices, i + 1)
    mesh.indices[i + 1] = at(mesh.indices, i + 2)
    mesh.indices[i + 2] = b
  }
  for (let i = 0; i < mesh.normals.length; i++) mesh.normals[i] = -at(mesh.normals, i)
  return mesh
}
