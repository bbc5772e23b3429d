import type { Vector3 } from 'three'
import type { Language } from '../../core/languages'
import { formatLength } from '../../core/length'
import type { Messages } from '../../core/messages'
import type { PlacementStore } from './placement-state'
import { whereabouts } from './whereabouts'

/** Milliseconds without change after which a movement has come to rest. */
const REST_MS = 500

/** Says what happens to those who do not see it. */
export class Announcer {
  private turns = 0
  private resting: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: PlacementStore,
    private readonly messages: Messages,
    private readonly language: Language,
  ) {}

  say(key: string, values?: Readonly<Record<string, string | number>>): void {
    this.turns += 1
    this.store.setState({ said: { text: this.messages(key, values), turn: this.turns } })
  }

  /** Says where something is: "Lounge chair placed, 1.6 m in front of you". */
  sayWhere(
    key: string,
    name: string,
    at: Readonly<Vector3>,
    viewer: Readonly<Vector3>,
    gaze: Readonly<Vector3>,
  ): void {
    const { distance, direction } = whereabouts(at, viewer, gaze)
    this.say(key, { name, distance: formatLength(distance, this.language, 'm'), direction })
  }

  /** Says something once a movement has come to rest: nobody wants each degree read out. */
  sayAtRest(say: () => void): void {
    clearTimeout(this.resting)
    this.resting = setTimeout(say, REST_MS)
  }

  dispose(): void {
    clearTimeout(this.resting)
  }
}
