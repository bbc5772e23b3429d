import type { PersonShot } from '../../../scripts/person-booth/open'

/** One moment of a clip: a shot, how many frames of a camera it lasts (each with noise of its own), and what is measured in its last. */
export interface Step {
  readonly shot: PersonShot
  readonly frames: number
  readonly measure?: string
}

/** A clip as a tracker sees it, from somebody's arrival on. */
export interface Clip {
  readonly name: string
  readonly person: string
  readonly steps: readonly Step[]
}

/** A phone's front camera, 4:3 at about 60 degrees across; the face as large as in 720p held at arm's length. */
export const CAMERA = { width: 960, height: 720, focal: 840 } as const
export const SIGMA = 2
export const HEADS = ['ingrid', 'kenji', 'malik'] as const
/** Names of the model people's skins, from very light to very dark. */
export const TONES = ['tone-1', 'tone-2', 'tone-3', 'tone-5', 'tone-6'] as const
const MEDIUM = 'tone-3'
export const YAWS = [0, 15, 30, 45] as const
/** Metres from the camera. */
const AWAY = 0.45

const degrees = (value: number) => (value * Math.PI) / 180

/** A head in a room, lit as at home. Metres, degrees. */
function headShot(
  at: { x?: number; y?: number; z?: number; yaw?: number; pitch?: number; roll?: number },
  more: Partial<PersonShot> = {},
): PersonShot {
  return {
    camera: CAMERA,
    pose: {
      position: [at.x ?? 0, at.y ?? 0, -(at.z ?? AWAY)],
      rotation: [degrees(at.pitch ?? 0), degrees(at.yaw ?? 0), degrees(at.roll ?? 0)],
    },
    background: { kind: 'room' },
    ...more,
  }
}

/** Somebody settles before the camera: what a shopper does in the first second. */
function arrival(tone: string): Step[] {
  return [0, 4, -3, 0].map((yaw, i) => ({
    shot: headShot({ yaw, pitch: i % 2 === 0 ? 0 : 2 }, { tone }),
    frames: 8,
  }))
}

/** Frames for which a mouth is held open: it opens from one frame to the next, as no mouth does, so that what is measured must not be how fast a filter follows. */
const HELD_OPEN = 15

/** Turning step by step, and held at each angle. With the lips' truth, and with an open mouth from the front and at 30 degrees. */
export function turnClip(person: string, tone: string): Clip {
  const steps = arrival(tone)
  let before = 0
  for (const yaw of YAWS) {
    for (let t = 1; yaw > 0 && t < 4; t++) {
      steps.push({ shot: headShot({ yaw: before + ((yaw - before) * t) / 4 }, { tone }), frames: 2 })
    }
    steps.push({ shot: headShot({ yaw }, { tone, mask: true }), frames: 8, measure: `yaw ${yaw}` })
    if (yaw === 0 || yaw === 30) {
      const expression = { 'mouth-open': 0.45 }
      steps.push({
        shot: headShot({ yaw }, { tone, mask: true, expression }),
        frames: HELD_OPEN,
        measure: `yaw ${yaw}, mouth open`,
      })
    }
    before = yaw
  }
  return { name: `${person}, ${tone}`, person, steps }
}

/** To the side of the picture and back, looking straight ahead: a face off the axis must not be thought turned. */
export function offsetClip(person: string): Clip {
  const steps = arrival(MEDIUM)
  for (const x of [-0.2, -0.1, 0.1, 0.2]) {
    for (const part of x < 0 ? [0.5] : [-0.5, 0.5]) {
      steps.push({ shot: headShot({ x: x * part, z: 0.6 }, { tone: MEDIUM }), frames: 2 })
    }
    for (const yaw of [0, 15]) {
      steps.push({
        shot: headShot({ x, yaw, z: 0.6 }, { tone: MEDIUM }),
        frames: 8,
        measure: `yaw ${yaw}, offset ${Math.round(x * 100)} cm`,
      })
    }
  }
  return { name: `${person}, offset`, person, steps }
}

/** Nearer and farther. */
export function distanceClip(person: string): Clip {
  const steps = arrival(MEDIUM)
  for (const z of [0.32, 0.6, 0.8]) {
    steps.push({ shot: headShot({ z: (z + AWAY) / 2 }, { tone: MEDIUM }), frames: 2 })
    steps.push({
      shot: headShot({ z }, { tone: MEDIUM }),
      frames: 10,
      measure: `distance ${Math.round(z * 100)} cm`,
    })
  }
  return { name: `${person}, distance`, person, steps }
}

/** At rest for two seconds. */
export function restClip(person: string): Clip {
  const still = headShot({ yaw: 3 }, { tone: MEDIUM })
  return {
    name: `${person}, at rest`,
    person,
    steps: [
      ...arrival(MEDIUM),
      { shot: still, frames: 20 },
      ...repeat(40, { shot: still, frames: 1, measure: 'rest' }),
    ],
  }
}

/** Moving as one who looks from side to side: 10 cm and 40 degrees across, three times in four seconds. */
export function motionClip(person: string): Clip {
  const moving = Array.from({ length: 40 }, (_, i): Step => {
    const phase = (2 * Math.PI * i) / 40
    return {
      shot: headShot({ x: 0.05 * Math.sin(phase), yaw: 20 * Math.sin(phase) }, { tone: MEDIUM }),
      frames: 1,
      measure: 'motion',
    }
  })
  return { name: `${person}, moving`, person, steps: [...arrival(MEDIUM), ...moving] }
}

/** Seen anew at one angle, for the spread of the distance between the pupils. */
export function pupilClip(person: string, yaw: number): Clip {
  const shot = headShot({ yaw }, { tone: MEDIUM })
  return {
    name: `${person}, pupils ${yaw}`,
    person,
    steps: [
      { shot, frames: 44 },
      { shot, frames: 1, measure: 'pupils' },
    ],
  }
}

/** The back of a hand, held towards the camera, turned and tilted. */
export function handClip(file: string, tone: string, mirrored: boolean): Clip {
  const steps: Step[] = []
  for (const [roll, tilt, turn] of [
    [0, 0, 0],
    [25, 0, 0],
    [-25, 10, 0],
    [10, -10, 20],
    [0, 0, -25],
  ] as const) {
    const side = mirrored ? -1 : 1
    steps.push({
      shot: {
        camera: CAMERA,
        pose: {
          position: [0, -0.06, -0.5],
          rotation: [degrees(tilt), degrees(turn * side), degrees(roll * side)],
        },
        tone,
        mirrored,
        background: { kind: 'room' },
      },
      frames: 14,
      measure: `roll ${roll}, tilt ${tilt}, turn ${turn}`,
    })
  }
  return { name: `${file}, ${tone}, ${mirrored ? 'left' : 'right'}`, person: file, steps }
}

/** Degrees to either side, two seconds long: how somebody turns a wrist to see a watch on it. */
const TURNED = 22
const TURN_STEPS = 16

/**
 * The same after the wrist has been turned to either side about its forearm, as pronation does.
 *
 * @param axis of the forearm, in the frame of the model's right hand
 */
export function turnedHandClip(
  file: string,
  tone: string,
  mirrored: boolean,
  [x, y, z]: readonly [number, number, number],
): Clip {
  const { name, person, steps } = handClip(file, tone, mirrored)
  const [still] = steps
  if (!still) throw new Error('no still')
  const about: Triple = [mirrored ? -x : x, y, z]
  const turning = Array.from({ length: TURN_STEPS }, (_, i): Step => {
    const angle = TURNED * Math.sin((2 * Math.PI * i) / TURN_STEPS)
    const pose = { ...still.shot.pose, rotation: turnAbout(about, degrees(Math.round(angle * 10) / 10)) }
    return { shot: i % 8 === 0 ? still.shot : { ...still.shot, pose }, frames: i === 0 ? 8 : 4 }
  })
  return {
    name: `${name}, turned`,
    person,
    steps: [...turning, ...steps.map((step) => ({ ...step, measure: `${step.measure}, turned` }))],
  }
}

type Triple = readonly [number, number, number]

/** A turn about a unit axis as pitch, yaw and roll of a shot ('YXZ'). */
function turnAbout([x, y, z]: Triple, angle: number): Triple {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const t = 1 - c
  return [
    -Math.asin(t * y * z - s * x),
    Math.atan2(t * x * z + s * y, t * z * z + c),
    Math.atan2(t * x * y + s * z, t * y * y + c),
  ]
}

function repeat(times: number, step: Step): Step[] {
  return Array.from({ length: times }, () => step)
}
