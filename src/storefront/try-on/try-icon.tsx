import { LineDrawing } from '../parts/icon'

/** Drawings of the tools, of 24 × 24 units as the shop's others; fetched with the page that needs them. */
const SHAPES = {
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8Zm8 8.500a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.500Z',
  photo: 'M4 5h16v14H4V5Zm0 11 4.5-4.5 4 4L15 13l5 4.500M15.5 9.500h.01',
  flip: 'M4 9V7h13m0 0-3-3m3 3-3 3M20 15v2H7m0 0 3 3m-3-3 3-3',
  mirror: 'M12 3.500v17M9 7 4 17h5V7Zm6 0 5 10h-5V7Z',
  // Somebody before a wall that is empty.
  room: 'M4 5h16v14H4V5Zm8 8.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM7.5 19c.3-2.100 2.100-3.5 4.5-3.500s4.2 1.400 4.5 3.500',
  slider: 'M4 5h16v14H4V5Zm8-1.500v17M8.5 10.5 7 12l1.5 1.500m7-3L17 12l-1.5 1.5',
  beside: 'M4 5h7v14H4V5Zm9 0h7v14h-7V5Z',
  grip: 'm9 8-4 4 4 4m6-8 4 4-4 4',
  change:
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c0-3.3 2.2-5.5 5-5.5 1.2 0 2.3.4 3.1 1.100M14 12h6m0 0-2-2m2 2-2 2m2 3h-6m0 0 2-2m-2 2 2 2',
  settings:
    'M4 7.500h9m4 0h3M4 16.500h3m4 0h9M15 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  stop: 'M7 7h10v10H7V7Z',
  share: 'M12 14V4m0 0L8.5 7.500M12 4l3.5 3.500M7 11H5v9h14v-9h-2',
  save: 'M12 4v10m0 0 3.5-3.500M12 14l-3.5-3.500M5 15v4h14v-4',
} as const

export type TryIconName = keyof typeof SHAPES

/** A line drawing that repeats what its neighbour says, hidden from screen readers. */
export function TryIcon({ name }: { name: TryIconName }) {
  return <LineDrawing path={SHAPES[name]} />
}
