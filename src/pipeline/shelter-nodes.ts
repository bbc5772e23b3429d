import type { Document, Node } from '@gltf-transform/core'

/**
 * Hangs the mesh of each kept node from a nameless child. Quantising writes its scale and offset into the node that shows a mesh, which
 * would move the hinge a temple turns about.
 */
export function shelterNodes(document: Document, kept: ReadonlySet<Node>): void {
  for (const node of kept) {
    const mesh = node.getMesh()
    // A skin's transform is not the node's, and morph weights are set by name on the node itself.
    if (!mesh || node.getSkin() || mesh.listPrimitives().some((part) => part.listTargets().length > 0))
      continue
    if (node.listExtensions().length > 0 || node.isDisposed()) continue
    node.addChild(document.createNode().setMesh(mesh))
    node.setMesh(null)
  }
}
