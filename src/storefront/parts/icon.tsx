/** Drawings of 24 × 24 units, strokes of 1.5, made for this shop. */
const SHAPES = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20',
  close: 'm6 6 12 12M18 6 6 18',
  back: 'M14.5 6 8.5 12l6 6',
  forward: 'm9.5 6 6 6-6 6',
  // A cube inside the corners of a viewfinder.
  room: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M12 7.5l4 2.2v4.6l-4 2.2-4-2.2V9.7l4-2.2Zm0 4.5 4-2.3M12 12v4.5M12 12 8 9.7',
  ruler: 'M3.5 8.5h17v7h-17v-7Zm3.5 0v3m3.3-3v4m3.400-4v3m3.3-3v4',
  reset: 'M5 12a7 7 0 1 0 2.3-5.2M5 4.5v4h4',
  file: 'M12 15.5V5m0 0L8 9m4-4 4 4M5 15.5V19h14v-3.5',
  lock: 'M7 10.5V8a5 5 0 0 1 10 0v2.5M6 10.5h12V20H6v-9.5Z',
  copy: 'M9 9h10v11H9V9Zm-3.5 6H5V4h10v1.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cart: 'M5 8.5h14l-1 11.5H6l-1-11.5ZM9 11V7a3 3 0 0 1 6 0v4',
  // A pair of glasses.
  try: 'M3.5 11h17M3.5 11l1.5-4M20.5 11 19 7M4 11v1.5a3 3 0 0 0 6 0V11M14 11v1.5a3 3 0 0 0 6 0V11',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0 0c2-2.2 3-5 3-8.5s-1-6.3-3-8.5c-2 2.2-3 5-3 8.5s1 6.3 3 8.5ZM3.5 12h17',
} as const

/** Name of an icon. */
export type IconName = keyof typeof SHAPES

/** A line drawing that repeats what its neighbour says, hidden from screen readers. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }) {
  return <LineDrawing path={SHAPES[name]} turns={turns} />
}

/** Any path as an icon, for parts that bring drawings of their own. */
export function LineDrawing({ path, turns = false }: { path: string; turns?: boolean }) {
  return (
    <svg
      className={turns ? 'icon icon-turns' : 'icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
