/** Paths on a 24 × 24 grid, drawn with a round 1.8 line. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  camera: 'M4 8.5h3l1.6-2.5h6.8L17 8.5h3v10H4zM12 16.3a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  share: 'M12 15V4M8 7.5L12 3.5l4 4M6 11.5H5v9h14v-9h-1',
  ruler: 'M3.5 8.5h17v7h-17zM7 8.5v3M10.3 8.5v2M13.6 8.5v3M17 8.5v2',
  turnLeft: 'M5 5v5h5M5.6 10a7.2 7.2 0 1 1-.6 4.5',
  turnRight: 'M19 5v5h-5M18.4 10a7.2 7.2 0 1 0 .6 4.5',
  move: 'M12 3v18M3 12h18M9.5 5.5L12 3l2.5 2.5M9.5 18.5L12 21l2.5-2.5M5.5 9.5L3 12l2.5 2.5M18.5 9.5L21 12l-2.5 2.5',
  remove: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5',
  add: 'M12 5v14M5 12h14',
  undo: 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="vp-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
