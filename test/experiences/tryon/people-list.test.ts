import { describe, expect, it } from 'vitest'
import { readPeople } from '../../../src/experiences/tryon/people-list'

const camera = { width: 900, height: 1200, focal: 2600 }
const ada = {
  id: 'ada',
  tone: 'tone-5',
  pictures: [-10, 0, 10].map((yaw, index) => ({ file: `ada/${index}.webp`, yaw })),
}
const hand = { id: 'light', tone: 'tone-1', file: '../hands/light.webp' }

describe('readPeople', () => {
  it('reads who can be turned, and hands', () => {
    const { face, hand: hands } = readPeople({ camera, people: [ada], hands: [hand] })
    expect(face).toEqual([
      {
        id: 'ada',
        tone: 'tone-5',
        pictures: ['/try-on/people/ada/0.webp', '/try-on/people/ada/1.webp', '/try-on/people/ada/2.webp'],
        yaws: [-10, 0, 10],
        first: 1,
        landmarks: '/try-on/people/ada/landmarks.json',
        intrinsics: { ...camera, centreX: 450, centreY: 600 },
      },
    ])
    expect(hands[0]).toMatchObject({
      pictures: ['/try-on/hands/light.webp'],
      first: 0,
      landmarks: '/try-on/hands/light/landmarks.json',
    })
  })

  it.each([
    undefined,
    null,
    {},
    { people: [ada] },
    { camera, people: 'all' },
    { camera, people: [null, { ...ada, id: '../x' }, { ...ada, pictures: [] }] },
    { camera, people: [{ ...ada, pictures: [{ file: 'https://elsewhere.example/a.webp', yaw: 0 }] }] },
  ])('takes nobody from %j', (list) => {
    expect(readPeople(list)).toEqual({ face: [], hand: [] })
  })
})
