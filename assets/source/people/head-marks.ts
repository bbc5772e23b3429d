// Where the marks lie on the base mesh (MakeHuman's hm08), as its vertex numbers: looked up once on the mesh laid over its skin. Left is the
// wearer's left; the right ones are found as mirror images.

/** Along the middle of the face. */
export const MIDDLE = {
  sellion: 132,
  noseTip: 297,
  subnasale: 343,
  chin: 5162,
  menton: 732,
  glabella: 169,
  forehead: 237,
  crown: 881,
  occiput: 962,
} as const

/** Down the ridge of the nose, from between the eyes to the tip. */
export const RIDGE = [136, 132, 133, 134, 135, 131, 5063, 164, 201, 291, 5134, 294, 5054, 297] as const

/** On the wearer's left. */
export const LEFT = {
  eyeInner: 13365,
  eyeOuter: 13377,
  earRoot: 12364,
  earLobe: 12071,
  earLobeBottom: 12340,
  tragion: 12045,
  earBack: 12022,
  alare: 7057,
  zygion: 7573,
  jawAngle: 11850,
  cheek: 11857,
  browInner: 6984,
  browOuter: 10410,
  mouthCorner: 10403,
} as const

/** The eyelids' edge round the left eye starts with this pair; walked as an edge loop. */
export const LID = [13370, 13372] as const

/** Loops round the mouth, each walked from a first pair. */
export const LIP_LOOPS = {
  /** The border between lips and skin. */
  outer: [455, 454],
  /** Where the lips touch. */
  inner: [474, 473],
  /** Deep inside: as far as lips are coloured. */
  deep: [537, 538],
} as const

/** A shirt's collar passes through these: under the pit of the throat, and the nape. */
export const COLLAR = { front: 1522, nape: 857 } as const
