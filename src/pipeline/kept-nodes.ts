import { AnimationChannel, type Document, type Node } from '@gltf-transform/core'

/**
 * Nodes that must keep their place, their origin and their name: somebody outside the geometry knows them. Extras that hold a node's name (try-on's
 * temples and hooks, see core/wear.ts), a node's own extras, animations, skins.
 */
export function keptNodes(document: Document): Set<Node> {
  const root = document.getRoot()
  const mentioned = new Set<string>()
  for (const holder of [root, ...root.listScenes(), ...root.listNodes(), ...root.listMaterials()]) {
    collectTexts(holder.getExtras(), mentioned)
  }
  collectTexts(root.getAsset().extras, mentioned)
  const kept = new Set<Node>()
  for (const node of root.listNodes()) {
    const named = node.getName() !== '' && mentioned.has(node.getName())
    const described = Object.keys(node.getExtras()).length > 0
    const animated = node.listParents().some((parent) => parent instanceof AnimationChannel)
    if (named || described || animated || node.getSkin()) kept.add(node)
  }
  for (const skin of root.listSkins()) for (const joint of skin.listJoints()) kept.add(joint)
  return kept
}

/** Every text in a value, keys of records among them. */
function collectTexts(value: unknown, into: Set<string>): void {
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') into.add(next)
    else if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) {
        into.add(key)
        open.push(inner)
      }
    }
  }
}
