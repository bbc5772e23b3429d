/**
 * Gives each thing seen in a frame to the track that it most likely continues: nearest pairs first, so that the order in which a tracker names things does not matter.
 *
 * @param owner filled: for each thing seen its track, undefined for a newcomer
 * @param count things seen
 * @param distance of thing `i` from a track, 1 where it is too far to be the same
 */
export function assignNearest<Track>(
  owner: (Track | undefined)[],
  tracks: readonly Track[],
  count: number,
  distance: (i: number, track: Track) => number,
): void {
  owner.length = 0
  for (let i = 0; i < count; i++) owner.push(undefined)
  for (let round = 0; round < count; round++) {
    let nearest = 1
    let which = -1
    let best: Track | undefined
    for (let i = 0; i < count; i++) {
      if (owner[i]) continue
      for (const track of tracks) {
        if (owner.includes(track)) continue
        const d = distance(i, track)
        if (d < nearest) {
          nearest = d
          which = i
          best = track
        }
      }
    }
    if (!best) return
    owner[which] = best
  }
}
