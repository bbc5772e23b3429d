import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import { beforeAll, describe, expect, test } from 'vitest'
import type { HandTruth } from '../../assets/source/people/hand-truth'
import type { HeadTruth } from '../../assets/source/people/truth'

const folder = join(import.meta.dirname, '..', '..', 'assets', 'people')
const files = readdirSync(folder).filter((name) => name.endsWith('.glb'))
const heads = files.filter((name) => !name.startsWith('hand'))
const hands = files.filter((name) => name.startsWith('hand'))
const io = new NodeIO()
  .registerExtensions(ALL_EXTENSIONS)
  .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })

type Point = readonly number[]
const distance = ([x = 0, y = 0, z = 0]: Point, [u = 0, v = 0, w = 0]: Point) =>
  Math.hypot(x - u, y - v, z - w)
/** How far the nearest of some points lies. */
const nearest = (points: readonly Point[], to: Point) =>
  points.reduce((least, point) => Math.min(least, distance(point, to)), Number.POSITIVE_INFINITY)

/** Vertices of the named nodes, in the scene's space. */
function vertices(document: Document, names: readonly string[]): Point[] {
  return document
    .getRoot()
    .listNodes()
    .filter((node) => names.includes(node.getName()))
    .flatMap((node) => {
      const matrix = node.getWorldMatrix()
      return (node.getMesh()?.listPrimitives() ?? []).flatMap((primitive) => {
        const position = primitive.getAttribute('POSITION')
        return Array.from({ length: position?.getCount() ?? 0 }, (_, i) => {
          const [x = 0, y = 0, z = 0] = position?.getElement(i, []) ?? []
          return [0, 1, 2].map(
            (row) =>
              (matrix[row] ?? 0) * x +
              (matrix[4 + row] ?? 0) * y +
              (matrix[8 + row] ?? 0) * z +
              (matrix[12 + row] ?? 0),
          )
        })
      })
    })
}
const truthIn = <T>(document: Document) => document.getRoot().getDefaultScene()?.getExtras().truth as T

beforeAll(() => MeshoptDecoder.ready)

test('there are six people and three hands, each within its budget', () => {
  expect(heads).toHaveLength(6)
  expect(hands).toHaveLength(3)
  for (const name of files) expect(readFileSync(join(folder, name)).length, name).toBeLessThan(1_500_000)
})

describe.each(heads)('%s', (name) => {
  let document: Document
  let truth: HeadTruth
  beforeAll(async () => {
    document = await io.read(join(folder, name))
    truth = truthIn<HeadTruth>(document)
  })

  test('is an adult of a plausible size, origin between the eyes', () => {
    const { left, right } = truth.eyeballs
    expect(left[0] + right[0]).toBeCloseTo(0, 5)
    expect(truth.irisDiameter).toBe(0.0117)
    expect(truth.pupillaryDistance).toBeGreaterThan(0.054)
    expect(truth.pupillaryDistance).toBeLessThan(0.072)
    expect(truth.hatBand.circumference).toBeGreaterThan(0.53)
    expect(truth.hatBand.circumference).toBeLessThan(0.6)
    expect(truth.pupils.right[0]).toBeLessThan(0)
    expect(truth.noseTip[2]).toBeGreaterThan(truth.sellion[2])
  })

  test('has its marks on its mesh', () => {
    const mesh = vertices(document, ['skin', 'lips'])
    const marks = [
      truth.sellion,
      truth.noseTip,
      truth.chin,
      truth.crown,
      ...truth.nose.ridge,
      ...[
        truth.earRoots,
        truth.earLobes,
        truth.tragions,
        truth.eyeCorners.inner,
        truth.eyeCorners.outer,
      ].flatMap(({ left, right }) => [left, right]),
      ...truth.lips.rest.outer,
    ]
    for (const mark of marks) expect(nearest(mesh, mark)).toBeLessThan(0.0005)
  })

  test('has irises whose edge lies on the eyeballs', () => {
    const { radius } = truth.eyeballs
    for (const side of ['left', 'right'] as const) {
      const [pupil, centre] = [truth.pupils[side], truth.eyeballs[side]]
      expect(Math.hypot(distance(pupil, centre), truth.irisDiameter / 2)).toBeCloseTo(radius, 5)
    }
    const eyes = vertices(document, ['eyes'])
    for (const vertex of eyes.slice(0, 200))
      expect(
        Math.min(distance(vertex, truth.eyeballs.left), distance(vertex, truth.eyeballs.right)) - radius,
      ).toBeCloseTo(0, 3)
  })

  test('opens the mouth as its truth says, and keeps six tones and the mask of its lips', () => {
    const [lips] = document
      .getRoot()
      .listNodes()
      .filter((node) => node.getName() === 'lips')
    expect(lips?.getMesh()?.getExtras().targetNames).toEqual(['mouth-open', 'blink'])
    const { rest, 'mouth-open': open } = truth.lips
    expect(rest.outer.length).toBeGreaterThanOrEqual(64)
    const gap = (line: readonly Point[]) => {
      const heights = line.filter((point) => Math.abs(point[0] ?? 1) < 0.003).map((point) => point[1] ?? 0)
      return Math.max(...heights) - Math.min(...heights)
    }
    expect(gap(open.inner) - gap(rest.inner)).toBeGreaterThan(0.005)
    const textures = document
      .getRoot()
      .listTextures()
      .map((texture) => texture.getName())
    expect(textures).toContain(truth.lipMask)
    expect(textures.filter((texture) => texture.startsWith('tone-'))).toHaveLength(6)
  })
})

describe.each(hands)('%s', (name) => {
  test('has 21 points, a wrist and rings of plausible size, rings on its skin', async () => {
    const document = await io.read(join(folder, name))
    const truth = truthIn<HandTruth>(document)
    expect(truth.joints).toHaveLength(21)
    expect(truth.palmLength).toBeGreaterThan(0.08)
    expect(truth.palmLength).toBeLessThan(0.115)
    expect(truth.watch.width).toBeGreaterThan(truth.watch.thickness)
    // The thumb of a right hand seen from its back, fingers up, points to the picture's left.
    expect(truth.joints[4]?.[0]).toBeLessThan(0)
    const mesh = vertices(document, ['skin'])
    for (const { centre, radius } of Object.values(truth.rings)) {
      expect(radius).toBeGreaterThan(0.006)
      expect(radius).toBeLessThan(0.012)
      expect(nearest(mesh, centre)).toBeGreaterThan(radius * 0.6)
      expect(nearest(mesh, centre)).toBeLessThan(radius * 1.2)
    }
  })
})
