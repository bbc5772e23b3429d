import type { Identity } from './identity'
import type { Fittings } from './person-parts'
import type { SkinLook } from './skin-texture'

/** Somebody a shopper may choose instead of a camera. */
export interface Person {
  readonly id: string
  readonly identity: Identity
  /** How much larger than the data has the body. */
  readonly size: number
  /** The tone they have by default. */
  readonly tone: string
  /** Key of the face's shape, and whether the ears are in sight. */
  readonly shape: 'oval' | 'square' | 'round' | 'heart' | 'long' | 'triangle'
  readonly ears: boolean
  readonly fittings: Fittings
  /** sRGB. */
  readonly hairColour: string
  /** Roughness of the hair's surface, 0..1. */
  readonly hairRoughness: number
  readonly browColour: string
  readonly eyeColour: string
  readonly topColour: string
  /** How plain lashes and lips are, 0..1. */
  readonly lashes: number
  readonly lips: number
  readonly skin: Omit<SkinLook, 'scalp' | 'lips'>
  /** How dense hair is drawn on the scalp, under the hair that is modelled or by itself, 0..1. */
  readonly scalp: number
}

const fittings = (hair: string | undefined, brows: string, lashes: string): Fittings => ({
  hair: hair && `hair/${hair}/${hair}`,
  brows: `eyebrows/${brows}/${brows}`,
  lashes: `eyelashes/${lashes}/${lashes}`,
  teeth: 'teeth/Teeth_Base/Teeth_Base',
  tongue: 'tongue/tongue01/tongue01',
})
const skinOf = (family: string, picture: string) => `${family}/textures/${picture}_diffuse.png`

/** The six: six tones, six shapes of face; three with ears in sight, one with long hair over them, one of age. */
export const PEOPLE: readonly Person[] = [
  {
    id: 'amara',
    identity: {
      gender: 0.05,
      age: 27,
      ancestry: { african: 0.9, asian: 0, caucasian: 0.1 },
      weight: 0.5,
      muscle: 0.5,
      height: 0,
      details: {
        'eyes/eye-size-big': 0.25,
        'head/head-oval': 0.4,
        'cheek/cheek-bones-out': 0.35,
        'chin/chin-width-min': 0.2,
      },
    },
    size: 1.06,
    tone: 'tone-6',
    shape: 'oval',
    ears: false,
    fittings: fittings('afro01', 'eyebrow002', 'eyelashes02'),
    hairColour: '#4a3a33',
    hairRoughness: 0.92,
    browColour: '#17100d',
    eyeColour: '#4a2c19',
    topColour: '#c9b79c',
    lashes: 0.95,
    lips: 0.95,
    skin: { detail: skinOf('young_african_female', 'young_darkskinned_female'), beard: 0, age: 0 },
    scalp: 0.95,
  },
  {
    id: 'kenji',
    identity: {
      gender: 1,
      age: 32,
      ancestry: { african: 0, asian: 0.95, caucasian: 0.05 },
      weight: 0.45,
      muscle: 0.5,
      height: 0,
      details: {
        'eyes/eye-size-big': 0.2,
        'head/head-square': 0.3,
        'nose/nose-hump-morehump': 0.2,
        'nose/nose-scale-vert-incr': 0.2,
        'chin/chin-height-max': 0.3,
        'chin/chin-jaw-drop-more': 0.3,
        'mouth/mouth-upperlip-height-min': 0.5,
        'mouth/mouth-lowerlip-height-min': 0.4,
      },
    },
    size: 1.035,
    tone: 'tone-2',
    shape: 'square',
    ears: true,
    fittings: fittings('short04', 'eyebrow008', 'Eyelashes01'),
    hairColour: '#4b4340',
    hairRoughness: 0.5,
    browColour: '#1d1714',
    eyeColour: '#3d2616',
    topColour: '#3f4a57',
    lashes: 0.4,
    lips: 0.6,
    skin: {
      detail: skinOf('young_asian_male', 'young_lightskinned_male').replace('_diffuse', '_diffuse3'),
      beard: 0.35,
      age: 0.1,
    },
    scalp: 0.85,
  },
  {
    id: 'ingrid',
    identity: {
      gender: 0.08,
      age: 64,
      ancestry: { african: 0, asian: 0, caucasian: 1 },
      weight: 0.52,
      muscle: 0.45,
      height: 0,
      details: { 'eyes/eye-size-big': 0.4, 'head/head-round': 0.3, 'nose/nose-scale-vert-incr': 0.2 },
    },
    size: 1.055,
    tone: 'tone-1',
    shape: 'round',
    ears: true,
    fittings: fittings('ponytail01', 'eyebrow001', 'eyelashes02'),
    hairColour: '#e0dbd5',
    hairRoughness: 0.5,
    browColour: '#a3978b',
    eyeColour: '#66757a',
    topColour: '#5a6b5d',
    lashes: 0.55,
    lips: 0.75,
    skin: { detail: skinOf('old_caucasian_female', 'old_lightskinned_female'), beard: 0, age: 0.8 },
    scalp: 0.6,
  },
  {
    id: 'priya',
    identity: {
      gender: 0.05,
      age: 30,
      ancestry: { african: 0.15, asian: 0.3, caucasian: 0.55 },
      weight: 0.5,
      muscle: 0.45,
      height: 0,
      details: {
        'eyes/eye-size-big': 0.6,
        'head/head-oval': 0.25,
        'mouth/mouth-lowerlip-volume-inflate': 0.3,
      },
    },
    size: 1.06,
    tone: 'tone-4',
    shape: 'heart',
    ears: false,
    fittings: fittings('long01', 'eyebrow010', 'eyelashes03'),
    hairColour: '#4c372c',
    hairRoughness: 0.5,
    browColour: '#1a120e',
    eyeColour: '#4b2d18',
    topColour: '#7d3f3a',
    lashes: 0.95,
    lips: 0.95,
    skin: {
      detail: skinOf('young_caucasian_female', 'young_lightskinned_female').replace('_diffuse', '_diffuse2'),
      beard: 0,
      age: 0.05,
    },
    scalp: 0.9,
  },
  {
    id: 'malik',
    identity: {
      gender: 0.97,
      age: 41,
      ancestry: { african: 0.85, asian: 0, caucasian: 0.15 },
      weight: 0.55,
      muscle: 0.62,
      height: 0,
      details: { 'eyes/eye-size-big': 0.25, 'head/head-rectangular': 0.35, 'chin/chin-width-max': 0.3 },
    },
    size: 1.03,
    tone: 'tone-5',
    shape: 'long',
    ears: true,
    fittings: fittings(undefined, 'eyebrow001', 'Eyelashes01'),
    hairColour: '#1d1714',
    hairRoughness: 0.5,
    browColour: '#140f0c',
    eyeColour: '#3b2414',
    topColour: '#d8d2c6',
    lashes: 0.45,
    lips: 0.65,
    skin: { detail: skinOf('young_african_male', 'young_darkskinned_male'), beard: 0.9, age: 0.3 },
    scalp: 0.82,
  },
  {
    id: 'mateo',
    identity: {
      gender: 1,
      age: 36,
      ancestry: { african: 0.1, asian: 0.2, caucasian: 0.7 },
      weight: 0.5,
      muscle: 0.55,
      height: 0,
      details: {
        'eyes/eye-size-big': 0.35,
        'head/head-invertedtriangular': 0.35,
        'nose/nose-hump-morehump': 0.3,
        'mouth/mouth-upperlip-height-min': 0.3,
      },
    },
    size: 1.035,
    tone: 'tone-3',
    shape: 'triangle',
    ears: true,
    fittings: fittings('short02', 'eyebrow004', 'Eyelashes01'),
    hairColour: '#7a5a42',
    hairRoughness: 0.5,
    browColour: '#33231a',
    eyeColour: '#6a5a38',
    topColour: '#2f3338',
    lashes: 0.45,
    lips: 0.6,
    skin: { detail: skinOf('young_caucasian_male', 'young_lightskinned_male'), beard: 0.85, age: 0.2 },
    scalp: 0.8,
  },
]
