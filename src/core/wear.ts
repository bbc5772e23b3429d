import * as v from 'valibot'

/**
 * What try-on must know of a thing that is worn, carried inside its GLB as `extras.vitrine` of the default scene (see
 * docs/wearables.md). Lengths in metres, angles in radians, points and directions in the model's space (Y up, the wearer facing +Z, so
 * the wearer's right is -X). Where the origin lies is said of each kind.
 */
export const WEAR_VERSION = 1

const length = v.pipe(v.number(), v.finite(), v.gtValue(0))
const finite = v.pipe(v.number(), v.finite())
const point = v.tuple([finite, finite, finite])
const pair = <T extends v.GenericSchema>(entry: T) => v.strictObject({ left: entry, right: entry })
const nodeName = v.pipe(v.string(), v.nonEmpty())

/** Origin: middle of the bridge where it sits on the nose, in the plane of the lenses' backs. */
const eyewear = v.strictObject({
  kind: v.literal('eyewear'),
  /** Between the hinges, the widest the front is. */
  frameWidth: length,
  /** The boxed size of one lens, as printed inside temples (the 50 of 50-20-145). */
  lensWidth: length,
  lensHeight: length,
  /** Between the lenses (the 20). */
  bridge: length,
  /** From the hinge round the bend to the tip (the 145). */
  templeLength: length,
  /** Height of the temple at the hinge. */
  templeWidth: length,
  /** Where each temple turns. */
  hinges: pair(point),
  /** Names of the nodes that hold the temples, each with its hinge as origin. */
  temples: pair(nodeName),
  /** A temple fades out between these distances behind its hinge, where an ear would hide it. */
  fade: v.strictObject({ from: length, to: length }),
  /** Share of light the lenses let through, 0..1. */
  lensTransmission: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
})

/** Origin: centre of the ring where the hat holds the head. */
const hat = v.strictObject({
  kind: v.literal('hat'),
  /** Round the inside of the band. */
  circumference: length,
  /** Smallest and largest head it is sold for. */
  fits: v.tuple([length, length]),
  /** Inside, from the band up to the crown. */
  crownDepth: length,
  /** How far it leans back from level when worn. */
  tilt: finite,
})

/** Origin: midway between the hooks. */
const earring = v.strictObject({
  kind: v.literal('earring'),
  /** Names of the nodes that hold one earring each, with the hook as origin. */
  sides: pair(nodeName),
  /** Where the ear is pierced. */
  hooks: pair(point),
  /** How it hangs: a pendulum of this length that swings at most this far; null for a stud. */
  swing: v.nullable(v.strictObject({ length, limit: length })),
})

/** Origin: centre of the wrist. */
const watch = v.strictObject({
  kind: v.literal('watch'),
  /** Inside the closed strap: across the forearm (at right angles to `axis` and `dial`), and from the dial to the far side. */
  innerWidth: length,
  innerHeight: length,
  /** Along the forearm, towards the hand. */
  axis: point,
  /** Where the dial faces. */
  dial: point,
  caseDiameter: length,
})

/** Origin: centre of the bore. */
const ring = v.strictObject({
  kind: v.literal('ring'),
  innerDiameter: length,
  /** Along the finger, towards its tip. */
  axis: point,
  /** Where the stone or the face points. */
  face: point,
})

/** Colours are sRGB, as they look on the skin at full strength. */
const makeup = v.strictObject({
  kind: v.literal('makeup'),
  /** One for each variant of the file, by its name. */
  shades: v.record(
    v.string(),
    v.strictObject({
      region: v.picklist(['lips', 'cheeks', 'eyelids']),
      colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
      finish: v.picklist(['matte', 'satin', 'gloss']),
      /** How much of the skin it covers when worn as intended, 0..1. */
      opacity: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
    }),
  ),
})

const wear = v.variant('kind', [eyewear, hat, earring, watch, ring, makeup])
const block = v.object({ version: v.literal(WEAR_VERSION), wear })

export type Wear = v.InferOutput<typeof wear>
export type WearOf<K extends Wear['kind']> = Extract<Wear, { kind: K }>

/** What extras say, that they say nothing, or what is wrong with what they say. */
export type ReadWear =
  | { readonly ok: true; readonly wear: Wear | undefined }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly found: unknown }[] }

/** Reads `extras` of a scene. Extras without a `vitrine` key belong to somebody else and are no fault. */
export function readWear(extras: unknown): ReadWear {
  const given =
    typeof extras === 'object' && extras !== null ? (extras as { vitrine?: unknown }).vitrine : undefined
  if (given === undefined) return { ok: true, wear: undefined }
  const result = v.safeParse(block, given)
  if (result.success) return { ok: true, wear: result.output.wear }
  const faults = result.issues.map((issue) => ({
    path: ['vitrine', ...(issue.path ?? []).map(({ key }) => String(key))].join('.'),
    found: issue.input,
  }))
  return { ok: false, faults }
}
